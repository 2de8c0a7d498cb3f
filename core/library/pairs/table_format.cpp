#include "core/library/pairs/caption_table.h"

#include <algorithm>
#include <array>

// Tables of captions: one for everything (captions.csv|tsv|jsonl, metadata.csv|jsonl), or one a part (AudioCaps'
// train.csv, val.csv and test.csv, Clotho's clotho_captions_development.csv and so on).

namespace fusefind {

namespace {

constexpr std::array<std::string_view, 5> kNames{"captions.csv", "captions.tsv", "captions.jsonl", "metadata.csv",
                                                 "metadata.jsonl"};

// The table of one part, and the folder in which its files lie, if they do not lie together with the others'.
struct PartTable {
    std::string_view name;
    std::string_view folder;
    Split split;
};
// From the part that is asked for most: the one table that stands for all of them.
using PartTables = std::array<PartTable, 3>;
constexpr std::array<PartTables, 2> kPartTables{{
    {{{"clotho_captions_evaluation.csv", "evaluation", Split::test},
      {"clotho_captions_validation.csv", "validation", Split::validation},
      {"clotho_captions_development.csv", "development", Split::train}}},
    {{{"test.csv", "test", Split::test}, {"val.csv", "val", Split::validation}, {"train.csv", "train", Split::train}}},
}};

// Clotho has sounds of one name in several parts: one of another part's folder is not meant.
PairFolder::Accepts filesOf(const PartTable& part, const PartTables& tables, const PairFolder& folder) {
    return [&part, &tables, &folder](const FoundFile& file) {
        return std::ranges::none_of(tables, [&](const PartTable& other) {
            return other.split != part.split && folder.liesIn(file, other.folder);
        });
    };
}

} // namespace

std::vector<std::filesystem::path> findTables(const PairFolder& folder) {
    std::vector<std::filesystem::path> found;
    for (const std::string_view name : kNames)
        if (folder.holds(name)) found.push_back(folder.path() / name);
    return found;
}

Result<PairRecords> readTable(const PairFolder& folder, const std::filesystem::path& source,
                              const std::stop_token& stop) {
    RecordCollector collector(folder, source);
    FUSEFIND_TRY(readCaptionTable(source, collector, stop));
    return collector.take();
}

std::vector<std::filesystem::path> findPartTables(const PairFolder& folder) {
    std::vector<std::filesystem::path> found;
    for (const PartTables& tables : kPartTables) {
        const auto first = std::ranges::find_if(tables, [&](const PartTable& table) {
            return folder.holds(table.name) && hasCaptionColumns(folder.path() / table.name);
        });
        if (first != tables.end()) found.push_back(folder.path() / first->name);
    }
    return found;
}

Result<PairRecords> readPartTables(const PairFolder& folder, const std::filesystem::path& source,
                                   const std::stop_token& stop) {
    const auto tables = std::ranges::find_if(kPartTables, [&](const PartTables& candidates) {
        return std::ranges::find(candidates, source.filename().native(), &PartTable::name) != candidates.end();
    });
    FUSEFIND_ASSERT(tables != kPartTables.end());
    PairRecords all;
    for (const PartTable& table : *tables) {
        if (!folder.holds(table.name)) continue;
        const auto path = folder.path() / table.name;
        RecordCollector collector(folder, path);
        collector.beginPart(table.split, filesOf(table, *tables, folder));
        FUSEFIND_TRY(readCaptionTable(path, collector, stop));
        PairRecords found = collector.take();
        std::ranges::move(found.records, std::back_inserter(all.records));
        std::ranges::move(found.problems, std::back_inserter(all.problems));
    }
    return all;
}

} // namespace fusefind
