#pragma once

#include "core/protocol/train_messages.h"

namespace fusefind {

// What of a training outlives the worker's process, beside the checkpoint.
struct TrainingRecord {
    TrainingState state;
    bool stopping = false;     // to be ended with the best so far
    int64_t launches = 0;      // since it last got further, of which none was seen to end
    int64_t furthestEpoch = 0; // that was ever reached
};

// In a file as the frame that would tell a window of it: paths are bytes, which JSON in a file cannot carry. Errors:
// io; of load: invalidInput (damaged, or of another version). A file that is not there is no training.
Status saveRecord(const std::filesystem::path& file, const TrainingRecord& record);
Result<TrainingRecord> loadRecord(const std::filesystem::path& file);

} // namespace fusefind
