#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace fusefind {

enum class Split { train, validation, test };

struct PairProblem {
    std::filesystem::path path;
    std::string problem;
    std::optional<Split> split = {}; // of the item it is told of, where the data's own files give one
};

// Which layout a folder was read as, e.g. "captions.csv" or "files of one name".
struct PairedFolder {
    std::filesystem::path path;
    std::string format;
};

// Rows of two of the lists in PairedData.
struct IndexPair {
    size_t first = 0;
    size_t second = 0;
    bool operator==(const IndexPair&) const = default;
};

// What paired folders hold. The order is that of the folders given, then of the paths' bytes, then of the captions; the
// same data gives the same result. Every item is in at least one pair. Files of equal content are items of their own (a
// problem names them; the caller decides).
struct PairedData {
    std::vector<std::filesystem::path> images;
    std::vector<std::filesystem::path> sounds; // of videos, the sound track
    std::vector<std::string> texts; // one for each time a caption is given, UTF-8, on one line, at most 10 kB

    std::vector<IndexPair> imageText;  // images, texts
    std::vector<IndexPair> audioText;  // sounds, texts
    std::vector<IndexPair> imageAudio; // images, sounds

    // As the data says (Karpathy's split, whose restval is train); a text belongs where its picture or sound does.
    std::vector<std::optional<Split>> imageSplits; // [images]
    std::vector<std::optional<Split>> soundSplits; // [sounds]

    // Of files of one size, the SHA-256 of each in hex; of others nothing, as no file can have the same content.
    std::vector<std::string> imageContents; // [images]
    std::vector<std::string> soundContents; // [sounds]

    std::vector<PairedFolder> folders;
    std::vector<PairProblem> problems; // what was left out or looks wrong
};

// Reads the layouts of pairFormats() (pair_format.h), the first that is found in each folder. No picture or sound is
// decoded; those of equal size are hashed to find duplicates. In place of a folder, one of its captions files says
// which of several to go by (one in annotations/ is of the folder above). Errors: invalidInput (no pairs; a captions
// file that cannot be understood, naming the line), limit (a captions file above 1 GiB), io, cancelled.
Result<PairedData> readPairedFolders(std::span<const std::filesystem::path> folders, const std::stop_token& stop = {},
                                     const ProgressSink& progress = {});

// Leaves these pairs, each a row of two lists of the data, and what stands in them, numbered anew in the old order.
struct PairLists {
    std::vector<IndexPair> imageText;
    std::vector<IndexPair> audioText;
    std::vector<IndexPair> imageAudio;
};
void keepPairs(PairedData& data, const PairLists& kept);

// Whether the data's own files give a part any of its pictures or sounds.
bool holdsSplit(const PairedData& data, Split split);
// Leaves the pairs of one part, and the problems that are told of it.
void keepSplit(PairedData& data, Split split);

// What a captions file gives pairs of and the data does not hold, once each: missing, unreadable, without a caption.
std::vector<PairProblem> lostItems(const PairedData& data);

} // namespace fusefind
