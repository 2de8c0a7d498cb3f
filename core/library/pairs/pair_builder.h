#pragma once

#include "core/library/pairs/pair_format.h"

#include <map>
#include <string>
#include <unordered_map>

namespace fusefind {

// Makes PairedData of what the readers found, folder by folder: cleans captions, merges records of the same files,
// gives every file and caption its row, and tells what looks wrong.
class PairBuilder {
public:
    // Returns the number of pairs the folder gave.
    size_t add(const PairFolder& folder, PairRecords found);
    void problem(std::filesystem::path path, std::string text, std::optional<Split> split = {}) {
        data_.problems.push_back({std::move(path), std::move(text), split});
    }
    void folder(std::filesystem::path path, std::string_view format) {
        data_.folders.push_back({std::move(path), std::string(format)});
    }

    // Looks for files of equal content and for captions that many files share. Errors: cancelled.
    Result<PairedData> finish(const std::stop_token& stop, ProgressReporter& progress);

private:
    struct Entry { // one picture, one sound, or both, with all their captions
        PairRecord record;
        std::vector<std::string> texts;
    };
    using Path = std::filesystem::path;
    // By picture and sound. A folder's files are one array sorted by path, so the order of addresses is that of paths,
    // and quicker.
    using Entries = std::map<std::pair<const FoundFile*, const FoundFile*>, Entry>;
    using Rows = std::unordered_map<std::string, size_t>; // path -> row

    void merge(PairRecord record, Entries& entries);
    const FoundFile* usable(const FoundFile* file, std::optional<Split> split);
    std::vector<std::string> clean(const PairRecord& record);
    void giveRows(const Entries& entries);
    size_t place(const Entry& entry);
    void reportUnpaired(const PairFolder& folder, size_t firstProblem);
    Status reportDuplicateFiles(const std::stop_token& stop, ProgressReporter& progress);
    void rememberContent(const Path& path, const std::string& content);
    void reportSharedCaptions(const std::vector<Path>& items, const std::vector<IndexPair>& pairs,
                              std::vector<bool>& counted);

    PairedData data_;
    Rows imageRows_;
    Rows soundRows_;
    std::map<int64_t, std::vector<Path>> bySize_; // of paired files
    std::map<const FoundFile*, bool> usable_;     // in this folder; asked and told once a file
};

} // namespace fusefind
