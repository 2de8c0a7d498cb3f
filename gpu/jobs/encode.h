#pragma once

#include "gpu/jobs/decode_ahead.h"
#include "gpu/jobs/job_queue.h"

#include <functional>
#include <string>

namespace fusefind {

// What encoding tells, on the compute thread.
struct EncodeSinks {
    std::function<Status(const EncodeTask&, const Error&)> onSkip; // a file that could not be read
    std::function<Status(const EncodeTask&, const MediaInfo&)> onInfo;
    ProgressSink onProgress = {}; // empty: the job's own
};

// Decodes ahead, encodes in batches, and stores each file when its last segment is there; a sound that fits into one
// segment has the time of a whole file. What is stored stays stored when the job is cancelled or killed. Returns the
// number of files encoded. A file that cannot be read goes to `onSkip` and stops nothing. Errors: cancelled; what the
// encoder, the store or a sink reports.
Result<int64_t> encodeFiles(Encoder& encoder, LatentStore& store, std::span<const EncodeTask> tasks,
                            const EncodeSinks& sinks, JobContext& context);

// The same for those lines of text that the store does not hold; returns their number.
Result<int64_t> encodeTexts(Encoder& encoder, LatentStore& store, std::span<const std::string> texts,
                            JobContext& context);

// The content that a line of text is stored under: its SHA-256.
Sha256 contentOf(std::string_view text);

} // namespace fusefind
