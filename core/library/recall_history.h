#pragma once

#include "core/base/hash.h"
#include "core/library/database.h"
#include "core/protocol/recall_messages.h"

namespace fusefind {

// The recall of spaces on held-out pairs of data sets, over time. Errors of all: those of Database.

struct MeasuredRecall {
    int64_t dataSet = 0;
    std::string space;
    Sha256 basis{}; // of all that it was measured on
    std::vector<DirectionRecall> recalls;
};

// As now; what was measured last is not told twice. Of each data set the newest few hundred are kept.
Status rememberRecall(Database& database, const MeasuredRecall& measured);

// What was measured on this basis before, if it is remembered.
Result<std::optional<std::vector<DirectionRecall>>> recallOn(Database& database, int64_t dataSet, const Sha256& basis);

// The newest `most`, oldest first.
Result<std::vector<RecallPoint>> recallHistory(Database& database, int64_t dataSet, int64_t most);

} // namespace fusefind
