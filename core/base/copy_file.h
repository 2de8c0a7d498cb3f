#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <functional>
#include <span>
#include <stop_token>

namespace fusefind {

// Copies a regular file, which appears whole or not at all; `onBlock` sees its bytes as they pass. Anything else is
// refused without being read. Errors: notFound, io, invalidInput (not a file), cancelled.
Status copyFileAtomically(const std::filesystem::path& from, const std::filesystem::path& to,
                          const std::stop_token& stop = {},
                          const std::function<void(std::span<const std::byte>)>& onBlock = {});

} // namespace fusefind
