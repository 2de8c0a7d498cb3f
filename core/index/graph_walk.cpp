#include "core/index/graph_walk.h"

#include <algorithm>

namespace fusefind {

namespace {

constexpr auto isBetter = [](const FoundPlace& a, const FoundPlace& b) { return a.score > b.score; };
constexpr auto isWorse = [](const FoundPlace& a, const FoundPlace& b) { return a.score < b.score; };

class Walk {
public:
    Walk(const GraphLevel& graph, const QuantizedQuery& query, size_t ef, const PlaceFilter& filter,
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
        for (const Place link : fresh_)
            touchMemory(graph_.row(link), graph_.quantizer.coarseBytes());
        if (!open_.empty()) touchMemory(graph_.point(open_.front().place), graph_.rowOffset); // probably next
        // All scores before the first is judged: what is decided about one must not hold up the others.
        scores_.resize(fresh_.size());
        for (size_t i = 0; i < fresh_.size(); ++i)
            scores_[i] = graph_.quantizer.coarseScore(query_, graph_.row(fresh_[i]));
        for (size_t i = 0; i < fresh_.size(); ++i)
            meet({fresh_[i], scores_[i]});
    }

    // Whoever passes may be among the best; the others lead on only.
    void meet(const FoundPlace& found) {
        if (best_.size() == ef_ && found.score <= best_.front().score) return;
        open_.push_back(found);
        std::ranges::push_heap(open_, isWorse);
        if (filter_ && !filter_(found.place)) return;
        best_.push_back(found);
        std::ranges::push_heap(best_, isBetter);
        if (best_.size() <= ef_) return;
        std::ranges::pop_heap(best_, isBetter);
        best_.pop_back();
    }

    const GraphLevel& graph_;
    const QuantizedQuery& query_;
    size_t ef_;
    const PlaceFilter& filter_;
    const VisitedPlaces& visited_;
    std::vector<FoundPlace> open_; // a heap, the best first
    std::vector<FoundPlace> best_; // a heap, the worst first
    std::vector<Place> fresh_;     // neighbours that were not met before
    std::vector<float> scores_;    // theirs
};

} // namespace

void touchMemory(const std::byte* from, size_t bytes) {
    constexpr size_t kCacheLine = 64;
    const auto read = [](const std::byte* byte) { static_cast<void>(*static_cast<const volatile std::byte*>(byte)); };
    for (size_t at = 0; at < bytes; at += kCacheLine)
        read(from + at);
    read(from + bytes - 1);
}

std::vector<FoundPlace> walkGraph(const GraphLevel& graph, const QuantizedQuery& query, FoundPlace start, size_t ef,
                                  const PlaceFilter& filter, const VisitedPlaces& visited) {
    FUSEFIND_ASSERT(ef > 0);
    return Walk(graph, query, ef, filter, visited).from(start);
}

} // namespace fusefind
