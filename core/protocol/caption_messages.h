#pragma once

#include "core/protocol/message.h"

#include <optional>
#include <string>
#include <vector>

namespace fusefind {

// What the space in use would call a file of the library, or the segment of a sound that starts there.
struct CaptionsRequest {
    std::filesystem::path path;
    std::optional<double> startSeconds;
    size_t top = 3;
};

struct NearCaption {
    std::string text;
    float score = 0; // cosine
};

struct CaptionsAnswer {
    std::vector<NearCaption> captions; // nearest first; empty: the space keeps no captions, or does not know the file
};

Json toJson(const CaptionsRequest& request);
Json toJson(const CaptionsAnswer& answer);

// Errors: invalidInput, naming the field.
Result<CaptionsRequest> captionsRequestFromJson(const Json& json);
Result<CaptionsAnswer> captionsAnswerFromJson(const Json& json);

} // namespace fusefind
