#include "gpu/jobs/space_index.h"

#include "core/index/hnsw_index.h"
#include "core/library/settings.h"
#include "gpu/jobs/close_reference.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <charconv>
#include <future>

namespace fusefind {

namespace {

constexpr size_t kBlock = 64; // latents projected and added before a search may come between
constexpr size_t kTuningQueries = 256;
constexpr size_t kLong = 5000; // points that take more than a moment to add

std::string recallKey(const std::string& space) {
    return "index_recall/" + space;
}

std::vector<Label> common(const std::vector<Label>& a, const std::vector<Label>& b) {
    std::vector<Label> both;
    std::ranges::set_intersection(a, b, std::back_inserter(both));
    return both;
}

std::vector<Label> without(const std::vector<Label>& all, const std::vector<Label>& gone) {
    std::vector<Label> left;
    std::ranges::set_difference(all, gone, std::back_inserter(left));
    return left;
}

// What can be searched: segments of library files that all of the space's encoders of the modality have seen.
// Ascending.
Result<std::vector<Label>> searchable(Workspace& workspace, const LabelTable& table,
                                      const std::vector<std::string>& encoders, Modality modality) {
    std::vector<Label> labels;
    for (const LabelRow& row : table.rows())
        if ((row.kind == ItemKind::image) == (modality == Modality::image)) labels.push_back(row.label);
    for (const std::string& id : encoders) {
        FUSEFIND_TRY_ASSIGN(LatentStore* const store, workspace.latents(id, modality));
        FUSEFIND_TRY_ASSIGN(const std::vector<Label> known, store->labels());
        labels = common(labels, known);
    }
    return labels;
}

Result<Matrix> project(Workspace& workspace, const Space& space, Modality modality, std::span<const Label> labels) {
    std::vector<Matrix> parts;
    for (const std::string& id : space.info().modalities.at(modality).encoders) {
        FUSEFIND_TRY_ASSIGN(LatentStore* const store, workspace.latents(id, modality));
        FUSEFIND_TRY_ASSIGN(StoredLatents latents, store->readLabels(labels));
        parts.push_back(std::move(latents.rows));
    }
    return space.project(modality, concatenateColumns(parts));
}

// Every point of the index that is not in the library goes, every one that is missing comes. True if anything changed.
Result<bool> synchronise(Workspace& workspace, const Space& space, const LabelTable& table, VectorIndex& index,
                         JobContext& context) {
    std::vector<Label> gone = index.labels();
    const std::vector<Label> present = gone;
    bool changed = false;
    for (const auto& [modality, description] : space.info().modalities) {
        if (modality == Modality::text || description.encoders.empty()) continue;
        FUSEFIND_TRY_ASSIGN(const std::vector<Label> wanted,
                            searchable(workspace, table, description.encoders, modality));
        gone = without(gone, wanted);
        const std::vector<Label> missing = without(wanted, present);
        for (size_t begin = 0; begin < missing.size(); begin += kBlock) {
            if (context.cancelled()) return fail(ErrorCode::cancelled, "cancelled");
            const auto labels = std::span(missing).subspan(begin, std::min(kBlock, missing.size() - begin));
            FUSEFIND_TRY_ASSIGN(const Matrix points, project(workspace, space, modality, labels));
            FUSEFIND_TRY(index.add(labels, points));
            changed = true;
            if (missing.size() > kLong)
                context.progress(
                    {"index", static_cast<int64_t>(begin + labels.size()), static_cast<int64_t>(missing.size()), {}});
            context.yield();
        }
    }
    FUSEFIND_TRY(index.remove(gone));
    return changed || !gone.empty();
}

// By texts that the space was trained on. Without them the index stays as broad as it is unmeasured: its own points,
// which are there to ask with, are found too easily to tell anything.
Status tune(Workspace& workspace, const OpenIndex& open, JobContext& context) {
    const auto examples = readExamples(workspace.spaces().examplesFile(open.space->info().name), *open.space);
    if (!examples) return {}; // makeCloseReference() tells of damage
    FUSEFIND_TRY_ASSIGN(const Matrix queries,
                        open.space->project(Modality::text, firstRows(examples->latents, kTuningQueries)));
    Result<std::optional<double>> recall = std::nullopt;
    context.aside([&] { recall = open.index->tune(queries); });
    if (!recall) return fail(recall.error());
    if (!*recall) return {};
    return Settings(workspace.database()).set(recallKey(open.space->info().name), fmt::format("{}", **recall));
}

using OpenedIndex = Result<std::shared_ptr<HnswIndex>>;

OpenedIndex loadOrCreate(const std::filesystem::path& file, const std::string& fingerprint, size_t dim) {
    auto loaded = HnswIndex::load(file, fingerprint);
    if (!loaded && loaded.error().code != ErrorCode::notFound)
        spdlog::warn("the index is built again: {}", loaded.error().text());
    if (!loaded) loaded = HnswIndex::create(dim);
    FUSEFIND_TRY_ASSIGN(std::shared_ptr<HnswIndex> index, std::move(loaded));
    return index;
}

// The index of this process if it is of this very space, else the saved one, else an empty one. What is loaded, which
// takes neither Torch nor the database, is so beside the caller.
std::future<OpenedIndex> beginToOpen(Workspace& workspace, const Space& space) {
    if (const auto& open = workspace.openedIndex(); open && open->space.get() == &space)
        return std::async(std::launch::deferred, [index = open->index] { return OpenedIndex(index); });
    return std::async(std::launch::async, loadOrCreate, workspace.spaces().indexFile(space.info().name),
                      space.fingerprint(), static_cast<size_t>(space.info().dim));
}

Result<std::shared_ptr<const LabelTable>> tableOf(Workspace& workspace) {
    FUSEFIND_TRY_ASSIGN(const auto segments, workspace.library().segments());
    std::vector<LabelRow> rows;
    rows.reserve(segments.size());
    for (const SegmentRow& row : segments)
        rows.push_back({row.label, row.item, row.time.startMs, row.time.endMs, row.kind});
    return std::make_shared<const LabelTable>(std::move(rows));
}

std::shared_ptr<const OpenIndex> keepOpen(Workspace& workspace, std::shared_ptr<const Space> space,
                                          std::shared_ptr<HnswIndex> index, std::shared_ptr<const LabelTable> table,
                                          bool unsaved) {
    auto& open = workspace.openedIndex();
    auto close = open && open->space == space ? open->close : nullptr;
    open = std::make_shared<const OpenIndex>(
        OpenIndex{std::move(space), std::move(index), std::move(table), unsaved, std::move(close)});
    return open;
}

// True if the graph is another now. The results are right without it, so that a machine short of memory may go on.
bool compacted(HnswIndex& index, JobContext& context) {
    if (!index.wantsCompaction()) return false;
    Status done;
    context.aside([&] { done = index.compact(); });
    if (!done) spdlog::warn("the index keeps its removed points for now: {}", done.error().text());
    return done.has_value();
}

Status save(Workspace& workspace, const Space& space, const HnswIndex& index, JobContext& context) {
    const auto file = workspace.spaces().indexFile(space.info().name);
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    if (error) return fail(systemError("cannot create the folder", file.parent_path(), error.value()));
    Status saved;
    const std::string fingerprint = space.fingerprint();
    context.aside([&] { saved = index.save(file, fingerprint); });
    return saved;
}

// The index is as its file has it.
std::shared_ptr<const OpenIndex> keepAsSaved(Workspace& workspace, const std::shared_ptr<const OpenIndex>& open,
                                             std::shared_ptr<const CloseReference> close) {
    auto saved = std::make_shared<OpenIndex>(*open);
    saved->close = std::move(close);
    saved->unsaved = false;
    // A job that came between may have opened a newer one.
    if (workspace.openedIndex() == open) workspace.openedIndex() = saved;
    return saved;
}

Result<std::shared_ptr<const OpenIndex>> compareAnew(Workspace& workspace, const std::shared_ptr<const OpenIndex>& open,
                                                     JobContext& context) {
    const auto examples = workspace.spaces().examplesFile(open->space->info().name);
    FUSEFIND_TRY_ASSIGN(CloseReference close, makeCloseReference(examples, *open->space, *open->index, context));
    return keepAsSaved(workspace, open, std::make_shared<const CloseReference>(std::move(close)));
}

} // namespace

Result<std::shared_ptr<const OpenIndex>> refreshIndex(Workspace& workspace, const std::shared_ptr<const Space>& space,
                                                      JobContext& context) {
    auto opening = beginToOpen(workspace, *space);
    auto listed = tableOf(workspace); // each takes a tenth of a second for 100,000 files
    FUSEFIND_TRY_ASSIGN(std::shared_ptr<HnswIndex> index, opening.get());
    FUSEFIND_TRY_ASSIGN(auto table, std::move(listed));
    FUSEFIND_TRY_ASSIGN(const bool changed, synchronise(workspace, *space, *table, *index, context));
    if (changed) { // which lets others work on the library meanwhile
        FUSEFIND_TRY_ASSIGN(table, tableOf(workspace));
    }
    const auto& before = workspace.openedIndex();
    const bool unsaved = changed || (before && before->space == space && before->unsaved);
    return keepOpen(workspace, space, std::move(index), std::move(table), unsaved);
}

Status updateIndex(Workspace& workspace, const std::shared_ptr<const Space>& space, JobContext& context,
                   IndexUpkeep upkeep) {
    FUSEFIND_TRY_ASSIGN(const auto open, refreshIndex(workspace, space, context));
    const bool changed = (upkeep == IndexUpkeep::thorough && compacted(*open->index, context)) || open->unsaved;
    if (!changed) return {};
    const bool isAnother = open->index->wantsTuning();
    if (isAnother) {
        const Status tuned = tune(workspace, *open, context);
        if (!tuned) spdlog::warn("how broadly to search could not be measured: {}", tuned.error().text());
    }
    FUSEFIND_TRY(save(workspace, *space, *open->index, context));
    if (isAnother)
        FUSEFIND_TRY(compareAnew(workspace, open, context));
    else // null: with the next search, since many files went
        keepAsSaved(workspace, open, open->index->wantsCompaction() ? nullptr : open->close);
    return {};
}

Result<std::shared_ptr<const OpenIndex>> openIndex(Workspace& workspace, const std::shared_ptr<const Space>& space,
                                                   JobContext& context) {
    if (const auto open = workspace.openedIndex(); open && open->space == space)
        return open->close || open->unsaved ? open : compareAnew(workspace, open, context);
    auto loaded = HnswIndex::load(workspace.spaces().indexFile(space->info().name), space->fingerprint());
    if (loaded) {
        FUSEFIND_TRY_ASSIGN(auto table, tableOf(workspace));
        return compareAnew(workspace, keepOpen(workspace, space, std::move(*loaded), std::move(table), false), context);
    }
    FUSEFIND_TRY(updateIndex(workspace, space, context));
    return workspace.openedIndex();
}

Status updateIndexInUse(Workspace& workspace, JobContext& context) {
    FUSEFIND_TRY_ASSIGN(const auto used, workspace.spaces().inUse());
    if (!used) return {};
    FUSEFIND_TRY_ASSIGN(const auto space, workspace.spaces().load(*used));
    return updateIndex(workspace, space, context);
}

Result<std::optional<double>> indexRecall(Workspace& workspace, const std::string& space) {
    FUSEFIND_TRY_ASSIGN(const auto text, Settings(workspace.database()).get(recallKey(space)));
    double recall = 0;
    if (!text || std::from_chars(text->data(), text->data() + text->size(), recall).ec != std::errc())
        return std::nullopt;
    return recall;
}

} // namespace fusefind
