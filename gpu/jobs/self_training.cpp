#include "gpu/jobs/self_training.h"

#include "core/base/atomic_file.h"
#include "core/library/discover.h"
#include "gpu/jobs/latent_rows.h"
#include "gpu/jobs/space_index.h"

#include <fmt/format.h>

#include <chrono>
#include <map>

namespace fusefind {

namespace {

using Clock = std::chrono::steady_clock;
using Skipped = std::map<std::filesystem::path, std::string>; // once, however many encoders fail

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

Status checkNewName(const std::string& name) {
    FUSEFIND_TRY(SpaceStore::checkName(name));
    if (name != ShippedSpace::kName) return {};
    return fail(ErrorCode::invalidInput, "the default space stays as it is", {}, "give another --name");
}

Result<std::vector<EncodeTask>> picturesIn(std::span<const std::filesystem::path> folders, JobContext& context,
                                           Skipped& skipped) {
    std::vector<EncodeTask> pictures;
    for (const auto& folder : folders) {
        FUSEFIND_TRY_ASSIGN(const Discovery found, discoverFiles(folder, context.stop()));
        for (const SkippedFile& file : found.skipped)
            skipped[file.path] = file.reason;
        for (const FoundFile& file : found.files) {
            if (file.kind != ItemKind::image) continue;
            const auto content = hashFile(file.path, context.stop());
            if (!content && content.error().code == ErrorCode::cancelled) return fail(content.error());
            if (content)
                pictures.push_back({file.path, *content});
            else
                skipped[file.path] = content.error().reason();
            context.progress({"read", static_cast<int64_t>(pictures.size()), 0, {}});
        }
    }
    return pictures;
}

Result<Matrix> latentsOfPictures(Workspace& workspace, const Space& space, std::span<const EncodeTask> pictures,
                                 JobContext& context, Skipped& skipped) {
    const EncodeSinks sinks{[&](const EncodeTask& task, const Error& error) -> Status {
                                skipped[task.file] = error.reason();
                                return {};
                            },
                            [](const EncodeTask&, const MediaInfo&) -> Status { return {}; }};
    const auto part = space.info().modalities.find(Modality::image);
    if (part == space.info().modalities.end())
        return fail(ErrorCode::notFound, "the default space lacks its encoders of pictures", {},
                    "install efficientnet-lite0 and efficientnet-lite2 with `fusefind-cli models add`");
    FUSEFIND_TRY_ASSIGN(LatentRows latents,
                        latentsOfFiles(workspace, Modality::image, part->second.encoders, pictures, sinks, context));
    return std::move(latents.rows);
}

// What text queries are compared with: texts lie where they lay.
Status keepExamples(const SpaceStore& spaces, const std::string& name) {
    const auto shipped = readFile(spaces.examplesFile(ShippedSpace::kName), size_t{1} << 30);
    if (!shipped) return {}; // a space without examples serves all the same
    return writeFileAtomically(spaces.examplesFile(name), *shipped);
}

} // namespace

Result<TrainReport> trainOnSelf(Workspace& workspace, std::span<const std::filesystem::path> folders,
                                const std::string& name, JobContext& context) {
    const auto start = Clock::now();
    FUSEFIND_TRY(checkNewName(name));
    FUSEFIND_TRY_ASSIGN(Space space, workspace.spaces().read(ShippedSpace::kName));
    Skipped skipped;
    FUSEFIND_TRY_ASSIGN(const auto pictures, picturesIn(folders, context, skipped));
    const auto encoding = Clock::now();
    FUSEFIND_TRY_ASSIGN(const Matrix latents, latentsOfPictures(workspace, space, pictures, context, skipped));
    TrainReport report;
    report.encodeSeconds = secondsSince(encoding);
    if (latents.empty())
        return fail(ErrorCode::notFound, "there is no picture to learn from", folders.front(),
                    "name a folder with pictures");
    FUSEFIND_TRY(space.adaptClasses(latents));
    space.rename(name);
    FUSEFIND_TRY(workspace.spaces().keep(space));
    FUSEFIND_TRY(keepExamples(workspace.spaces(), name));
    FUSEFIND_TRY_ASSIGN(const auto used, workspace.spaces().inUse());
    if (used == name) FUSEFIND_TRY(updateIndexInUse(workspace, context));
    report.space = space.info();
    for (const auto& [path, reason] : skipped)
        report.skipped.push_back({path, reason});
    report.seconds = secondsSince(start);
    return report;
}

} // namespace fusefind
