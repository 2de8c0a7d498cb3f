#pragma once

#include "core/library/database.h"
#include "core/protocol/dataset_messages.h"

namespace fusefind {

// Changes what a data set is taken for, all of the selection or nothing, and says what takes it back. The folder stays
// as it is. Errors: notFound (no such data set), invalidInput (a caption for what has none), those of Database.
Result<DataChanged> changeDataSet(Database& database, const DataChange& change);

} // namespace fusefind
