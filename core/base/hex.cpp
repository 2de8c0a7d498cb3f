#include "core/base/hex.h"

namespace fusefind {

namespace {

std::optional<unsigned> hexDigit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return std::nullopt;
}

} // namespace

std::optional<Sha256> sha256FromHex(std::string_view hex) {
    Sha256 hash{};
    if (hex.size() != 2 * hash.size()) return std::nullopt;
    for (size_t i = 0; i < hash.size(); ++i) {
        const auto high = hexDigit(hex[2 * i]);
        const auto low = hexDigit(hex[2 * i + 1]);
        if (!high || !low) return std::nullopt;
        hash[i] = static_cast<std::byte>(*high * 16 + *low);
    }
    return hash;
}

} // namespace fusefind
