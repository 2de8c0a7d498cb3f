#pragma once

#include "core/base/progress.h"
#include "core/library/database.h"
#include "core/protocol/dataset_reports.h"

#include <stop_token>

namespace fusefind {

// Writes the selected pairs as metadata.csv (or the table that is named) with the captions as they were mended, and
// copies of their files beside it, at the same place below the folder as they have in the data set. What was written
// can be read as pairs again. Files that are gone are left out with their pairs, and told. Errors: notFound (no such
// data set), invalidInput (nothing selected; a folder that is not empty; a table that is there), io, cancelled, with
// the files that were copied by then left behind.
Result<DataExported> exportPairs(Database& database, const DataExport& request, const std::stop_token& stop = {},
                                 const ProgressSink& progress = {});

} // namespace fusefind
