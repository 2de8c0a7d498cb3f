#pragma once

#include "core/library/database.h"
#include "core/protocol/dataset_reports.h"

#include <stop_token>
#include <string>
#include <string_view>
#include <unordered_set>

namespace fusefind {

// Counts a data set through, which takes a second for a million captions. Errors: notFound (no such data set),
// cancelled.
Result<DataStatistics> dataStatistics(Database& database, int64_t dataSet, const std::stop_token& stop = {});

// How many words a text has, adding them to `vocabulary` without regard to case. A word is a run of letters, marks and
// digits.
int64_t countWords(std::string_view text, std::unordered_set<std::string>& vocabulary);

} // namespace fusefind
