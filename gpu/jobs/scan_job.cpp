#include "gpu/jobs/scan_job.h"

#include "core/library/browse.h"
#include "core/library/scan.h"
#include "core/media/probe.h"
#include "gpu/jobs/crash_marker.h"
#include "gpu/jobs/encode_library.h"
#include "gpu/jobs/space_index.h"

#include <chrono>

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

Result<LibraryScan> runScan(Workspace& workspace, JobContext& context, const std::function<void()>& onMore) {
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
    const auto afterRound = [&]() -> Status {
        const auto& open = workspace.openedIndex();
        if (!space || (open && open->space != space)) return {}; // searches use another space by now
        FUSEFIND_TRY(refreshIndex(workspace, space, context));
        if (onMore) onMore();
        return {};
    };
    FUSEFIND_TRY_ASSIGN(scan.encoded, encodeLibrary(workspace, encoders, afterRound, context));
    scan.encodeSeconds = secondsSince(encodeStart);
    FUSEFIND_TRY(describeTheRest(workspace, context));
    if (space) FUSEFIND_TRY(updateIndex(workspace, space, context, IndexUpkeep::thorough));

    scan.discovered = found.discovered;
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
