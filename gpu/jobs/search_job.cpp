#include "gpu/jobs/search_job.h"

#include "core/search/query.h"
#include "core/search/search_points.h"
#include "gpu/jobs/query_points.h"
#include "core/index/hnsw_index.h"
#include "gpu/jobs/space_index.h"

#include <algorithm>
#include <chrono>

namespace fusefind {

namespace {

Result<Query> partsOf(Workspace& workspace, const std::shared_ptr<const Space>& space,
                      const std::vector<QueryTerm>& terms) {
    Query query;
    for (const QueryTerm& term : terms) {
        FUSEFIND_TRY_ASSIGN(std::vector<float> point, pointOfTerm(workspace, space, term));
        (term.wanted ? query.wanted : query.unwanted).push_back({std::move(point), term.weight});
    }
    return query;
}

// The labels that may be found, or none for all of them.
Result<std::optional<LabelTable>> scopeOf(Library& library, const ItemFilter& filter) {
    if (filter.kinds.empty() && filter.under.empty()) return std::nullopt;
    FUSEFIND_TRY_ASSIGN(const auto segments, library.segments(filter));
    std::vector<LabelRow> rows;
    rows.reserve(segments.size());
    for (const SegmentRow& row : segments)
        rows.push_back({row.label, row.item, row.time.startMs, row.time.endMs, row.kind});
    return LabelTable(std::move(rows));
}

// Files of equal content are hits of their own, one after the other.
Result<std::vector<LibraryHit>> filesOf(Library& library, const std::vector<SearchHit>& found, const ItemFilter& filter,
                                        size_t top) {
    std::vector<Label> labels;
    std::ranges::transform(found, std::back_inserter(labels), &SearchHit::label);
    FUSEFIND_TRY_ASSIGN(const auto located, library.locate(labels, filter));
    std::vector<LibraryHit> hits;
    for (const LocatedLabel& place : located) {
        const auto hit = std::ranges::find(found, place.label, &SearchHit::label);
        for (const Item& item : place.items) {
            if (hits.size() == top) return hits;
            LibraryHit& shown = hits.emplace_back();
            shown.item = {item.path, item.kind, item.size, item.mtimeNs / 1'000'000, 0, 0, 0, {}};
            shown.score = hit->score;
            if (place.time.whole()) continue;
            shown.startSeconds = static_cast<double>(place.time.startMs) / 1000;
            shown.endSeconds = static_cast<double>(place.time.endMs) / 1000;
        }
    }
    return hits;
}

} // namespace

Result<LibraryAnswer> searchLibrary(Workspace& workspace, const LibraryQuery& query, JobContext& context) {
    const auto start = std::chrono::steady_clock::now();
    FUSEFIND_TRY_ASSIGN(const auto space, workspace.spaces().load(query.space));
    FUSEFIND_TRY_ASSIGN(const Query parts, partsOf(workspace, space, query.terms));
    FUSEFIND_TRY_ASSIGN(const std::vector<float> point, combineQuery(parts));

    ItemFilter filter{{query.filter.kinds.begin(), query.filter.kinds.end()}, {}};
    if (!query.filter.under.empty()) filter.under = resolvedPath(query.filter.under);
    FUSEFIND_TRY_ASSIGN(const auto open, openIndex(workspace, space, context));
    FUSEFIND_TRY_ASSIGN(const auto scope, scopeOf(workspace.library(), filter));
    SearchRequest request{query.top, query.minScore, query.exact, {}};
    // The table of the scope holds what passes; naming every kind keeps labels that it does not know out of the walk
    // through the index.
    if (scope) request.scope.kinds.assign(kItemKinds.begin(), kItemKinds.end());
    FUSEFIND_TRY_ASSIGN(const auto found, searchPoints(*open->index, scope ? *scope : *open->table, point, request));

    LibraryAnswer answer;
    answer.space = space->info().name;
    FUSEFIND_TRY_ASSIGN(answer.hits, filesOf(workspace.library(), found, filter, query.top));
    answer.elapsedMs = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    return answer;
}

} // namespace fusefind
