#include "core/library/datasets/held_out_data.h"

#include "core/library/datasets/data_sets.h"
#include "core/library/datasets/pair_overlay.h"

#include <map>

namespace fusefind {

namespace {

using Ids = std::array<std::optional<int64_t>, 3>; // of a picture, a sound and a caption

struct PairRow {
    DataPairKind kind = DataPairKind::imageText;
    Ids ids;
};

std::optional<int64_t> idAt(const Statement& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional(row.integer(column));
}

// Things by their numbers, which grow in the order of reading.
template <class Thing>
class Numbered {
public:
    void add(std::optional<int64_t> id, Thing thing) {
        if (id) things_.emplace(*id, std::move(thing));
    }
    [[nodiscard]] size_t rowOf(int64_t id) const { return rows_.at(id); }
    // Once all are there.
    std::vector<Thing> take() {
        std::vector<Thing> all;
        for (auto& [id, thing] : things_) {
            rows_[id] = all.size();
            all.push_back(std::move(thing));
        }
        return all;
    }

private:
    std::map<int64_t, Thing> things_;
    std::map<int64_t, size_t> rows_;
};

Result<PairedData> readPart(Database& database, const ShownDataSet& shown, Split split) {
    std::vector<PairRow> pairs;
    Numbered<std::filesystem::path> images;
    Numbered<std::filesystem::path> sounds;
    Numbered<std::string> texts;
    FUSEFIND_TRY_ASSIGN(auto query,
                        database.prepare("SELECT p.kind, p.image, i.path, p.sound, s.path, p.caption, c.text"
                                         " FROM data_pairs p LEFT JOIN data_files i ON i.id = p.image"
                                         " LEFT JOIN data_files s ON s.id = p.sound"
                                         " LEFT JOIN data_captions c ON c.id = p.caption"
                                         " WHERE p.reading = ?1 AND p.split = ?2 AND p.excluded = 0 ORDER BY p.id"));
    FUSEFIND_TRY(query.bind(shown.reading, codeOf(split)).each([&](const Statement& row) {
        const PairRow& pair = pairs.emplace_back(PairRow{readKind(row, 0), {idAt(row, 1), idAt(row, 3), idAt(row, 5)}});
        images.add(pair.ids[0], shown.folder / row.path(2));
        sounds.add(pair.ids[1], shown.folder / row.path(4));
        texts.add(pair.ids[2], std::string(row.text(6)));
    }));
    PairedData data;
    data.images = images.take();
    data.sounds = sounds.take();
    data.texts = texts.take();
    for (const auto& [kind, ids] : pairs) {
        if (kind == DataPairKind::imageText) data.imageText.push_back({images.rowOf(*ids[0]), texts.rowOf(*ids[2])});
        if (kind == DataPairKind::audioText) data.audioText.push_back({sounds.rowOf(*ids[1]), texts.rowOf(*ids[2])});
        if (kind == DataPairKind::imageAudio) data.imageAudio.push_back({images.rowOf(*ids[0]), sounds.rowOf(*ids[1])});
    }
    return data;
}

bool isEmpty(const PairedData& data) {
    return data.imageText.empty() && data.audioText.empty() && data.imageAudio.empty();
}

} // namespace

Result<HeldOutData> heldOutData(Database& database, int64_t dataSet) {
    FUSEFIND_TRY_ASSIGN(const ShownDataSet shown, shownDataSet(database, dataSet));
    HeldOutData held{Split::test, {}};
    FUSEFIND_TRY_ASSIGN(held.data, readPart(database, shown, Split::test));
    if (!isEmpty(held.data)) return held;
    held.split = Split::validation;
    FUSEFIND_TRY_ASSIGN(held.data, readPart(database, shown, Split::validation));
    return held;
}

} // namespace fusefind
