#pragma once

#include "core/eval/split.h"
#include "core/library/pairs/paired_data.h"
#include "gpu/jobs/job_queue.h"
#include "gpu/jobs/scan_job.h"
#include "gpu/jobs/workspace.h"

#include <array>

namespace fusefind {

// Paired data as training and evaluation see it: rows of latents and which of them belong together.
struct PairedLatents {
    std::array<Matrix, kModalities.size()> latents; // [N, D] by modality; empty: absent
    std::array<SplitRows, kModalities.size()> rows;
    std::vector<PairKind> kinds;
    // What each row was made of; empty for ready-made latents.
    std::array<std::vector<std::filesystem::path>, kModalities.size()> files;
    std::vector<std::string> captions;
    std::array<std::vector<Sha256>, kModalities.size()> contents;
    std::vector<SkippedFile> skipped; // files that could not be encoded
    double encodeSeconds = 0;
};

// How many files were left out so far.
using OnSkipped = std::function<void(size_t)>;

// Reads paired folders as their user wants them (edited_pairs.h). Errors: those of readEditedPairs.
Result<PairedData> readPairs(Workspace& workspace, std::span<const std::filesystem::path> folders, JobContext& context);

// Encodes what no latent exists of. Pairs that lost an item to an unreadable file are left out. Errors: cancelled, with
// everything encoded so far kept; notFound if an encoder is not installed.
Result<PairedLatents> encodePairs(Workspace& workspace, const PairedData& data, const EncoderChoice& encoders,
                                  JobContext& context, const OnSkipped& onSkipped = {});

// Both.
Result<PairedLatents> encodePairs(Workspace& workspace, std::span<const std::filesystem::path> folders,
                                  const EncoderChoice& encoders, JobContext& context, const OnSkipped& onSkipped = {});

// The same from two files of ready-made latents, of which the second may say the owner of each of its rows.
Result<PairedLatents> readPairedLatents(const std::filesystem::path& a, const std::filesystem::path& b);

// nearDuplicates(), with searches between.
Result<std::vector<int64_t>> alikeRows(const Matrix& rows, JobContext& context);

} // namespace fusefind
