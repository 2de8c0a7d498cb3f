#include "core/index/graph_walk.h"

#include <algorithm>

namespace fusefind {

namespace {

constexpr size_t kCacheLine = 64;
constexpr size_t kRowsAhead = 4; // on their way while one is compared

constexpr auto isBetter = [](const FoundPlace& a, const FoundPlace& b) { return a.score > b.score; };
constexpr auto isWorse = [](const FoundPlace& a, const FoundPlace& b) { return a.score < b.score; };

void fetch(const std::byte* from, size_t bytes) {
    for (size_t at = 0; at < bytes; at += kCacheLine)
        __builtin_prefetch(from + at);
}

class Walk {
public:
    Walk(const GraphLevel& graph, const std::byte* query, size_t ef, const PlaceFilter& filter,
         const VisitedPlaces& visited)
        : graph_(graph), query_(query), ef_(ef), filter_(filter), visited_(visited) {
        best_.reserve(ef + 1);
    }

    std::vector<FoundPlace> from(const FoundPlace& start) {
        visited_.visit(start.place);
        meet(start);
        while (!open_.empty()) {
            std::ranges::pop_heap(open_, isWorse);
            const FoundPlace next = open_.back();
            open_.pop_back();
            if (best_.size() == ef_ && next.score < best_.front().score) break;
            lookAround(next.place);
        }
        return std::move(best_);
    }

private:
    void lookAround(Place place) {
        fresh_.clear();
        for (const Place link : graph_.links(place))
            if (visited_.visit(link)) fresh_.push_back(link);
        const auto fetchRow = [&](size_t i) {
            if (i < fresh_.size()) fetch(graph_.row(fresh_[i]), graph_.codec.rowBytes());
        };
        for (size_t i = 0; i < kRowsAhead; ++i)
            fetchRow(i);
        for (size_t i = 0; i < fresh_.size(); ++i) {
            fetchRow(i + kRowsAhead);
            meet({fresh_[i], graph_.codec.dot(query_, graph_.row(fresh_[i]))});
        }
    }

    // Whoever passes may be among the best; the others lead on only.
    void meet(const FoundPlace& found) {
        if (best_.size() == ef_ && found.score <= best_.front().score) return;
        open_.push_back(found);
        std::ranges::push_heap(open_, isWorse);
        fetch(graph_.points + open_.front().place * graph_.pointBytes, graph_.rowOffset);
        if (filter_ && !filter_(found.place)) return;
        best_.push_back(found);
        std::ranges::push_heap(best_, isBetter);
        if (best_.size() <= ef_) return;
        std::ranges::pop_heap(best_, isBetter);
        best_.pop_back();
    }

    const GraphLevel& graph_;
    const std::byte* query_;
    size_t ef_;
    const PlaceFilter& filter_;
    const VisitedPlaces& visited_;
    std::vector<FoundPlace> open_; // a heap, the best first
    std::vector<FoundPlace> best_; // a heap, the worst first
    std::vector<Place> fresh_;
};

} // namespace

std::vector<FoundPlace> walkGraph(const GraphLevel& graph, const std::byte* query, FoundPlace start, size_t ef,
                                  const PlaceFilter& filter, const VisitedPlaces& visited) {
    FUSEFIND_ASSERT(ef > 0);
    return Walk(graph, query, ef, filter, visited).from(start);
}

} // namespace fusefind
