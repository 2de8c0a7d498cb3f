#include "core/library/scan.h"

#include "core/library/scan_diff.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <set>
#include <thread>

namespace fusefind {

namespace {

constexpr size_t kBatch = 256; // files hashed together and written in one transaction

// In the order of `candidates`. A few threads: a disk seldom gains from more.
std::vector<Result<Sha256>> hashAll(std::span<const ScanCandidate> candidates, const std::stop_token& stop) {
    std::vector<Result<Sha256>> hashes(candidates.size(), Sha256{});
    std::atomic<size_t> next = 0;
    const auto work = [&] {
        for (size_t i = next++; i < candidates.size(); i = next++)
            hashes[i] = hashFile(candidates[i].file.path, stop);
    };
    std::vector<std::jthread> helpers;
    const size_t threads = std::min({candidates.size(), size_t{4}, size_t{std::thread::hardware_concurrency()}});
    for (size_t i = 1; i < threads; ++i)
        helpers.emplace_back(work);
    work();
    helpers.clear(); // joins
    return hashes;
}

class Scan {
public:
    Scan(Database& database, const std::stop_token& stop, const ProgressSink& progress)
        : database_(database), stop_(stop), progress_(progress) {}

    Result<ScanReport> run() {
        FUSEFIND_TRY_ASSIGN(folders_, Library(database_).folders());
        for (const Folder& folder : folders_) {
            FUSEFIND_TRY_ASSIGN(auto diff, diffFolder(database_, folder, stop_, progress_));
            take(folder, std::move(diff));
        }
        for (size_t first = 0; first < candidates_.size(); first += kBatch) {
            FUSEFIND_TRY(
                storeBatch(std::span(candidates_).subspan(first, std::min(kBatch, candidates_.size() - first))));
            progress_.report({"hash",
                              static_cast<int64_t>(std::min(first + kBatch, candidates_.size())),
                              static_cast<int64_t>(candidates_.size()),
                              {}});
        }
        if (stop_.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
        FUSEFIND_TRY(finish());
        std::ranges::sort(report_.skipped, {},
                          [](const SkippedFile& file) -> const std::string& { return file.path.native(); });
        return std::move(report_);
    }

private:
    void take(const Folder& folder, ScanDiff diff) {
        if (!diff.missing.empty()) {
            report_.missing.push_back({folder.path, std::move(diff.missing)});
            return;
        }
        report_.discovered += diff.discovered;
        report_.unchanged += diff.unchanged;
        std::ranges::move(diff.stillUnusable, std::back_inserter(report_.skipped));
        std::ranges::move(diff.candidates, std::back_inserter(candidates_));
        std::ranges::move(diff.goneFailures, std::back_inserter(goneFailures_));
        for (Item& item : diff.vanished)
            vanished_.emplace(item.content, std::move(item));
        for (SkippedFile& file : diff.unusable)
            unusable_.push_back({folder.id, std::move(file)});
        lookedAt_.push_back(folder.id);
    }

    Status storeBatch(std::span<const ScanCandidate> candidates) {
        const auto hashes = hashAll(candidates, stop_);
        if (stop_.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
        FUSEFIND_TRY_ASSIGN(auto transaction, Transaction::begin(database_));
        FUSEFIND_TRY_ASSIGN(const auto present, presentFolders());
        for (size_t i = 0; i < candidates.size(); ++i) {
            if (!present.contains(candidates[i].folder)) continue;
            if (hashes[i])
                FUSEFIND_TRY(store(candidates[i], *hashes[i]));
            else
                FUSEFIND_TRY(drop(candidates[i], hashes[i].error()));
        }
        return transaction.commit();
    }

    // Another connection may have removed folders since the scan began.
    Result<std::set<int64_t>> presentFolders() {
        FUSEFIND_TRY_ASSIGN(const auto folders, Library(database_).folders());
        std::set<int64_t> ids;
        for (const Folder& folder : folders)
            ids.insert(folder.id);
        return ids;
    }

    Status store(const ScanCandidate& candidate, const Sha256& content) {
        const FoundFile& file = candidate.file;
        Item item{0, file.path, file.kind, file.size, file.mtimeNs, content};
        FUSEFIND_TRY(database_.execute("DELETE FROM skipped WHERE path = ?1", file.path));
        const auto vanished = vanished_.find(content);
        if (!candidate.known && vanished == vanished_.end()) {
            FUSEFIND_TRY(database_.execute("INSERT INTO items (folder, path, kind, size, mtime_ns, content)"
                                           " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                                           candidate.folder, file.path, toString(file.kind), file.size, file.mtimeNs,
                                           content));
            item.id = database_.lastInsertId();
            report_.newOrChanged.push_back(std::move(item));
            return {};
        }
        item.id = candidate.known ? candidate.known->id : vanished->second.id;
        FUSEFIND_TRY(database_.execute("UPDATE items SET folder = ?2, path = ?3, kind = ?4, size = ?5, mtime_ns = ?6,"
                                       " content = ?7 WHERE id = ?1",
                                       item.id, candidate.folder, file.path, toString(file.kind), file.size,
                                       file.mtimeNs, content));
        if (!candidate.known) {
            vanished_.erase(vanished);
            report_.moved.push_back(std::move(item));
        } else if (candidate.known->content == content) {
            ++report_.unchanged;
        } else {
            report_.newOrChanged.push_back(std::move(item));
        }
        return {};
    }

    // It cannot be read now, so what the library knew of it is no longer true.
    Status drop(const ScanCandidate& candidate, const Error& error) {
        unusable_.push_back({candidate.folder, {candidate.file.path, error.what}});
        if (!candidate.known) return {};
        report_.removed.push_back(*candidate.known);
        return database_.execute("DELETE FROM items WHERE id = ?1", candidate.known->id);
    }

    Status finish() {
        FUSEFIND_TRY_ASSIGN(auto transaction, Transaction::begin(database_));
        for (auto& [content, item] : vanished_) {
            FUSEFIND_TRY(database_.execute("DELETE FROM items WHERE id = ?1", item.id));
            report_.removed.push_back(std::move(item));
        }
        for (const auto& path : goneFailures_)
            FUSEFIND_TRY(database_.execute("DELETE FROM skipped WHERE path = ?1", path));
        for (const int64_t folder : lookedAt_)
            FUSEFIND_TRY(database_.execute("DELETE FROM skipped WHERE folder = ?1 AND size IS NULL", folder));
        FUSEFIND_TRY_ASSIGN(const auto present, presentFolders());
        for (auto& [folder, file] : unusable_) {
            if (!present.contains(folder)) continue;
            FUSEFIND_TRY(database_.execute("INSERT OR REPLACE INTO skipped (path, folder, reason, at_ms)"
                                           " VALUES (?1, ?2, ?3, ?4)",
                                           file.path, folder, file.reason, nowMs()));
            report_.skipped.push_back(std::move(file));
        }
        return transaction.commit();
    }

    struct Unusable {
        int64_t folder = 0;
        SkippedFile file;
    };

    Database& database_;
    std::stop_token stop_;
    ProgressReporter progress_;
    ScanReport report_;
    std::vector<Folder> folders_;
    std::vector<int64_t> lookedAt_; // ids of the folders that were there
    std::vector<ScanCandidate> candidates_;
    std::multimap<Sha256, Item> vanished_;
    std::vector<Unusable> unusable_;
    std::vector<std::filesystem::path> goneFailures_;
};

} // namespace

Result<ScanReport> scanLibrary(Database& database, const std::stop_token& stop, const ProgressSink& progress) {
    return Scan(database, stop, progress).run();
}

} // namespace fusefind
