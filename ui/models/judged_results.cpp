#include "ui/models/judged_results.h"

#include "core/protocol/methods.h"

namespace fusefind {

QString verdictText(Verdict verdict) {
    return verdict == Verdict::good ? JudgedResults::tr("Good result") : JudgedResults::tr("Bad result");
}

const char* verdictIcon(Verdict verdict) {
    return verdict == Verdict::good ? "good" : "bad";
}

JudgedResults::JudgedResults(WorkerClient& client, QObject* parent) : QObject(parent), client_(client) {
    connect(&client_, &WorkerClient::stateChanged, this, [this](WorkerClient::State state) {
        if (state == WorkerClient::State::ready && canJudge()) ask();
    });
}

void JudgedResults::setQuery(const std::vector<QueryTerm>& terms, const std::string& space) {
    ++query_;
    terms_ = terms;
    space_ = space;
    verdicts_.clear();
    Q_EMIT changed();
    if (canJudge()) ask();
}

void JudgedResults::ask() {
    client_.call(method::kJudged, judgedQueryJson(terms_), this, [this, mine = query_](const Result<Json>& answer) {
        const auto hits = answer ? judgedHitsFromJson(*answer) : Result<std::vector<JudgedHit>>(fail(answer.error()));
        if (!hits || mine != query_) return; // asked again when the engine is back
        verdicts_.clear();
        for (const JudgedHit& hit : *hits)
            verdicts_[hit.path] = hit.verdict;
        Q_EMIT changed();
    });
}

std::optional<Verdict> JudgedResults::verdictOf(const std::filesystem::path& path) const {
    const auto found = verdicts_.find(path);
    return found == verdicts_.end() ? std::nullopt : std::optional(found->second);
}

void JudgedResults::judge(const std::filesystem::path& path, int row, Verdict verdict) {
    if (!canJudge() || row < 0) return;
    const auto now = verdictOf(path) == verdict ? std::nullopt : std::optional(verdict);
    const Judgement judgement{terms_, path, now, row + 1, space_};
    client_.call(method::kJudge, toJson(judgement), this, [this, path, now, mine = query_](const Result<Json>& answer) {
        takeCounts(answer);
        if (answer && mine == query_) take(path, now);
        if (!answer) Q_EMIT changed(); // what was pressed springs back
        if (!answer) Q_EMIT failed(QString::fromStdString(answer.error().text()));
    });
}

void JudgedResults::take(const std::filesystem::path& path, std::optional<Verdict> verdict) {
    verdicts_.erase(path);
    if (verdict) verdicts_[path] = *verdict;
    Q_EMIT changed();
}

void JudgedResults::askCounts(const std::string& space) {
    client_.call(method::kJudgedCounts, {{"space", space}}, this,
                 [this](const Result<Json>& answer) { takeCounts(answer); });
}

void JudgedResults::takeCounts(const Result<Json>& answer) {
    const auto counts = answer ? judgedCountsFromJson(*answer) : Result<JudgedCounts>(fail(answer.error()));
    if (counts) Q_EMIT counted(*counts);
}

} // namespace fusefind
