#pragma once

#include "core/library/database.h"
#include "core/library/datasets/data_sets.h"
#include "core/library/datasets/pair_changes.h"
#include "core/library/datasets/pair_pages.h"
#include "support/media_files.h"
#include "support/pair_fixture.h"

#include <algorithm>

namespace fusefind {

// A library and a folder of pairs, to be kept in it as a data set. All functions abort the test on an error.
class DataSetFixture {
    TempDir library_;

public:
    Database database = Database::open(library_ / "library.db").value();
    PairFixture folder;

    // A picture of a size that no other one should have, unless their contents are to be the same.
    void picture(const std::filesystem::path& name, uint32_t width, uint32_t height = 8) const {
        folder.write(name, flatPng(width, height));
    }
    // Pictures 0.png to n-1.png with a caption each: "number 0" …
    void pictures(int count) const {
        std::string csv = "file_name,caption\n";
        for (int i = 0; i < count; ++i) {
            const std::string name = std::to_string(i) + ".png";
            picture(name, 10 + static_cast<uint32_t>(i));
            csv += name + ",number " + std::to_string(i) + "\n";
        }
        folder.write("captions.csv", csv);
    }

    DataSetInfo store() {
        info = storeDataSet(database, checkPairs(std::span(&folder.root(), 1), {}).value()).value();
        return info;
    }
    [[nodiscard]] DataPairPage page(const DataPairFilter& filter = {}, int64_t offset = 0, int64_t limit = 1000) {
        return dataPage(database, {info.id, filter, offset, limit}).value();
    }
    [[nodiscard]] std::vector<std::string> captions(const DataPairFilter& filter = {}) {
        std::vector<std::string> captions;
        for (const DataPair& pair : page(filter).pairs)
            captions.push_back(pair.caption);
        return captions;
    }
    [[nodiscard]] DataPair pair(const std::string& caption) {
        const auto pairs = page().pairs;
        const auto found = std::ranges::find(pairs, caption, &DataPair::caption);
        return found == pairs.end() ? DataPair{} : *found;
    }
    DataChanged change(DataChangeKind kind, std::vector<int64_t> ids, const std::string& caption = {},
                       std::optional<Split> split = {}) {
        return changeDataSet(database, {{info.id, std::move(ids), {}, {}}, kind, caption, split}).value();
    }
    void undo(const DataChanged& changed) {
        for (const DataChange& change : changed.undo)
            (void)changeDataSet(database, change).value();
    }

    DataSetInfo info; // of the last store()
};

} // namespace fusefind
