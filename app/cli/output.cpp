#include "app/cli/output.h"

#include "core/base/text.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>

namespace fusefind {

namespace {

std::string progressLine(const Progress& progress) {
    std::string line = progress.phase;
    if (progress.total > 0)
        line += fmt::format(" {}/{}", progress.done, progress.total);
    else if (progress.done > 0)
        line += fmt::format(" {}", progress.done);
    if (!progress.detail.empty()) line += "  " + progress.detail;
    return singleLine(line);
}

void drawBar(const Progress& progress) {
    constexpr int kWidth = 24;
    std::string bar;
    if (progress.total > 0) {
        const auto filled = static_cast<int>(kWidth * std::min(progress.done, progress.total) / progress.total);
        bar = fmt::format("[{:=<{}}{: <{}}] ", "", filled, "", kWidth - filled);
    }
    const bool ends = progress.total > 0 && progress.done >= progress.total;
    fmt::print(stderr, "\r\033[K{}{}{}", bar, progressLine(progress), ends ? "\n" : "");
    std::fflush(stderr);
}

} // namespace

void Output::answer(const nlohmann::ordered_json& document, std::string_view text) const {
    if (json)
        write(document.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
    else
        write(text);
}

void Output::write(std::string_view text) const {
    if (out != nullptr) {
        out->append(text);
        return;
    }
    fmt::print("{}", text);
    std::fflush(stdout);
}

void Output::writeError(std::string_view text) const {
    if (err != nullptr)
        err->append(text);
    else
        fmt::print(stderr, "{}", text);
}

int Output::failure(const Error& error) const {
    if (error.code == ErrorCode::cancelled) {
        writeError("error: cancelled; everything finished so far was kept\n");
        return kExitCancelled;
    }
    writeError(fmt::format("error: {}\n", error.text()));
    return kExitFailed;
}

ProgressSink Output::progressSink() const {
    if (quiet) return {};
    if (progress) return progress;
    if (::isatty(STDERR_FILENO) == 1) return drawBar;
    struct LastLine {
        std::string phase;
        std::chrono::steady_clock::time_point time;
    };
    return [last = std::make_shared<LastLine>()](const Progress& progress) {
        constexpr std::chrono::seconds kInterval(3);
        const auto now = std::chrono::steady_clock::now();
        const bool ends = progress.total > 0 && progress.done >= progress.total;
        if (progress.phase == last->phase && !ends && now - last->time < kInterval) return;
        *last = {progress.phase, now};
        fmt::print(stderr, "{}\n", progressLine(progress));
    };
}

std::string table(const std::vector<std::vector<std::string>>& rows) {
    std::vector<size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    std::string text;
    for (const auto& row : rows) {
        for (size_t i = 0; i + 1 < row.size(); ++i)
            text += fmt::format("{:<{}}  ", row[i], widths[i]);
        if (!row.empty()) text += row.back();
        text += '\n';
    }
    return text;
}

} // namespace fusefind
