#include "core/library/datasets/pair_overlay.h"

namespace fusefind {

DataPairKind readKind(const Statement& row, int column) {
    return dataPairKindFromString(row.text(column)).value_or(DataPairKind::imageText); // the table checks it
}

Split readSplit(const Statement& row, int column) {
    return splitFromString(row.text(column)).value_or(Split::train);
}

Result<PairOverlay> readOverlay(Database& database, int64_t dataSet) {
    PairOverlay overlay;
    FUSEFIND_TRY_ASSIGN(auto excluded,
                        database.prepare("SELECT kind, content FROM pair_exclusions WHERE data_set = ?1"));
    FUSEFIND_TRY(excluded.bind(dataSet).each(
        [&](const Statement& row) { overlay.excluded.emplace(readKind(row, 0), row.content(1)); }));
    FUSEFIND_TRY_ASSIGN(auto mended, database.prepare("SELECT content, text FROM caption_mends WHERE data_set = ?1"));
    FUSEFIND_TRY(
        mended.bind(dataSet).each([&](const Statement& row) { overlay.mended.emplace(row.content(0), row.text(1)); }));
    FUSEFIND_TRY_ASSIGN(auto moved, database.prepare("SELECT path, split FROM split_moves WHERE data_set = ?1"));
    FUSEFIND_TRY(moved.bind(dataSet).each(
        [&](const Statement& row) { overlay.moved.emplace(row.path(0).native(), readSplit(row, 1)); }));
    return overlay;
}

} // namespace fusefind
