#pragma once

#include "core/protocol/judge_messages.h"
#include "ui/client/worker_client.h"

#include <map>

namespace fusefind {

// What the user said of the hits of the search that is shown, and how much was judged so far.
class JudgedResults : public QObject {
    Q_OBJECT

public:
    explicit JudgedResults(WorkerClient& client, QObject* parent = nullptr);

    // What was looked for, and by which space; no terms: nothing, and no hit can be judged.
    void setQuery(const std::vector<QueryTerm>& terms, const std::string& space);

    [[nodiscard]] bool canJudge() const { return !terms_.empty(); }
    [[nodiscard]] std::optional<Verdict> verdictOf(const std::filesystem::path& path) const;
    // Of a hit that stands in this row, from 0; the same again takes it back.
    void judge(const std::filesystem::path& path, int row, Verdict verdict);

    // Of all that was judged, and of the hits that this space found: what counted() tells, also after each judgement.
    void askCounts(const std::string& space);

Q_SIGNALS:
    void changed();
    void counted(const fusefind::JudgedCounts& counts);
    void failed(const QString& sentence);

private:
    void ask();
    void take(const std::filesystem::path& path, std::optional<Verdict> verdict);
    void takeCounts(const Result<Json>& answer);

    WorkerClient& client_;
    std::vector<QueryTerm> terms_;
    std::string space_;
    std::map<std::filesystem::path, Verdict> verdicts_;
    int query_ = 0; // which one, so that answers to an earlier one are told apart
};

QString verdictText(Verdict verdict);
const char* verdictIcon(Verdict verdict);

} // namespace fusefind
