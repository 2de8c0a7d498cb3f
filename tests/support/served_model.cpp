#include "support/served_model.h"

#include "core/base/atomic_file.h"
#include "core/base/hash.h"

#include <fmt/format.h>

#include <cstdlib>

namespace fusefind {

namespace {

constexpr auto kRepository = "somebody/model";
constexpr auto kRevision = "0123456789abcdef0123456789abcdef01234567";

bool belongsToTests(const std::string& name) {
    return name == "expected.safetensors" || name == "texts.json";
}

} // namespace

ServedModel::ServedModel(HttpsServer& server, const std::filesystem::path& folder, const std::string& id)
    : entry{{"id", id},
            {"repository", kRepository},
            {"revision", kRevision},
            {"size", "small"},
            {"in_paper", false},
            {"license", "apache-2.0"},
            {"non_commercial", false},
            {"modalities", {{"image", 32}}},
            {"memory_mb", nullptr},
            {"languages", nlohmann::json::array()},
            {"purpose", "for tests"},
            {"files", nlohmann::json::array()}},
      server_(server.address()) {
    for (const auto& found : std::filesystem::recursive_directory_iterator(folder)) {
        const std::string name = found.path().lexically_relative(folder).string();
        if (!found.is_regular_file() || belongsToTests(name)) continue;
        const std::string bytes = readFile(found.path()).value();
        server.serveFile(pathOf(name), bytes);
        const auto hash = hashBytes(std::as_bytes(std::span(bytes)));
        entry["files"].push_back({{"path", name}, {"size", bytes.size()}, {"sha256", toHex(hash)}});
    }
}

nlohmann::json& ServedModel::file(const std::string& name) {
    for (auto& file : entry["files"])
        if (file["path"] == name) return file;
    std::abort();
}

std::string ServedModel::pathOf(const std::string& name) {
    return fmt::format("/{}/resolve/{}/{}", kRepository, kRevision, name);
}

std::filesystem::path ServedModel::catalogue() const {
    const nlohmann::json whole{{"format", 1}, {"server", server_}, {"models", {entry}}};
    return folder_.write("catalogue.json", whole.dump());
}

} // namespace fusefind
