#pragma once

#include "core/search/close_score.h"
#include "core/tensors/latent_file.h"
#include "gpu/fusemix/trainer.h"
#include "gpu/jobs/job_queue.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>

namespace fusefind {

// What the text queries of one space are compared with to say whether anything close was found (close_score.h):
// captions that the space was trained on, kept beside it, and what they reach in the library's index as it was.
struct CloseReference {
    std::unique_ptr<const VectorIndex> examples; // raw text latents of unit length; null without a basis
    std::optional<CloseBasis> basis;             // none: too few examples or files to say anything
};

// Keeps up to 4,096 different text latents of the training pairs, drawn at random, with their texts ([rows of text], or
// empty). Without texts that an encoder belongs to it writes nothing. Errors: io.
Status saveExamples(const std::filesystem::path& file, const TrainingSet& set, const std::vector<std::string>& texts);

// Compares kReferenceQueries of the space's examples with each other and with the library: 0.1 s for 1,700 examples and
// a library of 800 files. A space without that file (imported, or trained by an earlier version) has no basis; neither
// has one whose file is damaged, of which the log warns. Errors: those of search() and project().
Result<CloseReference> makeCloseReference(const std::filesystem::path& file, const Space& space,
                                          const VectorIndex& library, JobContext& context);

// The examples of a space. Errors: notFound; those of readLatentFile; invalidInput (not as the space has its texts).
Result<LatentFile> readExamples(const std::filesystem::path& file, const Space& space);

// From which score on a hit is close to a text with this raw latent [D] of unit length; none if nothing can be said.
Result<std::optional<float>> closeScoreOf(const CloseReference& reference, std::span<const float> latent);

} // namespace fusefind
