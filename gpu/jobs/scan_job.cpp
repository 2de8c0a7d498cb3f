#include "gpu/jobs/scan_job.h"

#include "core/library/browse.h"
#include "core/library/scan.h"
#include "core/library/work_journal.h"
#include "gpu/jobs/crash_marker.h"
#include "gpu/jobs/encode.h"
#include "gpu/jobs/space_index.h"

#include <chrono>
#include <set>

namespace fusefind {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

// Listing and hashing wait for the disk; searches need not wait for them.
Result<ScanReport> lookAtFolders(Workspace& workspace, JobContext& context) {
    Result<ScanReport> found = fail(ErrorCode::cancelled, "cancelled");
    context.aside([&] {
        found = Database::connect(workspace.dataDir().database()).and_then([&](Database database) {
            return scanLibrary(database, context.stop(), [&](const Progress& progress) { context.progress(progress); });
        });
    });
    return found;
}

// Encodes what one encoder has not seen; files that cannot be read leave the library for the list of skipped ones.
Status encodePending(Workspace& workspace, const std::string& id, Modality modality, std::set<Sha256>& encoded,
                     JobContext& context) {
    FUSEFIND_TRY_ASSIGN(LatentStore* const store, workspace.latents(id, modality));
    FUSEFIND_TRY_ASSIGN(const std::string name, workspace.latentName(id, modality));
    FUSEFIND_TRY_ASSIGN(const auto pending, WorkJournal(workspace.database()).pending(name, modality));
    if (pending.empty()) return {};

    std::vector<EncodeTask> tasks;
    std::map<Sha256, const Item*> items;
    for (const PendingItem& waiting : pending) {
        tasks.push_back({waiting.item.path, waiting.item.content});
        items[waiting.item.content] = &waiting.item;
    }
    const EncodeSinks sinks{[&](const EncodeTask& task, const Error& error) {
                                return workspace.library().skip(*items.at(task.content), error.reason());
                            },
                            [&](const EncodeTask& task, const MediaInfo& info) {
                                encoded.insert(task.content);
                                return workspace.library().describe(task.content, info);
                            }};
    FUSEFIND_TRY_ASSIGN(const auto encoder, workspace.encoder(id, modality));
    FUSEFIND_TRY(encodeFiles(*encoder, *store, tasks, sinks, context));
    return {};
}

// Copies, and files that left the library and came back: their latents are there, and what they say of themselves is
// not.
Status describeTheRest(Workspace& workspace, JobContext& context) {
    FUSEFIND_TRY_ASSIGN(const auto items, undescribedItems(workspace.database()));
    for (const Item& item : items) {
        if (context.cancelled()) return fail(ErrorCode::cancelled, "cancelled");
        const CrashMarker::Reading reading(item.path);
        if (const auto info = probeMedia(item.path)) FUSEFIND_TRY(workspace.library().describe(item.content, *info));
        context.yield();
    }
    return {};
}

// Those of the space in use; without one, the first installed of each modality, so that a later training finds latents.
Result<EncoderChoice> encodersOfLibrary(Workspace& workspace, const Space* space) {
    EncoderChoice choice;
    FUSEFIND_TRY_ASSIGN(const auto folders, workspace.library().folders());
    if (folders.empty()) return choice; // and nothing to encode
    if (space == nullptr) return workspace.defaultEncoders();
    for (const auto& [modality, description] : space->info().modalities)
        choice[modality] = description.encoders;
    return choice;
}

} // namespace

Result<LibraryScan> runScan(Workspace& workspace, JobContext& context) {
    const auto start = Clock::now();
    FUSEFIND_TRY_ASSIGN(const auto used, workspace.spaces().inUse());
    std::shared_ptr<const Space> space;
    if (used) {
        FUSEFIND_TRY_ASSIGN(space, workspace.spaces().load(*used));
    }
    FUSEFIND_TRY_ASSIGN(const EncoderChoice encoders, encodersOfLibrary(workspace, space.get()));
    FUSEFIND_TRY_ASSIGN(const ScanReport found, lookAtFolders(workspace, context));

    LibraryScan scan;
    const auto encodeStart = Clock::now();
    std::set<Sha256> encoded;
    for (const auto& [modality, ids] : encoders) {
        if (modality == Modality::text) continue;
        for (const std::string& id : ids)
            FUSEFIND_TRY(encodePending(workspace, id, modality, encoded, context));
    }
    scan.encodeSeconds = secondsSince(encodeStart);
    FUSEFIND_TRY(describeTheRest(workspace, context));
    if (space) FUSEFIND_TRY(updateIndex(workspace, space, context, IndexUpkeep::thorough));

    scan.discovered = found.discovered;
    scan.encoded = static_cast<int64_t>(encoded.size());
    scan.unchanged = found.unchanged;
    scan.moved = static_cast<int64_t>(found.moved.size());
    scan.removed = static_cast<int64_t>(found.removed.size());
    for (const SkippedFile& folder : found.missing)
        scan.offline.push_back(folder.path);
    FUSEFIND_TRY_ASSIGN(scan.skipped, workspace.library().skipped());
    scan.seconds = secondsSince(start);
    return scan;
}

} // namespace fusefind
