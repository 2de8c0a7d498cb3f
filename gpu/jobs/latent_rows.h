#pragma once

#include "gpu/jobs/encode.h"
#include "gpu/jobs/workspace.h"

#include <optional>

namespace fusefind {

// One row for each content, or none where an encoder could not read it.
struct LatentRows {
    Matrix rows; // [N, D], latents joined over the encoders; a long sound is the mean of its segments
    std::vector<std::optional<size_t>> rowOf; // by position in the contents asked for
};

// The joined latents that are stored already; nothing is encoded.
Result<LatentRows> storedLatents(Workspace& workspace, Modality modality, const std::vector<std::string>& encoders,
                                 std::span<const Sha256> contents);

// The same from the stores of a modality's encoders, on the thread of theirs.
Result<LatentRows> storedLatents(std::span<LatentStore> stores, std::span<const Sha256> contents);

// Encodes what is missing with every encoder of the modality, then reads the joined latents. `seconds` grows by the
// time spent encoding. Files that cannot be read go to the sinks, once for each encoder that fails.
Result<LatentRows> latentsOfFiles(Workspace& workspace, Modality modality, const std::vector<std::string>& encoders,
                                  std::span<const EncodeTask> files, const EncodeSinks& sinks, JobContext& context);
Result<LatentRows> latentsOfTexts(Workspace& workspace, const std::vector<std::string>& encoders,
                                  std::span<const std::string> texts, JobContext& context);

} // namespace fusefind
