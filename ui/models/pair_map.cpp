#include "ui/models/pair_map.h"

#include "core/protocol/methods.h"

#include <algorithm>
#include <limits>

namespace fusefind {

bool PairMap::Marks::has(int64_t pair) const {
    return pair >= least && pair - least < std::ssize(passes) && passes[static_cast<size_t>(pair - least)];
}

PairMap::PairMap(WorkerClient& client, QObject* parent) : QObject(parent), client_(client) {}

void PairMap::show(int64_t dataSet) {
    if (dataSet == dataSet_ && (answer_ || request_)) return;
    clear();
    dataSet_ = dataSet;
    request_ = client_.call(
        method::kDataMap, {{"dataSet", dataSet}}, this, [this](const Result<Json>& answer) { finish(answer); },
        [this](const Progress& progress) { Q_EMIT progressed(progress); },
        [this](const Json& part) {
            if (const auto step = mapStepFromJson(part)) take(*step);
        });
    refreshMarks();
}

void PairMap::drawAgain() {
    const int64_t dataSet = dataSet_;
    clear();
    if (dataSet != 0) show(dataSet);
}

void PairMap::clear() {
    dropRequests();
    dataSet_ = 0;
    answer_.reset();
    points_ = {};
    splits_.clear();
    passes_.clear();
    Q_EMIT moved();
}

void PairMap::dropRequests() {
    for (auto* request : {&request_, &shown_.request, &validation_.request, &test_.request}) {
        if (*request) client_.drop(**request);
        request->reset();
    }
    for (Marks* marks : {&shown_, &validation_, &test_})
        *marks = {};
}

void PairMap::setFilter(const DataPairFilter& filter) {
    if (filter == filter_) return;
    filter_ = filter;
    if (dataSet_ != 0) ask(shown_, filter_);
}

void PairMap::refreshMarks() {
    if (dataSet_ == 0) return;
    ask(shown_, filter_);
    ask(validation_, {.splits = {Split::validation}});
    ask(test_, {.splits = {Split::test}});
}

// What is known of them holds until the answer comes.
void PairMap::ask(Marks& marks, const DataPairFilter& filter) {
    if (marks.request) client_.drop(*marks.request);
    const DataSelection all{.dataSet = dataSet_, .filter = filter, .rows = {{0, std::numeric_limits<int64_t>::max()}}};
    marks.request = client_.call(method::kDataNumbers, toJson(all), this, [this, &marks](const Result<Json>& answer) {
        marks.request.reset();
        const auto numbers = answer ? pairNumbersFromJson(*answer) : Result<PairNumbers>(fail(answer.error()));
        if (!numbers) return; // the map itself says what is wrong
        const auto [least, most] = std::ranges::minmax_element(numbers->pairs);
        marks.known = true;
        marks.least = numbers->pairs.empty() ? 0 : *least;
        marks.passes.assign(numbers->pairs.empty() ? 0 : static_cast<size_t>(*most - *least) + 1, false);
        for (const int64_t pair : numbers->pairs)
            marks.passes[static_cast<size_t>(pair - marks.least)] = true;
        mark(0);
        Q_EMIT marked();
    });
}

void PairMap::mark(size_t first) {
    splits_.resize(size());
    passes_.resize(size());
    for (size_t i = first; i < size(); ++i) {
        const int64_t pair = points_.pairs[i];
        splits_[i] = validation_.has(pair) ? Split::validation : test_.has(pair) ? Split::test : Split::train;
        passes_[i] = !shown_.known || shown_.has(pair);
    }
}

void PairMap::take(const MapStep& step) {
    const size_t before = size();
    if (!step.pairs.empty()) {
        points_.pairs.insert(points_.pairs.end(), step.pairs.begin(), step.pairs.end());
        points_.kinds.insert(points_.kinds.end(), step.kinds.begin(), step.kinds.end());
        points_.scores.insert(points_.scores.end(), step.scores.begin(), step.scores.end());
        points_.places.insert(points_.places.end(), step.places.begin(), step.places.end());
        mark(before);
    } else if (step.places.size() == points_.places.size()) {
        points_.places = step.places;
        if (!step.scores.empty()) points_.scores = step.scores;
    }
    Q_EMIT moved();
}

void PairMap::finish(const Result<Json>& answer) {
    request_.reset();
    const auto map = answer ? mapAnswerFromJson(*answer) : Result<MapAnswer>(fail(answer.error()));
    if (!map) return Q_EMIT failed(QString::fromStdString(map.error().text()));
    answer_ = *map;
    Q_EMIT finished();
}

} // namespace fusefind
