#include "core/catalog/model_import.h"

#include "core/base/atomic_file.h"
#include "core/base/json_file.h"
#include "core/base/text.h"
#include "core/catalog/model_card.h"
#include "core/tensors/safetensors.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

namespace fusefind {

namespace {

using std::filesystem::path;

Status copyBytes(int from, AtomicFile& to, const path& source, ModelFile& file, const std::stop_token& stop) {
    Hasher hasher;
    std::vector<std::byte> block(1 << 20);
    while (true) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
        const ssize_t count = ::read(from, block.data(), block.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return fail(systemError("cannot read", source, errno));
        if (count == 0) break;
        const auto bytes = std::span(block).first(static_cast<size_t>(count));
        hasher.update(bytes);
        FUSEFIND_TRY(to.write(bytes));
        file.size += bytes.size();
    }
    file.hash = hasher.finish();
    return {};
}

// Copies and hashes in one pass. Anything but a regular file is refused without being read.
Result<ModelFile> copyModelFile(const path& from, const path& to, const std::string& name,
                                const std::stop_token& stop) {
    const path source = from / name;
    const UniqueFd fd(::open(source.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!fd) return fail(systemError("cannot open", source, errno));
    struct stat info {};
    if (::fstat(fd.get(), &info) != 0) return fail(systemError("cannot read", source, errno));
    if (!S_ISREG(info.st_mode)) return fail(ErrorCode::invalidInput, "not a file", source);
    std::error_code error;
    std::filesystem::create_directories((to / name).parent_path(), error);
    if (error) return fail(systemError("cannot make a folder", (to / name).parent_path(), error.value()));
    FUSEFIND_TRY_ASSIGN(auto target, AtomicFile::create(to / name));
    ModelFile file{name, 0, {}};
    FUSEFIND_TRY(copyBytes(fd.get(), target, source, file, stop));
    FUSEFIND_TRY(target.commit());
    return file;
}

// The known files that are in the folder, sorted.
Result<std::vector<std::string>> knownFilesIn(const path& folder) {
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error))
        return fail(ErrorCode::notFound, "there is no such folder", folder);
    std::vector<std::string> names;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (auto name = entry->path().filename().native(); isKnownModelFile(name)) names.push_back(std::move(name));
    if (error) return fail(systemError("cannot read", folder, error.value()));
    const std::string pooling = "1_Pooling/config.json";
    if (std::filesystem::exists(folder / pooling, error)) names.push_back(pooling);
    std::sort(names.begin(), names.end());
    return names;
}

Status requireFiles(const path& folder, const std::vector<std::string>& names) {
    const auto has = [&](const char* name) { return std::binary_search(names.begin(), names.end(), name); };
    if (!has("config.json"))
        return fail(ErrorCode::invalidInput, "there is no config.json in this folder", folder,
                    "use a model's folder in Hugging Face's layout");
    if (has("model.safetensors")) return {};
    std::error_code ignored;
    if (std::filesystem::exists(folder / "pytorch_model.bin", ignored))
        return fail(
            ErrorCode::unsupported, "its weights are a Python pickle (pytorch_model.bin)", folder,
            "pickles are never opened, because they can run code; download the model.safetensors of this model");
    return fail(ErrorCode::invalidInput, "there is no model.safetensors in this folder", folder,
                "use a model's folder in Hugging Face's layout, its weights in one file");
}

// What sentence-transformers models say of their pooling.
Result<std::optional<Pooling>> readPooling(const path& folder) {
    const path file = folder / "1_Pooling/config.json";
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return std::nullopt;
    FUSEFIND_TRY_ASSIGN(const auto json, readJsonFile(file));
    const auto says = [&](const char* key) { return jsonField<bool>(json, key).value_or(false); };
    if (says("pooling_mode_mean_tokens")) return Pooling::mean;
    if (says("pooling_mode_cls_token")) return Pooling::cls;
    return fail(ErrorCode::unsupported, "its pooling is neither cls nor mean", file);
}

Status describe(const path& folder, const AddModelOptions& options, ModelManifest& manifest) {
    FUSEFIND_TRY_ASSIGN(const auto config, readJsonFile(folder / "config.json"));
    manifest.architecture = jsonField<std::string>(config, "model_type").value_or("");
    if (manifest.architecture.empty())
        return fail(ErrorCode::invalidInput, "it does not name a model_type", folder / "config.json");
    manifest.license = jsonField<std::string>(config, "license").value_or(readModelCard(folder).license);
    manifest.credit = jsonField<std::string>(config, "credit").value_or("");
    std::error_code ignored;
    if (manifest.credit.empty() && std::filesystem::exists(folder / "NOTICE.txt", ignored)) {
        constexpr size_t kLongestNotice = 64 << 10;
        FUSEFIND_TRY_ASSIGN(const auto notice, readFile(folder / "NOTICE.txt", kLongestNotice));
        manifest.credit = std::string(trimmed(toUtf8(std::string_view(notice))));
    }
    manifest.pooling = options.pooling;
    if (!manifest.pooling) {
        FUSEFIND_TRY_ASSIGN(manifest.pooling, readPooling(folder));
    }
    return {};
}

} // namespace

Result<ModelManifest> importModelFolder(const path& from, const path& to, const AddModelOptions& options) {
    FUSEFIND_TRY_ASSIGN(const auto names, knownFilesIn(from));
    FUSEFIND_TRY(requireFiles(from, names));
    ModelManifest manifest;
    FUSEFIND_TRY(describe(from, options, manifest));
    FUSEFIND_TRY(SafetensorsFile::open(from / "model.safetensors"));
    for (const std::string& name : names) {
        FUSEFIND_TRY_ASSIGN(auto file, copyModelFile(from, to, name, options.stop));
        manifest.files.push_back(std::move(file));
    }
    return manifest;
}

} // namespace fusefind
