#pragma once

#include <random>
#include <string>

namespace fusefind {

// The bytes of a message with a few of them changed, and sometimes the end gone.
inline std::string damaged(std::string bytes, std::mt19937& random) {
    const auto below = [&](size_t end) { return std::uniform_int_distribution<size_t>(0, end - 1)(random); };
    const size_t changes = 1 + below(4);
    for (size_t i = 0; i < changes; ++i) {
        const size_t at = below(bytes.size());
        bytes[at] = below(2) == 0 ? static_cast<char>(below(256)) : static_cast<char>(bytes[at] ^ (1 << below(8)));
    }
    if (below(4) == 0) bytes.resize(1 + below(bytes.size()));
    return bytes;
}

} // namespace fusefind
