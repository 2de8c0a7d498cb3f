#include "gpu/jobs/search_job.h"

#include "core/search/query.h"
#include "core/search/search_points.h"
#include "gpu/jobs/query_points.h"
#include "gpu/jobs/space_index.h"

#include <algorithm>
#include <chrono>

namespace fusefind {

namespace {

Result<std::vector<QueryPart>> partsOf(Workspace& workspace, const Space& space, const std::vector<std::string>& texts,
                                       const std::vector<std::filesystem::path>& files) {
    std::vector<QueryPart> parts;
    const auto add = [&](const Matrix& point) { parts.push_back({{point.row(0).begin(), point.row(0).end()}, 1}); };
    for (const std::string& text : texts) {
        FUSEFIND_TRY_ASSIGN(const Matrix point, pointOfLine(workspace, space, text));
        add(point);
    }
    for (const auto& file : files) {
        FUSEFIND_TRY_ASSIGN(const Matrix point, pointsOfFile(workspace, space, file));
        add(point);
    }
    return parts;
}

Result<LabelTable> tableOf(Library& library, const ItemFilter& filter) {
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
            LibraryHit& shown = hits.emplace_back(LibraryHit{item.path, item.kind, hit->score, {}, {}});
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
    Query parts;
    FUSEFIND_TRY_ASSIGN(parts.wanted, partsOf(workspace, *space, query.texts, query.like));
    FUSEFIND_TRY_ASSIGN(parts.unwanted, partsOf(workspace, *space, query.notTexts, query.unlike));
    FUSEFIND_TRY_ASSIGN(const std::vector<float> point, combineQuery(parts));

    ItemFilter filter{{query.kinds.begin(), query.kinds.end()}, {}};
    if (!query.under.empty()) filter.under = resolvedPath(query.under);
    FUSEFIND_TRY_ASSIGN(const auto index, openIndex(workspace, *space, context));
    FUSEFIND_TRY_ASSIGN(const LabelTable table, tableOf(workspace.library(), filter));
    SearchRequest request{query.top, query.minScore, query.exact, {}};
    // The table holds what passes; naming every kind keeps labels that it does not know out of the walk through the
    // index.
    if (!filter.kinds.empty() || !filter.under.empty())
        request.scope.kinds.assign(kItemKinds.begin(), kItemKinds.end());
    FUSEFIND_TRY_ASSIGN(const auto found, searchPoints(*index, table, point, request));

    LibraryAnswer answer;
    answer.space = space->info().name;
    FUSEFIND_TRY_ASSIGN(answer.hits, filesOf(workspace.library(), found, filter, query.top));
    answer.elapsedMs = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    return answer;
}

} // namespace fusefind
