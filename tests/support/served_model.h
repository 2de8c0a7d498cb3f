#pragma once

#include "support/https_server.h"

#include <nlohmann/json.hpp>

namespace fusefind {

// A model's folder on a server, and a catalogue that knows all of it.
class ServedModel {
public:
    // Without the files of tests in it (expected latents and texts).
    ServedModel(HttpsServer& server, const std::filesystem::path& folder, const std::string& id);

    nlohmann::json entry; // the model's in the catalogue; may be changed before catalogue()
    // The entry of one of the files.
    nlohmann::json& file(const std::string& name);
    // Where the server has a file of it.
    [[nodiscard]] static std::string pathOf(const std::string& name);

    // Writes the catalogue anew; its path.
    [[nodiscard]] std::filesystem::path catalogue() const;

private:
    std::string server_;
    TempDir folder_;
};

} // namespace fusefind
