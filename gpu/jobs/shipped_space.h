#pragma once

#include "core/catalog/model_store.h"
#include "gpu/fusemix/space.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fusefind {

// The space that comes with the program, in a folder that is only read: it serves where no trained space is in use.
class ShippedSpace {
public:
    static constexpr auto kName = "default";

    // Without a readable description in the folder there is none, of which the log warns.
    ShippedSpace(std::filesystem::path folder, const ModelStore& models);

    // In share/fusefind beside the program's folder or, in a build tree, in the sources.
    static std::filesystem::path installedFolder();

    // Texts and what else all encoders are installed for; empty unless that is something to search.
    [[nodiscard]] std::set<Modality> usable() const;
    // The encoders that searching pictures by words still lacks, by id.
    [[nodiscard]] std::vector<std::string> missing() const;

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

private:
    [[nodiscard]] std::vector<std::string> missing(Modality modality) const;

    std::filesystem::path folder_;
    const ModelStore* models_;
    std::optional<SpaceInfo> info_;
};

} // namespace fusefind
