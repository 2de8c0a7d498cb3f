#pragma once

#include "core/library/database.h"
#include "core/library/pairs/paired_data.h"

namespace fusefind {

// Paired folders as their user wants them: readPairedFolders, and in folders that are data sets of this library what
// was excluded is left out and what was mended is put in its place. Where a pair of any of them was moved to another
// part, all of them are split as they are shown, and nothing is drawn any more. Errors: those of readPairedFolders;
// invalidInput where everything was excluded.
Result<PairedData> readEditedPairs(Database& database, std::span<const std::filesystem::path> folders,
                                   const std::stop_token& stop = {}, const ProgressSink& progress = {});

} // namespace fusefind
