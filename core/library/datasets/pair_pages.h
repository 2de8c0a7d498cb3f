#pragma once

#include "core/library/database.h"
#include "core/protocol/dataset_messages.h"

namespace fusefind {

// A page of a data set's pairs, in the order of the folder: by kind, file and caption. Looks whether the files of the
// page are there. Errors: notFound (no such data set).
Result<DataPairPage> dataPage(Database& database, const DataPageRequest& request);

// The numbers of what is selected; for rows, in the filter's order. Errors: as dataPage.
Result<std::vector<int64_t>> selectedPairs(Database& database, const DataSelection& selection);

// Pairs by number, in that order; what is not of that data set is left out. Errors: as dataPage.
Result<std::vector<DataPair>> dataPairs(Database& database, int64_t dataSet, std::span<const int64_t> ids);

} // namespace fusefind
