#pragma once

#include "core/protocol/message.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace fusefind {

// A frame is the length of its body (4 bytes, big-endian) and the body: one message as CBOR.
inline constexpr size_t kMaxFrameBytes = size_t{64} << 20;

// Errors: limit (larger than a frame may be).
Result<std::string> encodeFrame(const Message& message);

// Takes bytes as they arrive and gives messages as they are complete. After an error the stream cannot be followed any
// more: hang up.
class FrameReader {
public:
    void feed(std::string_view bytes) { buffer_.append(bytes); }

    // The next message; nothing until more bytes come. Errors: limit (a frame that says to be larger than allowed:
    // refused before anything is allocated), invalidInput (not CBOR, not a message).
    Result<std::optional<Message>> next();

private:
    std::string buffer_;
    size_t begin_ = 0; // of what was not read yet
};

} // namespace fusefind
