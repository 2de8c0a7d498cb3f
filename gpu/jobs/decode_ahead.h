#pragma once

#include "core/base/hash.h"
#include "core/library/latent_store.h"
#include "core/media/probe.h"
#include "gpu/encoders/encoder.h"

#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <variant>

namespace fusefind {

// A picture, a sound or a video that has to be encoded.
struct EncodeTask {
    std::filesystem::path file;
    Sha256 content{};
    double longest = std::numeric_limits<double>::infinity(); // seconds of a sound that are read
};

// Decodes and prepares files on threads of its own, ahead of the encoder and never further than a bounded queue allows.
class DecodeAhead {
public:
    // One segment, ready for the network.
    struct Part {
        size_t task = 0; // index into the tasks
        SegmentTime time;
        EncoderInput input;
    };
    // No more parts of this task will come; what the file says of itself, or why it could not be read.
    struct End {
        size_t task = 0;
        Result<MediaInfo> info;
        bool whole = true; // false: EncodeTask::longest cut it
    };
    using Event = std::variant<Part, End>;

    // `encoder` and `tasks` must outlive this object. `capacity`: parts that may wait.
    DecodeAhead(const Encoder& encoder, std::span<const EncodeTask> tasks, size_t capacity);
    ~DecodeAhead(); // stops the threads, also in the middle
    DecodeAhead(const DecodeAhead&) = delete;
    DecodeAhead& operator=(const DecodeAhead&) = delete;

    // The next event, waiting for it; nothing once every task has ended. Parts of one task come in order.
    std::optional<Event> next();

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace fusefind
