#pragma once

#include "core/base/hash.h"

#include <optional>
#include <string_view>

namespace fusefind {

// The hash that these 64 lower-case digits are, as toHex writes them.
std::optional<Sha256> sha256FromHex(std::string_view hex);

} // namespace fusefind
