#pragma once

#include "core/library/database.h"
#include "core/library/pairs/paired_data.h"

namespace fusefind {

// What a data set holds out, as its user sees it: its test part or, where it has none, its validation part, without
// excluded pairs and with mended captions. Files and captions are in the order in which the folder was read: the rows
// of an evaluation of these pairs.
struct HeldOutData {
    Split split = Split::validation;
    PairedData data; // files, texts and pairs alone
};

// Errors: notFound (no such data set, or removed), those of Database.
Result<HeldOutData> heldOutData(Database& database, int64_t dataSet);

} // namespace fusefind
