#include "gpu/jobs/search_job.h"

#include "core/index/hnsw_index.h"
#include "core/library/browse.h"
#include "core/search/fold_similar.h"
#include "core/search/query.h"
#include "core/search/search_points.h"
#include "gpu/jobs/close_reference.h"
#include "gpu/jobs/latent_rows.h"
#include "gpu/jobs/query_points.h"
#include "gpu/jobs/space_index.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <map>

namespace fusefind {

namespace {

constexpr size_t kFoldedAhead = 2;    // times as many as asked for are looked at, so that folding leaves enough
constexpr size_t kMostCompared = 500; // beyond them nothing folds: comparing grows with the square

struct FoundFile {
    LibraryHit hit;
    Sha256 content{};
};

// `shortened`: LibraryAnswer::shortened.
Result<Query> partsOf(Workspace& workspace, const std::shared_ptr<const Space>& space,
                      const std::vector<QueryTerm>& terms, std::vector<std::filesystem::path>& shortened,
                      const JobContext& context) {
    Query query;
    for (const QueryTerm& term : terms) {
        FUSEFIND_TRY_ASSIGN(QueryPoint asked, pointOfTerm(workspace, space, term, context));
        if (!asked.whole) shortened.push_back(term.file);
        (term.wanted ? query.wanted : query.unwanted).push_back({std::move(asked.point), term.weight});
    }
    return query;
}

ItemFilter withoutDates(const LibraryFilter& filter) {
    return {{filter.kinds.begin(), filter.kinds.end()},
            filter.under.empty() ? std::filesystem::path() : resolvedPath(filter.under)};
}

int64_t fromMs(const LibraryFilter& filter) {
    return filter.fromMs.value_or(std::numeric_limits<int64_t>::min());
}
int64_t toMs(const LibraryFilter& filter) {
    return filter.toMs.value_or(std::numeric_limits<int64_t>::max());
}

// The labels that may be found, or none for all of them.
Result<std::optional<LabelTable>> scopeOf(Workspace& workspace, const LibraryFilter& filter) {
    const bool anyDate = !filter.fromMs && !filter.toMs;
    if (filter.kinds.empty() && filter.under.empty() && anyDate) return std::nullopt;
    std::vector<Label> dated;
    if (!anyDate) {
        FUSEFIND_TRY_ASSIGN(dated, labelsShownBetween(workspace.database(), fromMs(filter), toMs(filter)));
    }
    FUSEFIND_TRY_ASSIGN(const auto segments, workspace.library().segments(withoutDates(filter)));
    std::vector<LabelRow> rows;
    rows.reserve(segments.size());
    for (const SegmentRow& row : segments)
        if (anyDate || std::ranges::binary_search(dated, row.label))
            rows.push_back({row.label, row.item, row.time.startMs, row.time.endMs, row.kind});
    return LabelTable(std::move(rows));
}

// Files of equal content are hits of their own, one after the other.
Result<std::vector<FoundFile>> filesOf(Workspace& workspace, std::span<const SearchHit> found,
                                       const LibraryFilter& filter, size_t top) {
    std::vector<Label> labels;
    std::map<Label, float> scores;
    for (const SearchHit& hit : found) {
        labels.push_back(hit.label);
        scores[hit.label] = hit.score;
    }
    FUSEFIND_TRY_ASSIGN(const auto located, workspace.library().locate(labels, withoutDates(filter)));
    std::vector<FoundFile> files;
    std::vector<int64_t> ids;
    for (const LocatedLabel& place : located) {
        for (const Item& item : place.items) {
            if (files.size() == top) break;
            ids.push_back(item.id);
            FoundFile& file = files.emplace_back();
            file.content = item.content;
            LibraryHit& shown = file.hit;
            shown.score = scores.at(place.label);
            if (place.time.whole()) continue;
            shown.startSeconds = static_cast<double>(place.time.startMs) / 1000;
            shown.endSeconds = static_cast<double>(place.time.endMs) / 1000;
        }
    }
    FUSEFIND_TRY_ASSIGN(const auto items, libraryItems(workspace.database(), ids));
    FUSEFIND_ASSERT(items.size() == files.size()); // all of it on one thread
    for (size_t i = 0; i < std::min(items.size(), files.size()); ++i)
        files[i].hit.item = items[i];
    // A copy of another date is no hit.
    std::erase_if(files, [&](const FoundFile& file) {
        const int64_t shown = file.hit.item.takenMs.value_or(file.hit.item.mtimeMs);
        return shown < fromMs(filter) || shown >= toMs(filter);
    });
    return files;
}

// For each file the place of the better ranked one that is the same shot, or its own.
Result<std::vector<size_t>> shotsOf(Workspace& workspace, const Space& space, std::span<const FoundFile> files) {
    std::vector<Sha256> contents;
    std::vector<FoldCandidate> candidates;
    for (const FoundFile& file : files) {
        candidates.push_back({file.hit.item.kind, file.hit.item.takenMs, {}});
        if (contents.size() < kMostCompared) contents.push_back(file.content);
    }
    const auto pictures = space.info().modalities.find(Modality::image);
    if (pictures == space.info().modalities.end() || pictures->second.encoders.empty()) return foldSimilar(candidates);
    FUSEFIND_TRY_ASSIGN(LatentRows latents,
                        storedLatents(workspace, Modality::image, {pictures->second.encoders.front()}, contents));
    normalizeRows(latents.rows);
    for (size_t i = 0; i < contents.size(); ++i)
        if (latents.rowOf[i]) candidates[i].latent = latents.rows.row(*latents.rowOf[i]);
    return foldSimilar(candidates);
}

// `shots`: those of shotsOf(), or empty if nothing is to fold.
std::vector<LibraryHit> hitsOf(std::vector<FoundFile> files, std::span<const size_t> shots, size_t top) {
    std::vector<LibraryHit> hits;
    std::vector<size_t> hitOf(files.size()); // the hit that a file is or has joined
    for (size_t i = 0; i < files.size(); ++i) {
        if (!shots.empty() && shots[i] != i) {
            hitOf[i] = hitOf[shots[i]];
            hits[hitOf[i]].similar.push_back(std::move(files[i].hit.item));
            continue;
        }
        hitOf[i] = hits.size();
        hits.push_back(std::move(files[i].hit));
    }
    hits.resize(std::min(hits.size(), top));
    return hits;
}

// How many points are looked at for so many hits.
size_t lookedAt(const LibraryQuery& query, size_t top) {
    return query.foldSimilar ? kFoldedAhead * top : top;
}

// The best of what was found.
Result<std::vector<LibraryHit>> rankedHits(Workspace& workspace, const Space& space, const LibraryQuery& query,
                                           std::span<const SearchHit> found, size_t top, const JobContext& context) {
    const size_t most = lookedAt(query, top);
    FUSEFIND_TRY_ASSIGN(std::vector<FoundFile> files,
                        filesOf(workspace, found.first(std::min(most, found.size())), query.filter, most));
    if (context.cancelled()) return fail(ErrorCode::cancelled, "cancelled");
    std::vector<size_t> shots;
    if (query.foldSimilar) {
        FUSEFIND_TRY_ASSIGN(shots, shotsOf(workspace, space, files));
    }
    return hitsOf(std::move(files), shots, top);
}

// Only a text by itself has a reference to be compared with.
Result<std::optional<float>> closeScoreFor(Workspace& workspace, const std::vector<QueryTerm>& terms,
                                           const OpenIndex& open, const JobContext& context) {
    if (terms.size() != 1 || terms.front().text.empty() || !terms.front().wanted || !open.close) return std::nullopt;
    FUSEFIND_TRY_ASSIGN(const QueryPoint asked, pointOfTerm(workspace, open.space, terms.front(), context));
    return closeScoreOf(*open.close, asked.latent);
}

} // namespace

Result<LibraryAnswer> searchLibrary(Workspace& workspace, const LibraryQuery& query, JobContext& context,
                                    const FirstHits& onFirst) {
    const auto start = std::chrono::steady_clock::now();
    FUSEFIND_TRY_ASSIGN(const auto space, workspace.spaces().load(query.space));
    LibraryAnswer answer;
    answer.space = space->info().name;
    FUSEFIND_TRY_ASSIGN(const Query parts, partsOf(workspace, space, query.terms, answer.shortened, context));
    FUSEFIND_TRY_ASSIGN(const std::vector<float> point, combineQuery(parts));

    FUSEFIND_TRY_ASSIGN(const auto open, openIndex(workspace, space, context));
    FUSEFIND_TRY_ASSIGN(const auto scope, scopeOf(workspace, query.filter));
    SearchRequest request{lookedAt(query, query.top), query.minScore, query.exact, {}};
    // The table of the scope holds what passes; naming every kind keeps labels that it does not know out of the walk
    // through the index.
    if (scope) request.scope.kinds.assign(kItemKinds.begin(), kItemKinds.end());
    FUSEFIND_TRY_ASSIGN(const auto found, searchPoints(*open->index, scope ? *scope : *open->table, point, request));

    FUSEFIND_TRY_ASSIGN(answer.closeScore, closeScoreFor(workspace, query.terms, *open, context));
    const auto fill = [&](size_t top) -> Status {
        FUSEFIND_TRY_ASSIGN(answer.hits, rankedHits(workspace, *space, query, found, top, context));
        answer.elapsedMs = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
        return {};
    };
    // Facts and similar shots of hundreds of hits take longer than the search: a screenful need not wait for them.
    if (onFirst && query.firstHits > 0 && query.firstHits < std::min(query.top, found.size())) {
        FUSEFIND_TRY(fill(query.firstHits));
        onFirst(answer);
    }
    FUSEFIND_TRY(fill(query.top));
    return answer;
}

} // namespace fusefind
