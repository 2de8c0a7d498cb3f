#include "core/tensors/latent_file.h"

#include "core/base/text.h"
#include "core/tensors/npy_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <numeric>

namespace fusefind {

namespace {

using std::filesystem::path;

Result<Modality> readModality(const SafetensorsFile& file) {
    constexpr const char* kAdvice = "save it with the metadata entry \"modality\" set to image, text or audio";
    const auto found = file.metadata().find("modality");
    if (found == file.metadata().end())
        return fail(ErrorCode::invalidInput, "does not say of what modality its latents are", file.path(), kAdvice);
    const auto modality = modalityFromString(found->second);
    if (!modality)
        return fail(ErrorCode::invalidInput, fmt::format("\"{}\" is not a modality", singleLine(found->second)),
                    file.path(), kAdvice);
    return *modality;
}

Result<std::optional<std::vector<int64_t>>> readOwner(const SafetensorsFile& file, size_t rows) {
    if (!file.find("owner")) return std::nullopt;
    FUSEFIND_TRY_ASSIGN(auto owner, file.readIntegers("owner"));
    if (owner.size() != rows)
        return fail(ErrorCode::invalidInput, fmt::format("has {} owners for {} rows", owner.size(), rows), file.path());
    const auto negative = std::find_if(owner.begin(), owner.end(), [](int64_t row) { return row < 0; });
    if (negative != owner.end())
        return fail(ErrorCode::invalidInput,
                    fmt::format("the owner of row {} is {}", negative - owner.begin(), *negative), file.path());
    return std::optional(std::move(owner));
}

Result<std::vector<std::string>> readTexts(const SafetensorsFile& file, size_t rows) {
    const auto found = file.metadata().find("texts");
    if (found == file.metadata().end()) return std::vector<std::string>();
    const auto json = nlohmann::json::parse(found->second, nullptr, false);
    const auto isText = [](const nlohmann::json& text) { return text.is_string(); };
    if (!json.is_array() || json.size() != rows || !std::ranges::all_of(json, isText))
        return fail(ErrorCode::invalidInput, fmt::format("its \"texts\" are not {} strings", rows), file.path());
    return json.get<std::vector<std::string>>();
}

Result<std::vector<int64_t>> ownersOf(LatentPair& pair, const path& first, const path& second) {
    const auto rows = static_cast<int64_t>(pair.first.latents.rows());
    if (!pair.second.owner) {
        if (pair.second.latents.rows() != pair.first.latents.rows())
            return fail(
                ErrorCode::invalidInput,
                fmt::format("has {} rows, but {} has {}", pair.second.latents.rows(), toUtf8(first.filename()), rows),
                second, "give each row its \"owner\", the row of the first file it belongs to");
        std::vector<int64_t> owner(pair.second.latents.rows());
        std::iota(owner.begin(), owner.end(), 0);
        return owner;
    }
    const auto& owner = *pair.second.owner;
    const auto beyond = std::find_if(owner.begin(), owner.end(), [&](int64_t row) { return row >= rows; });
    if (beyond != owner.end())
        return fail(ErrorCode::invalidInput,
                    fmt::format("the owner of row {} is {}, but {} has {} rows", beyond - owner.begin(), *beyond,
                                toUtf8(first.filename()), rows),
                    second);
    return owner;
}

// NumPy's file says no more than numbers: the modality stands in its name, "photos.image.npy" or "image.npy".
Result<Modality> modalityFromName(const path& path) {
    const std::string stem = path.stem().native();
    const std::string last = stem.substr(stem.rfind('.') + 1);
    if (const auto modality = modalityFromString(asciiLower(last))) return *modality;
    return fail(ErrorCode::invalidInput, "its name does not say of what modality its latents are", path,
                "name it like photos.image.npy, with image, text or audio before .npy");
}

Result<LatentFile> readNpyLatents(const path& path) {
    LatentFile latent;
    FUSEFIND_TRY_ASSIGN(latent.modality, modalityFromName(path));
    FUSEFIND_TRY_ASSIGN(latent.latents, readNpyMatrix(path));
    return latent;
}

Result<LatentFile> readSafetensorsLatents(const path& path) {
    FUSEFIND_TRY_ASSIGN(const auto file, SafetensorsFile::open(path));
    LatentFile latent;
    FUSEFIND_TRY_ASSIGN(latent.latents, file.readMatrix("latents"));
    FUSEFIND_TRY_ASSIGN(latent.modality, readModality(file));
    FUSEFIND_TRY_ASSIGN(latent.owner, readOwner(file, latent.latents.rows()));
    FUSEFIND_TRY_ASSIGN(latent.texts, readTexts(file, latent.latents.rows()));
    return latent;
}

} // namespace

Result<LatentFile> readLatentFile(const path& path) {
    const bool numpy = lowerExtension(path) == ".npy";
    FUSEFIND_TRY_ASSIGN(LatentFile latent, numpy ? readNpyLatents(path) : readSafetensorsLatents(path));
    if (latent.latents.empty()) return fail(ErrorCode::invalidInput, "holds no latents", path);
    for (size_t i = 0; i < latent.latents.rows(); ++i)
        if (!allFinite(latent.latents.row(i)))
            return fail(ErrorCode::invalidInput,
                        fmt::format("row {} of its latents (counted from 0) holds NaN or infinity", i), path,
                        "remove that row and its partner");
    return latent;
}

Status writeLatentFile(const path& path, const LatentFile& file) {
    const auto rows = static_cast<int64_t>(file.latents.rows());
    std::vector<NamedTensor> tensors{{"latents",
                                      DType::f32,
                                      {rows, static_cast<int64_t>(file.latents.cols())},
                                      std::as_bytes(file.latents.values())}};
    if (file.owner) tensors.push_back({"owner", DType::i64, {rows}, std::as_bytes(std::span(*file.owner))});
    Metadata metadata{{"modality", std::string(toString(file.modality))}};
    if (!file.texts.empty())
        metadata["texts"] = nlohmann::json(file.texts).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return writeSafetensors(path, tensors, metadata);
}

Result<LatentPair> readLatentPair(const path& first, const path& second) {
    LatentPair pair;
    FUSEFIND_TRY_ASSIGN(pair.first, readLatentFile(first));
    FUSEFIND_TRY_ASSIGN(pair.second, readLatentFile(second));
    if (pair.first.owner)
        return fail(ErrorCode::invalidInput, "has owners, which belong into the second file of a pair", first,
                    "name the two files the other way round");
    if (pair.first.modality == pair.second.modality)
        return fail(ErrorCode::invalidInput, fmt::format("both files hold {} latents", toString(pair.first.modality)),
                    second, "a pair needs two modalities");
    FUSEFIND_TRY_ASSIGN(pair.owner, ownersOf(pair, first, second));
    return pair;
}

} // namespace fusefind
