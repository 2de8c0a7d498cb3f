#pragma once

#include "core/library/items.h"
#include "core/protocol/message.h"

#include <QtCore/QString>
#include <QtCore/QStringList>
#include <array>
#include <optional>
#include <vector>

namespace fusefind {

// Recall of one direction on the pairs that training kept apart, in percent.
struct RecallRow {
    QString direction; // "text_to_image"
    double r1 = 0;
    double r5 = 0;
    double r10 = 0;
    int64_t queries = 0;
    int64_t candidates = 0;
};

// Of the "recall" of `status` and `spaces show`; throws Json::exception where it is something else.
std::vector<RecallRow> recallRowsFromJson(const Json& json);

// The document of `status`, as far as the window shows it.
struct EngineStatus {
    QString dataDir;
    QString device;
    std::array<int64_t, kItemKinds.size()> items{}; // by ItemKind
    int64_t searchable = 0;
    std::vector<SkippedFile> skipped;
    QStringList models;
    QString space; // the one in use; empty: none
    std::vector<RecallRow> recall;
    std::optional<double> indexRecall; // @10 against exact search, in [0, 1]
};

// Errors: invalidInput.
Result<EngineStatus> engineStatusFromJson(const Json& json);

} // namespace fusefind
