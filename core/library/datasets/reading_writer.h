#pragma once

#include "core/library/database.h"
#include "core/library/pairs/pair_check.h"

namespace fusefind {

// Writes down one look at a folder, with what its user changed, beside the one that is shown; the number of
// data_readings. Errors: cancelled, with what was written left over.
Result<int64_t> writeReading(Database& database, int64_t dataSet, const PairCheck& check, const std::stop_token& stop,
                             const ProgressSink& progress);

} // namespace fusefind
