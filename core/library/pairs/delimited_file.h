#pragma once

#include "core/base/result.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace fusefind {

// A row of CSV or TSV and the line (from 1) it begins on.
struct DelimitedRow {
    std::vector<std::string> cells;
    size_t line = 0;
};

// Reads RFC 4180 with strict quotes: a quote that is not closed, or stands inside a bare cell, is an error naming its
// line. Empty lines are left out. `onRow` may stop the reading with an error. `path` is for messages.
Status readDelimited(std::string_view text, char delimiter, const std::filesystem::path& path,
                     const std::function<Status(const DelimitedRow&)>& onRow);

} // namespace fusefind
