#include "core/base/log.h"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_color_sinks.h>

namespace fusefind {

void startLog(spdlog::level::level_enum consoleLevel, const std::filesystem::path& file) {
    auto console = std::make_shared<spdlog::sinks::stderr_color_sink_mt>();
    console->set_level(consoleLevel);
    console->set_pattern("%l: %v");
    std::vector<spdlog::sink_ptr> sinks{console};
    if (!file.empty()) {
        constexpr size_t kFileBytes = 5 * 1024 * 1024;
        try {
            sinks.push_back(std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file.string(), kFileBytes, 1));
        } catch (const spdlog::spdlog_ex&) {
            // A data directory that cannot be written is reported by whoever needs it; the log is no reason to stop.
        }
    }
    auto logger = std::make_shared<spdlog::logger>("fusefind", sinks.begin(), sinks.end());
    logger->set_level(spdlog::level::info);
    logger->flush_on(spdlog::level::warn);
    spdlog::set_default_logger(std::move(logger));
}

} // namespace fusefind
