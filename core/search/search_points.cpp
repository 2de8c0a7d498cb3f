#include "core/search/search_points.h"

#include <algorithm>

namespace fusefind {

namespace {

constexpr size_t kFirstReach = 2; // neighbours fetched for each item wanted, since segments of one item collapse
constexpr size_t kGrowth = 4;

std::vector<SearchHit> bestOfEachItem(const std::vector<Neighbour>& neighbours, const LabelTable& table,
                                      const SearchRequest& request) {
    std::vector<SearchHit> hits;
    std::unordered_set<int64_t> seen;
    for (const Neighbour& neighbour : neighbours) {
        if (hits.size() == request.top || (request.minScore && neighbour.score < *request.minScore)) break;
        const LabelRow* row = table.find(neighbour.label);
        if (row == nullptr || !seen.insert(row->itemId).second) continue;
        hits.push_back({row->label, row->itemId, neighbour.score, row->startMs, row->endMs});
    }
    return hits;
}

} // namespace

Result<std::vector<SearchHit>> searchPoints(const VectorIndex& index, const LabelTable& table,
                                            std::span<const float> query, const SearchRequest& request) {
    const LabelFilter filter = makeFilter(table, request.scope);
    const SearchMode mode = request.exact ? SearchMode::exact : SearchMode::fast;
    const size_t most = index.size();
    size_t reach = std::min(most, kFirstReach * std::min(request.top, most));
    while (true) {
        FUSEFIND_TRY_ASSIGN(const auto neighbours, index.search(query, reach, filter, mode));
        auto hits = bestOfEachItem(neighbours, table, request);
        const bool exhausted = neighbours.size() < reach || reach >= most;
        const bool belowScore = request.minScore && !neighbours.empty() && neighbours.back().score < *request.minScore;
        if (hits.size() == request.top || exhausted || belowScore) return hits;
        reach = std::min(most, kGrowth * reach);
    }
}

} // namespace fusefind
