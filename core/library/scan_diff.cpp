#include "core/library/scan_diff.h"

#include <future>
#include <map>
#include <set>

namespace fusefind {

namespace {

struct KnownFailure {
    int64_t size = 0;
    int64_t mtimeNs = 0;
    std::string reason;
};
using KnownFailures = std::map<std::string, KnownFailure, std::less<>>;

Result<std::vector<Item>> knownItems(Database& database, int64_t folder) {
    std::vector<Item> items;
    FUSEFIND_TRY_ASSIGN(auto query, database.prepare("SELECT id, path, kind, size, mtime_ns, content FROM items"
                                                     " WHERE folder = ?1 ORDER BY path"));
    query.bind(folder);
    FUSEFIND_TRY(query.each([&](const Statement& row) { items.push_back(readItem(row)); }));
    return items;
}

Result<KnownFailures> knownFailures(Database& database, int64_t folder) {
    KnownFailures failures;
    FUSEFIND_TRY_ASSIGN(auto query, database.prepare("SELECT path, size, mtime_ns, reason FROM skipped"
                                                     " WHERE folder = ?1 AND size IS NOT NULL"));
    query.bind(folder);
    FUSEFIND_TRY(query.each([&](const Statement& row) {
        failures.emplace(row.path(0).native(), KnownFailure{row.integer(1), row.integer(2), std::string(row.text(3))});
    }));
    return failures;
}

// Nothing at all where there were files, on another device than before: the place where a drive should be.
Result<bool> isUnmounted(Database& database, const Folder& folder, const Discovery& found) {
    if (found.empty) {
        FUSEFIND_TRY_ASSIGN(const auto device, database.integer("SELECT device FROM folders WHERE id = ?1", folder.id));
        return device != static_cast<int64_t>(found.device);
    }
    FUSEFIND_TRY(
        database.execute("UPDATE folders SET device = ?1 WHERE id = ?2 AND device <> ?1", found.device, folder.id));
    return false;
}

// Paths that could not be looked at; what they are or hold is not gone.
class Unseen {
public:
    explicit Unseen(const std::vector<std::filesystem::path>& paths) {
        for (const auto& path : paths)
            paths_.insert(path.native());
    }
    [[nodiscard]] bool covers(std::string_view path) const {
        while (!paths_.empty() && !path.empty()) {
            if (paths_.contains(path)) return true;
            path = path.substr(0, path.find_last_of('/'));
        }
        return false;
    }

private:
    std::set<std::string, std::less<>> paths_;
};

// Both sides are sorted by the bytes of their paths and are walked together.
class Comparison {
public:
    Comparison(const Folder& folder, std::vector<Item> items, KnownFailures failures)
        : folder_(folder), items_(std::move(items)), failures_(std::move(failures)) {}

    ScanDiff run(Discovery found) {
        const Unseen unseen(found.unseen);
        diff_.discovered = static_cast<int64_t>(found.files.size() + found.skipped.size());
        auto item = items_.begin();
        for (FoundFile& file : found.files) {
            for (; item != items_.end() && item->path.native() < file.path.native(); ++item)
                vanish(*item, unseen);
            const bool known = item != items_.end() && item->path == file.path;
            look(file, known ? &*item++ : nullptr);
        }
        for (; item != items_.end(); ++item)
            vanish(*item, unseen);
        for (const auto& [path, failure] : failures_)
            if (!unseen.covers(path)) diff_.goneFailures.emplace_back(path);
        diff_.unusable = std::move(found.skipped);
        return std::move(diff_);
    }

private:
    void vanish(Item& item, const Unseen& unseen) {
        if (!unseen.covers(item.path.native())) diff_.vanished.push_back(std::move(item));
    }

    void look(FoundFile& file, Item* known) {
        const auto failure = failures_.extract(file.path.native());
        if (known && known->size == file.size && known->mtimeNs == file.mtimeNs && known->kind == file.kind) {
            ++diff_.unchanged;
        } else if (failure && failure.mapped().size == file.size && failure.mapped().mtimeNs == file.mtimeNs) {
            diff_.stillUnusable.push_back({std::move(file.path), failure.mapped().reason});
        } else {
            diff_.candidates.push_back({folder_.id, std::move(file), std::nullopt});
            if (known) diff_.candidates.back().known = std::move(*known);
        }
    }

    const Folder& folder_;
    std::vector<Item> items_;
    KnownFailures failures_;
    ScanDiff diff_;
};

} // namespace

Result<ScanDiff> diffFolder(Database& database, const Folder& folder, const std::stop_token& stop,
                            ProgressReporter& progress) {
    ScanDiff missing;
    // Both take about as long, and each waits for something else: the disk's folders, the database.
    auto reading = std::async(std::launch::async, [&] { return knownItems(database, folder.id); });
    auto found = discoverFiles(folder.path, stop, &progress);
    auto items = reading.get();
    if (!found && found.error().code == ErrorCode::cancelled) return fail(std::move(found).error());
    if (!found) {
        missing.missing = found.error().what;
        return missing;
    }
    FUSEFIND_TRY_ASSIGN(const bool unmounted, isUnmounted(database, folder, *found));
    if (unmounted) {
        missing.missing = "the folder is empty: its drive seems not to be mounted";
        return missing;
    }
    if (!items) return fail(std::move(items).error());
    FUSEFIND_TRY_ASSIGN(auto failures, knownFailures(database, folder.id));
    return Comparison(folder, *std::move(items), std::move(failures)).run(std::move(*found));
}

} // namespace fusefind
