#include "gpu/jobs/shipped_space.h"

#include <spdlog/spdlog.h>

namespace fusefind {

ShippedSpace::ShippedSpace(std::filesystem::path folder, const ModelStore& models)
    : folder_(std::move(folder)), models_(&models) {
    auto info = Space::readInfo(folder_);
    if (info)
        info_ = std::move(*info);
    else
        spdlog::warn("there is no default space: {}", info.error().text());
}

std::filesystem::path ShippedSpace::installedFolder() {
    std::error_code ignored;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
    const auto installed = program.parent_path().parent_path() / "share" / "fusefind" / "default-space";
    return std::filesystem::exists(installed, ignored) ? installed
                                                       : std::filesystem::path(FUSEFIND_RESOURCES) / "default-space";
}

std::vector<std::string> ShippedSpace::missing(Modality modality) const {
    std::vector<std::string> ids;
    const auto part = info_->modalities.find(modality);
    if (part == info_->modalities.end()) return ids;
    for (const std::string& id : part->second.encoders)
        if (!models_->find(id)) ids.push_back(id);
    return ids;
}

std::set<Modality> ShippedSpace::usable() const {
    std::set<Modality> usable;
    if (!info_ || !missing(Modality::text).empty()) return usable;
    for (const auto& [modality, part] : info_->modalities)
        if (missing(modality).empty()) usable.insert(modality);
    return usable.size() > 1 ? usable : std::set<Modality>();
}

std::vector<std::string> ShippedSpace::missing() const {
    std::vector<std::string> ids;
    if (!info_) return ids;
    for (const Modality modality : {Modality::text, Modality::image})
        for (std::string& id : missing(modality))
            ids.push_back(std::move(id));
    return ids;
}

} // namespace fusefind
