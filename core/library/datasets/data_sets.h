#pragma once

#include "core/library/database.h"
#include "core/library/pairs/pair_check.h"
#include "core/protocol/dataset_messages.h"

namespace fusefind {

// The data sets of a library. What writes here writes in small transactions and so beside the thread that writes the
// library itself, but only one thread at a time may change data sets. Errors of all: those of Database.

// By path. Looks whether each folder is there.
Result<std::vector<DataSetInfo>> dataSets(Database& database);

// Keeps what was found in one folder, in the place of an earlier reading of it; what its user changed stays and holds.
// Errors: cancelled, with the earlier reading untouched.
Result<DataSetInfo> storeDataSet(Database& database, const PairCheck& check, const std::stop_token& stop = {},
                                 const ProgressSink& progress = {});

// Out of the list, or back. Errors: notFound.
Status setDataSetRemoved(Database& database, int64_t dataSet, bool removed);

struct ShownDataSet {
    int64_t reading = 0; // of data_readings
    std::filesystem::path folder;
};
// Errors: notFound (no such data set, or removed).
Result<ShownDataSet> shownDataSet(Database& database, int64_t dataSet);

// Takes out what is left over of readings that are not shown, data sets that were removed with all their user changed
// in them, and what was known of files (file_contents.h) that are in none any more. For the start: nobody can bring them back any more.
Status forgetRemovedDataSets(Database& database, const std::stop_token& stop = {});

} // namespace fusefind
