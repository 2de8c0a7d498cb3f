#include "core/library/datasets/pair_changes.h"

#include "core/library/datasets/captions.h"
#include "core/library/datasets/data_sets.h"
#include "core/library/datasets/pair_overlay.h"
#include "core/library/datasets/pair_pages.h"
#include "core/library/pairs/caption_text.h"

#include <map>

namespace fusefind {

namespace {

// Within one transaction, which run() does not open.
class PairChanger {
public:
    PairChanger(Database& database, const DataChange& change, int64_t reading)
        : database_(database), change_(change), dataSet_(change.selection.dataSet), reading_(reading) {}

    Result<DataChanged> run(std::span<const int64_t> ids) {
        switch (change_.kind) {
        case DataChangeKind::exclude:
        case DataChangeKind::include:
            FUSEFIND_TRY(exclude(ids, change_.kind == DataChangeKind::exclude));
            break;
        case DataChangeKind::mend:
            FUSEFIND_TRY(mend(ids));
            break;
        case DataChangeKind::move:
            FUSEFIND_TRY(move(ids));
            break;
        }
        return std::move(changed_);
    }

private:
    DataChange undoOf(std::vector<int64_t> ids) const {
        DataChange undo;
        undo.selection.dataSet = dataSet_;
        undo.selection.pairs = std::move(ids);
        undo.kind = change_.kind;
        return undo;
    }

    Status exclude(std::span<const int64_t> ids, bool out) {
        FUSEFIND_TRY_ASSIGN(auto find, database_.prepare("SELECT kind, content FROM data_pairs WHERE id = ?1 AND"
                                                         " reading = ?2 AND excluded != ?3"));
        std::vector<int64_t> changed;
        for (const int64_t id : ids) {
            FUSEFIND_TRY_ASSIGN(const bool found, find.bind(id, reading_, out ? 1 : 0).step());
            if (!found) continue;
            const std::string kind(find.text(0));
            const Sha256 content = find.content(1);
            FUSEFIND_TRY(database_.execute("UPDATE data_pairs SET excluded = ?2 WHERE id = ?1", id, out ? 1 : 0));
            FUSEFIND_TRY(database_.execute(
                out ? "INSERT OR IGNORE INTO pair_exclusions (data_set, kind, content) VALUES (?1, ?2, ?3)"
                    : "DELETE FROM pair_exclusions WHERE data_set = ?1 AND kind = ?2 AND content = ?3",
                dataSet_, kind, content));
            changed.push_back(id);
        }
        changed_.changed = std::ssize(changed);
        if (changed.empty()) return {};
        changed_.undo.push_back(undoOf(std::move(changed)));
        changed_.undo.back().kind = out ? DataChangeKind::include : DataChangeKind::exclude;
        return {};
    }

    Status mend(std::span<const int64_t> ids) {
        FUSEFIND_TRY_ASSIGN(auto find, database_.prepare("SELECT c.id, c.text, c.original, p.content FROM data_pairs p"
                                                         " JOIN data_captions c ON c.id = p.caption"
                                                         " WHERE p.id = ?1 AND p.reading = ?2"));
        const std::string mended = cleanCaption(change_.caption).text;
        bool any = false;
        for (const int64_t id : ids) {
            FUSEFIND_TRY_ASSIGN(const bool found, find.bind(id, reading_).step());
            if (!found) continue;
            any = true;
            const int64_t caption = find.integer(0); // all of it before the row changes
            const Sha256 content = find.content(3);
            const std::string before(find.text(1));
            const std::string original(find.isNull(2) ? find.text(1) : find.text(2));
            const std::string& after = mended.empty() ? original : mended;
            if (after == before) continue;
            const bool own = after == original;
            FUSEFIND_TRY(setCaption(database_, caption, after, own ? std::nullopt : std::optional(original)));
            FUSEFIND_TRY(keepMend(content, own ? std::nullopt : std::optional(after)));
            ++changed_.changed;
            changed_.undo.push_back(undoOf({id}));
            if (before != original) changed_.undo.back().caption = before;
        }
        if (!any) return fail(ErrorCode::invalidInput, "there is no caption to mend: these pairs have none");
        return {};
    }

    Status keepMend(const Sha256& content, const std::optional<std::string>& text) {
        if (!text)
            return database_.execute("DELETE FROM caption_mends WHERE data_set = ?1 AND content = ?2", dataSet_,
                                     content);
        return database_.execute("INSERT OR REPLACE INTO caption_mends (data_set, content, text) VALUES (?1, ?2, ?3)",
                                 dataSet_, content, *text);
    }

    // Items are moved as a whole.
    Status move(std::span<const int64_t> ids) {
        FUSEFIND_TRY_ASSIGN(auto find, database_.prepare("SELECT item, split, own_split FROM data_pairs"
                                                         " WHERE id = ?1 AND reading = ?2"));
        std::map<std::optional<Split>, std::vector<int64_t>> before; // a pair of each item, by where it was moved
        for (const int64_t id : ids) {
            FUSEFIND_TRY_ASSIGN(const bool found, find.bind(id, reading_).step());
            if (!found) continue;
            const int64_t item = find.integer(0);
            const Split was = readSplit(find, 1);
            const Split own = readSplit(find, 2);
            const Split goes = change_.split.value_or(own);
            if (was == goes) continue; // or it was moved already, as part of its item
            FUSEFIND_TRY(moveItem(item, goes, goes != own));
            before[was == own ? std::nullopt : std::optional(was)].push_back(id);
        }
        for (auto& [split, moved] : before) {
            changed_.undo.push_back(undoOf(std::move(moved)));
            changed_.undo.back().split = split;
        }
        return {};
    }

    Status moveItem(int64_t item, Split split, bool kept) {
        std::vector<std::filesystem::path> files;
        FUSEFIND_TRY_ASSIGN(auto query, database_.prepare("SELECT DISTINCT f.path FROM data_pairs p JOIN data_files f"
                                                          " ON f.id IN (p.image, p.sound)"
                                                          " WHERE p.reading = ?1 AND p.item = ?2"));
        FUSEFIND_TRY(query.bind(reading_, item).each([&](const Statement& row) { files.push_back(row.path(0)); }));
        for (const auto& file : files)
            FUSEFIND_TRY(
                kept ? database_.execute("INSERT OR REPLACE INTO split_moves (data_set, path, split)"
                                         " VALUES (?1, ?2, ?3)",
                                         dataSet_, file, codeOf(split))
                     : database_.execute("DELETE FROM split_moves WHERE data_set = ?1 AND path = ?2", dataSet_, file));
        FUSEFIND_TRY(database_.execute("UPDATE data_pairs SET split = ?3 WHERE reading = ?1 AND item = ?2", reading_,
                                       item, codeOf(split)));
        changed_.changed += database_.changedRows();
        return {};
    }

    Database& database_;
    const DataChange& change_;
    int64_t dataSet_;
    int64_t reading_;
    DataChanged changed_;
};

} // namespace

Result<DataChanged> changeDataSet(Database& database, const DataChange& change) {
    FUSEFIND_TRY_ASSIGN(auto transaction, Transaction::begin(database));
    FUSEFIND_TRY_ASSIGN(const ShownDataSet shown, shownDataSet(database, change.selection.dataSet));
    FUSEFIND_TRY_ASSIGN(const auto ids, selectedPairs(database, change.selection));
    FUSEFIND_TRY_ASSIGN(auto changed, PairChanger(database, change, shown.reading).run(ids));
    FUSEFIND_TRY(transaction.commit());
    return changed;
}

} // namespace fusefind
