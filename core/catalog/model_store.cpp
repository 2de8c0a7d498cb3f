#include "core/catalog/model_store.h"

#include "core/base/file_ops.h"
#include "core/base/text.h"
#include "core/catalog/model_import.h"

#include <fmt/chrono.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

namespace fusefind {

namespace {

using std::filesystem::path;

constexpr std::string_view kTemporary = ".tmp-"; // no id begins with a dot

// A folder beside the models, gone with this object unless it was renamed.
class TemporaryFolder {
public:
    static Result<TemporaryFolder> create(const path& root) {
        const auto folder = root / fmt::format("{}{}", kTemporary, ::getpid());
        std::error_code error;
        std::filesystem::create_directories(folder, error);
        if (error) return fail(systemError("cannot make a folder", folder, error.value()));
        return TemporaryFolder(folder);
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;

    [[nodiscard]] const path& get() const { return path_; }

private:
    explicit TemporaryFolder(path folder) : path_(std::move(folder)) {}
    path path_;
};

std::string nowInUtc() {
    const auto now = std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(now)));
}

Result<std::string> chooseId(const path& folder, const std::string& wanted) {
    const std::string id = wanted.empty() ? modelIdFor(folder) : wanted;
    if (isModelId(id)) return id;
    return fail(ErrorCode::invalidInput,
                fmt::format("\"{}\" cannot be the id of a model", singleLine(toUtf8(std::string_view(id)))), folder,
                "use lower-case letters, digits, '.', '_' and '-', at most 64, beginning with a letter or digit");
}

// The problem of one file, or nothing.
Result<std::optional<std::string>> checkFile(const path& file, const ModelFile& expected, const std::stop_token& stop) {
    const auto hash = hashFile(file, stop);
    if (!hash && hash.error().code == ErrorCode::cancelled) return fail(hash.error());
    if (!hash) return hash.error().text();
    if (*hash != expected.hash) return "its contents are not those that were added";
    return std::nullopt;
}

} // namespace

std::vector<std::string> ModelStore::ids() const {
    std::vector<std::string> ids;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(root_, error), end; !error && entry != end; entry.increment(error))
        if (auto name = entry->path().filename().native(); isModelId(name)) ids.push_back(std::move(name));
    std::sort(ids.begin(), ids.end());
    return ids;
}

std::vector<ModelManifest> ModelStore::list() const {
    std::vector<ModelManifest> models;
    for (const std::string& id : ids()) {
        if (auto manifest = readManifest(folderOf(id)))
            models.push_back(std::move(*manifest));
        else
            spdlog::warn("model {} is left out: {}", id, manifest.error().text());
    }
    return models;
}

Result<ModelManifest> ModelStore::find(std::string_view id) const {
    std::error_code ignored;
    if (!isModelId(id) || !std::filesystem::exists(folderOf(id), ignored))
        return fail(ErrorCode::notFound, fmt::format("there is no model \"{}\"", singleLine(toUtf8(id))), {},
                    "`models list` shows those there are");
    return readManifest(folderOf(id));
}

Result<ModelManifest> ModelStore::add(const path& folder, const AddModelOptions& options, const ModelDims& dims) {
    FUSEFIND_TRY_ASSIGN(const std::string id, chooseId(folder, options.id));
    removeLeftovers();
    FUSEFIND_TRY_ASSIGN(const auto temporary, TemporaryFolder::create(root_));
    FUSEFIND_TRY_ASSIGN(auto manifest, takeIn(folder, temporary.get(), options, dims));
    manifest.id = id;
    std::error_code ignored;
    if (std::filesystem::exists(folderOf(id), ignored)) {
        auto present = find(id);
        if (present && present->fingerprint() == manifest.fingerprint()) return present;
        return fail(ErrorCode::invalidInput, fmt::format("another model has the id {}", id), folder,
                    "remove that model first, or give this folder another name");
    }
    FUSEFIND_TRY(writeManifest(temporary.get(), manifest));
    FUSEFIND_TRY(renameDurably(temporary.get(), folderOf(id)));
    return manifest;
}

Result<ModelManifest> ModelStore::takeIn(const path& folder, const path& temporary, const AddModelOptions& options,
                                         const ModelDims& dims) const {
    FUSEFIND_TRY_ASSIGN(auto manifest, importModelFolder(folder, temporary, options));
    FUSEFIND_TRY_ASSIGN(manifest.modalities, dims(temporary));
    if (manifest.modalities.empty())
        return fail(ErrorCode::unsupported,
                    fmt::format("FuseFind cannot use a model of type \"{}\"", singleLine(manifest.architecture)),
                    folder);
    manifest.addedAt = nowInUtc();
    return manifest;
}

Status ModelStore::remove(std::string_view id) {
    std::error_code error;
    if (!isModelId(id) || !std::filesystem::exists(folderOf(id), error))
        return fail(ErrorCode::notFound, fmt::format("there is no model \"{}\"", singleLine(toUtf8(id))), {},
                    "`models list` shows those there are");
    removeLeftovers();
    const auto aside = root_ / fmt::format("{}{}", kTemporary, ::getpid());
    FUSEFIND_TRY(renameDurably(folderOf(id), aside));
    std::filesystem::remove_all(aside, error);
    if (error) return fail(systemError("cannot delete", aside, error.value()));
    return {};
}

Result<std::vector<ModelProblem>> ModelStore::verify(const std::stop_token& stop) const {
    std::vector<ModelProblem> problems;
    for (const std::string& id : ids()) {
        const auto manifest = readManifest(folderOf(id));
        if (!manifest) {
            problems.push_back({id, folderOf(id) / kManifestName, manifest.error().text()});
            continue;
        }
        for (const ModelFile& file : manifest->files) {
            FUSEFIND_TRY_ASSIGN(const auto problem, checkFile(folderOf(id) / file.path, file, stop));
            if (problem) problems.push_back({id, folderOf(id) / file.path, *problem});
        }
    }
    return problems;
}

void ModelStore::removeLeftovers() const {
    std::error_code error;
    std::vector<path> leftovers;
    for (std::filesystem::directory_iterator entry(root_, error), end; !error && entry != end; entry.increment(error))
        if (entry->path().filename().native().starts_with(kTemporary)) leftovers.push_back(entry->path());
    for (const path& leftover : leftovers)
        std::filesystem::remove_all(leftover, error);
}

} // namespace fusefind
