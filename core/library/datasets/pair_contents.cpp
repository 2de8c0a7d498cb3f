#include "core/library/datasets/pair_contents.h"

#include "core/library/datasets/data_sets.h"
#include "core/library/datasets/pair_overlay.h"

#include <unordered_map>

namespace fusefind {

namespace {

using RowOf = std::unordered_map<int64_t, size_t>; // by id

class Reader {
public:
    Reader(Database& database, ShownDataSet shown, std::stop_token stop)
        : database_(database), shown_(std::move(shown)), stop_(std::move(stop)) {}

    Result<PairContents> run() {
        FUSEFIND_TRY(readFiles());
        FUSEFIND_TRY(readCaptions());
        FUSEFIND_TRY(readPairs());
        if (stop_.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
        return std::move(contents_);
    }

private:
    // (SQLite joins bytes as text, and casts them back unchanged.)
    Status readFiles() {
        FUSEFIND_TRY_ASSIGN(auto query,
                            database_.prepare("SELECT f.id, f.path, coalesce(i.content, c.content) FROM data_files f"
                                              " LEFT JOIN items i ON i.path = CAST(?2 || f.path AS BLOB)"
                                              " LEFT JOIN file_contents c ON c.path = CAST(?2 || f.path AS BLOB)"
                                              " WHERE f.reading = ?1"));
        return query.bind(shown_.reading, shown_.folder / "").each([&](const Statement& row) {
            if (stop_.stop_requested()) return;
            fileRows_.emplace(row.integer(0), contents_.files.size());
            contents_.files.push_back(
                {shown_.folder / row.path(1), row.isNull(2) ? std::nullopt : std::optional(row.content(2))});
        });
    }

    Status readCaptions() {
        FUSEFIND_TRY_ASSIGN(auto query, database_.prepare("SELECT id, text FROM data_captions WHERE reading = ?1"));
        return query.bind(shown_.reading).each([&](const Statement& row) {
            if (stop_.stop_requested()) return;
            captionRows_.emplace(row.integer(0), contents_.captions.size());
            contents_.captions.push_back(hashBytes(std::as_bytes(std::span(row.text(1)))));
        });
    }

    Status readPairs() {
        FUSEFIND_TRY_ASSIGN(auto query, database_.prepare("SELECT id, kind, image, sound, caption FROM data_pairs"
                                                          " WHERE reading = ?1 ORDER BY id"));
        const auto rowIn = [](const RowOf& rows, const Statement& row, int column) {
            const auto found = row.isNull(column) ? rows.end() : rows.find(row.integer(column));
            return found == rows.end() ? std::nullopt : std::optional(found->second);
        };
        return query.bind(shown_.reading).each([&](const Statement& row) {
            if (stop_.stop_requested()) return;
            contents_.pairs.push_back({row.integer(0), readKind(row, 1), rowIn(fileRows_, row, 2),
                                       rowIn(fileRows_, row, 3), rowIn(captionRows_, row, 4)});
        });
    }

    Database& database_;
    ShownDataSet shown_;
    std::stop_token stop_;
    PairContents contents_;
    RowOf fileRows_;
    RowOf captionRows_;
};

} // namespace

Result<PairContents> pairContents(Database& database, int64_t dataSet, const std::stop_token& stop) {
    FUSEFIND_TRY_ASSIGN(ShownDataSet shown, shownDataSet(database, dataSet));
    return Reader(database, std::move(shown), stop).run();
}

} // namespace fusefind
