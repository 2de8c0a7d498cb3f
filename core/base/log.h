#pragma once

#include <spdlog/spdlog.h>

#include <filesystem>

namespace fusefind {

// The one logger: warnings and worse to standard error, everything to `file` if given (5 MiB, two kept). Call once, in
// main. Elsewhere: spdlog::info("scanned {} files", n), spdlog::warn, spdlog::error.
void startLog(spdlog::level::level_enum consoleLevel, const std::filesystem::path& file = {});

} // namespace fusefind
