#pragma once

#include "core/library/pairs/pair_format.h"

#include <map>

namespace fusefind {

// Makes PairedData of what the readers found, folder by folder: cleans captions, merges records of the same files,
// gives every file and caption its row, and tells what looks wrong.
class PairBuilder {
public:
    // Returns the number of pairs the folder gave.
    size_t add(const PairFolder& folder, PairRecords found);
    void problem(std::filesystem::path path, std::string text) {
        data_.problems.push_back({std::move(path), std::move(text)});
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
    using Entries = std::map<std::pair<Path, Path>, Entry>; // by picture and sound

    void merge(PairRecord record, Entries& entries);
    const FoundFile* usable(const FoundFile* file);
    std::vector<std::string> clean(const PairRecord& record);
    void giveRows(const Entries& entries);
    size_t place(const Entry& entry);
    void reportUnpaired(const PairFolder& folder, size_t firstProblem);
    Status reportDuplicateFiles(const std::stop_token& stop, ProgressReporter& progress);
    void reportSharedCaptions(const std::vector<Path>& items, const std::vector<IndexPair>& pairs,
                              std::vector<bool>& counted);

    PairedData data_;
    std::map<Path, size_t> imageRows_;
    std::map<Path, size_t> soundRows_;
    std::map<int64_t, std::vector<Path>> bySize_; // of paired files
    std::map<Path, bool> usable_;                 // in this folder; asked and told once a file
};

} // namespace fusefind
