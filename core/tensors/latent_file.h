#pragma once

#include "core/base/modality.h"
#include "core/tensors/safetensors.h"

namespace fusefind {

// Latents that come from or go to other programs: safetensors with `latents` f32 or f16 [N, D], the modality in the
// metadata, and in the second file of a pair an optional `owner` i64 [M], the row of the first file that each row
// belongs to. Rows of text may come with the texts themselves, as a JSON array in the metadata ("texts"). Or the rows
// alone as NumPy saves them (npy_file.h), the modality in the file's name: "photos.image.npy".
struct LatentFile {
    Modality modality = Modality::image;
    Matrix latents; // [N, D], all finite, N and D at least 1
    std::optional<std::vector<int64_t>> owner;
    std::vector<std::string> texts{}; // [N], or empty
};

// Errors: those of SafetensorsFile::open and readNpyMatrix; invalidInput for a value that is not finite (with its row),
// no rows, an `owner` of another length or below 0, `texts` that are no N strings, and a missing or unknown modality.
Result<LatentFile> readLatentFile(const std::filesystem::path& path);

// f32. Errors: io.
Status writeLatentFile(const std::filesystem::path& path, const LatentFile& file);

struct LatentPair {
    LatentFile first;
    LatentFile second;
    std::vector<int64_t> owner; // [second rows]: the row of `first` that each belongs to
};

// Errors: those of readLatentFile; invalidInput if the owners do not fit the first file's rows or, without them, the
// numbers of rows differ, or if both are of one modality.
Result<LatentPair> readLatentPair(const std::filesystem::path& first, const std::filesystem::path& second);

} // namespace fusefind
