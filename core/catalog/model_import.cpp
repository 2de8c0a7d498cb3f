#include "core/catalog/model_import.h"

#include "core/base/atomic_file.h"
#include "core/base/copy_file.h"
#include "core/base/json_file.h"
#include "core/base/text.h"
#include "core/catalog/model_card.h"
#include "core/tensors/checkpoint.h"

#include <fcntl.h>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>

namespace fusefind {

namespace {

using std::filesystem::path;

// Copies and hashes in one pass.
Result<ModelFile> copyModelFile(const path& from, const path& to, const std::string& name,
                                const std::stop_token& stop) {
    ModelFile file{name, 0, {}};
    Hasher hasher;
    FUSEFIND_TRY(copyFileAtomically(from / name, to / name, stop, [&](std::span<const std::byte> bytes) {
        hasher.update(bytes);
        file.size += bytes.size();
    }));
    file.hash = hasher.finish();
    return file;
}

// The known files that are in the folder, sorted.
Result<std::vector<std::string>> knownFilesIn(const path& folder) {
    std::error_code error;
    std::vector<std::string> names;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (auto name = entry->path().filename().native(); isKnownModelFile(name)) names.push_back(std::move(name));
    if (error) return fail(systemError("cannot read", folder, error.value()));
    const std::string pooling = "1_Pooling/config.json";
    if (std::filesystem::exists(folder / pooling, error)) names.push_back(pooling);
    std::sort(names.begin(), names.end());
    return names;
}

Status requireWeights(const path& folder, const std::vector<std::string>& names) {
    const auto has = [&](const char* name) { return std::binary_search(names.begin(), names.end(), name); };
    if (has(kWeightsName) || has(kWeightsIndexName)) return Checkpoint::open(folder).map([](const Checkpoint&) {});
    std::error_code ignored;
    if (std::filesystem::exists(folder / "pytorch_model.bin", ignored))
        return fail(
            ErrorCode::unsupported, "its weights are a Python pickle (pytorch_model.bin)", folder,
            "pickles are never opened, because they can run code; download the model.safetensors of this model");
    return fail(ErrorCode::invalidInput, "there is no model.safetensors in this folder", folder,
                "use a model's folder in Hugging Face's layout");
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

Status requireProgram(const path& folder, bool trusted) {
    if (!trusted)
        return fail(ErrorCode::unsupported,
                    "this model is a program (TorchScript): it can do with your files whatever you can", folder,
                    "if you trust who made it, say --trust-program");
    std::error_code ignored;
    if (std::filesystem::exists(folder / kProgramName, ignored)) return {};
    return fail(ErrorCode::invalidInput, fmt::format("there is no {} in this folder", kProgramName), folder,
                "put the file that torch.jit.save wrote there under this name");
}

} // namespace

Result<ModelManifest> describeModelFolder(const path& folder, const AddModelOptions& options) {
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored))
        return fail(ErrorCode::notFound, "there is no such folder", folder);
    if (!std::filesystem::exists(folder / "config.json", ignored))
        return fail(ErrorCode::invalidInput, "there is no config.json in this folder", folder,
                    "use a model's folder in Hugging Face's layout");
    FUSEFIND_TRY_ASSIGN(const auto config, readJsonFile(folder / "config.json"));
    ModelManifest manifest;
    manifest.architecture = jsonField<std::string>(config, "model_type").value_or("");
    if (manifest.architecture.empty())
        return fail(ErrorCode::invalidInput, "it does not name a model_type", folder / "config.json");
    manifest.program = manifest.architecture == kProgramType;
    manifest.license = jsonField<std::string>(config, "license").value_or(readModelCard(folder).license);
    manifest.credit = jsonField<std::string>(config, "credit").value_or("");
    if (manifest.credit.empty() && std::filesystem::exists(folder / "NOTICE.txt", ignored)) {
        constexpr size_t kLongestNotice = 64 << 10;
        FUSEFIND_TRY_ASSIGN(const auto notice, readFile(folder / "NOTICE.txt", kLongestNotice));
        manifest.credit = std::string(trimmed(toUtf8(std::string_view(notice))));
    }
    manifest.prompt = options.prompt;
    manifest.pooling = options.pooling;
    if (!manifest.pooling) {
        FUSEFIND_TRY_ASSIGN(manifest.pooling, readPooling(folder));
    }
    return manifest;
}

Result<ModelManifest> importModelFolder(const path& from, const path& to, const AddModelOptions& options) {
    FUSEFIND_TRY_ASSIGN(ModelManifest manifest, describeModelFolder(from, options));
    FUSEFIND_TRY_ASSIGN(auto names, knownFilesIn(from));
    if (manifest.program) {
        FUSEFIND_TRY(requireProgram(from, options.trustProgram));
        names.insert(std::ranges::upper_bound(names, kProgramName), kProgramName);
    } else {
        FUSEFIND_TRY(requireWeights(from, names));
    }
    for (const std::string& name : names) {
        FUSEFIND_TRY_ASSIGN(auto file, copyModelFile(from, to, name, options.stop));
        manifest.files.push_back(std::move(file));
    }
    return manifest;
}

} // namespace fusefind
