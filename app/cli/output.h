#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace fusefind {

// Exit statuses, fixed by the command line's contract.
enum ExitStatus { kExitDone = 0, kExitFailed = 1, kExitUsage = 2, kExitSkipped = 3, kExitCancelled = 130 };

// Where a command's answer goes: one JSON document, or text for people. Progress and errors go to standard error.
class Output {
public:
    bool json = false;
    bool quiet = false;

    // Where it goes instead of standard output and standard error; set in the worker.
    std::string* out = nullptr;
    std::string* err = nullptr;
    ProgressSink progress;

    // The answer: `document` under --json, else `text`.
    void answer(const nlohmann::ordered_json& document, std::string_view text) const;

    // "error: what, which file, what to do"; the exit status that belongs to it.
    int failure(const Error& error) const;

    // A bar on a terminal, else one line every few seconds; nothing under --quiet.
    [[nodiscard]] ProgressSink progressSink() const;

    void write(std::string_view text) const;
    void writeError(std::string_view text) const;
};

// Columns padded to their widest cell; the last one is left as it is.
std::string table(const std::vector<std::vector<std::string>>& rows);

} // namespace fusefind
