#pragma once

#include "core/library/database.h"
#include "core/library/datasets/pair_names.h"

#include <map>
#include <set>

namespace fusefind {

// What the user changed in a data set, by content.
struct PairOverlay {
    std::set<std::pair<DataPairKind, Sha256>> excluded;
    std::map<Sha256, std::string> mended;
    std::map<std::string, Split> moved; // file below the folder -> its split
};

Result<PairOverlay> readOverlay(Database& database, int64_t dataSet);

// One of data_pairs.kind and .split.
DataPairKind readKind(const Statement& row, int column);
Split readSplit(const Statement& row, int column);

} // namespace fusefind
