#pragma once

#include <string>
#include <string_view>

namespace fusefind {

inline constexpr size_t kMaxCaptionBytes = 10'000;

// A caption as a text encoder may read it.
struct CleanCaption {
    std::string text;    // UTF-8 on one line without white space at its ends, at most kMaxCaptionBytes; may be empty
    std::string problem; // what had to be changed; may be empty
};

CleanCaption cleanCaption(std::string_view raw);

} // namespace fusefind
