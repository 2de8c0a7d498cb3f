#include "core/protocol/frame.h"

#include "core/protocol/internal/cbor.h"

#include <fmt/format.h>

namespace fusefind {

namespace {

constexpr size_t kLengthBytes = 4;

tl::unexpected<Error> tooLarge(size_t bytes) {
    return fail(ErrorCode::limit,
                fmt::format("a message of {} bytes is larger than the {} allowed", bytes, kMaxFrameBytes));
}

} // namespace

Result<std::string> encodeFrame(const Message& message) {
    std::string frame(kLengthBytes, '\0');
    Json::to_cbor(toJson(message), frame);
    const size_t length = frame.size() - kLengthBytes;
    if (length > kMaxFrameBytes) return tooLarge(length);
    for (size_t i = 0; i < kLengthBytes; ++i)
        frame[i] = static_cast<char>(length >> (8 * (kLengthBytes - 1 - i)));
    return frame;
}

Result<std::optional<Message>> FrameReader::next() {
    const auto unread = std::string_view(buffer_).substr(begin_);
    if (unread.size() < kLengthBytes) return std::nullopt;
    size_t length = 0;
    for (const char c : unread.substr(0, kLengthBytes))
        length = length << 8 | static_cast<uint8_t>(c);
    if (length > kMaxFrameBytes) return tooLarge(length);
    if (unread.size() - kLengthBytes < length) return std::nullopt;

    FUSEFIND_TRY_ASSIGN(const Json json, readCbor(unread.substr(kLengthBytes, length)));
    FUSEFIND_TRY_ASSIGN(Message message, messageFromJson(json));
    begin_ += kLengthBytes + length;
    if (begin_ > buffer_.size() / 2) { // moved rarely, so that many small frames in one feed stay cheap
        buffer_.erase(0, begin_);
        begin_ = 0;
    }
    return message;
}

} // namespace fusefind
