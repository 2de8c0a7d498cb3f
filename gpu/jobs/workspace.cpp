#include "gpu/jobs/workspace.h"

#include "core/base/text.h"
#include "core/library/work_journal.h"
#include "gpu/jobs/crash_marker.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace fusefind {

Workspace::Workspace(DataDir dataDir, Device device, Database database)
    : dataDir_(std::move(dataDir)),
      device_(device),
      database_(std::move(database)),
      library_(database_),
      models_(dataDir_.models()),
      spaces_(database_, dataDir_.spaces(), device, models_, {ShippedSpace::installedFolder(), models_}),
      encoders_(device) {}

Result<std::unique_ptr<Workspace>> Workspace::open(const std::filesystem::path& root, const Device& device) {
    FUSEFIND_TRY_ASSIGN(DataDir dataDir, DataDir::open(root));
    FUSEFIND_TRY_ASSIGN(Database database, Database::open(dataDir.database()));
    const auto mark = dataDir.root() / "crashed";
    if (const auto crashed = CrashMarker::take(mark)) {
        FUSEFIND_TRY_ASSIGN(const bool setAside, WorkJournal(database).strike(*crashed));
        if (setAside) spdlog::warn("{} crashed the program twice and is set aside", toUtf8(*crashed));
    }
    FUSEFIND_TRY(CrashMarker::install(mark));
    // Not make_unique: the constructor is private, and library and spaces keep the address of the database beside them.
    return std::unique_ptr<Workspace>(new Workspace(std::move(dataDir), device, std::move(database)));
}

Result<LatentStore*> Workspace::latents(const std::string& id, Modality modality) {
    auto& opened = latents_[{id, modality}];
    if (!opened) {
        FUSEFIND_TRY_ASSIGN(const ModelManifest manifest, models_.find(id));
        const auto dim = manifest.modalities.find(modality);
        if (dim == manifest.modalities.end())
            return fail(ErrorCode::invalidInput, fmt::format("{} does not encode {}", id, toString(modality)));
        FUSEFIND_TRY_ASSIGN(const std::string name, latentName(id, modality));
        FUSEFIND_TRY_ASSIGN(LatentStore store,
                            LatentStore::open(database_, dataDir_.latents() / name, name,
                                              static_cast<size_t>(dim->second), manifest.fingerprint()));
        opened = std::make_unique<LatentStore>(std::move(store));
    }
    return opened.get();
}

Result<std::string> Workspace::latentName(const std::string& id, Modality modality) {
    constexpr size_t kDigits = 12;
    FUSEFIND_TRY_ASSIGN(const ModelManifest manifest, models_.find(id));
    // Two towers of one model are two encoders with latents of their own.
    const std::string tower = manifest.modalities.size() > 1 ? fmt::format("-{}", toString(modality)) : "";
    return fmt::format("{}{}-{}", id, tower, toHex(manifest.fingerprint()).substr(0, kDigits));
}

Result<EncoderChoice> Workspace::defaultEncoders() {
    EncoderChoice choice;
    auto manifests = models_.list();
    std::ranges::stable_partition(manifests, [](const auto& manifest) { return manifest.modalities.size() == 1; });
    for (const ModelManifest& manifest : manifests)
        for (const auto& [modality, dim] : manifest.modalities)
            if (!choice.contains(modality)) choice[modality] = {manifest.id};
    if (choice.empty())
        return fail(ErrorCode::notFound, "no encoder is installed", {}, "add one with `fusefind-cli models add DIR`");
    return choice;
}

} // namespace fusefind
