#pragma once

#include "core/protocol/dataset_messages.h"

namespace fusefind {

// Of the pairs that are not excluded.
struct DataStatistics {
    std::array<int64_t, kDataPairKinds.size()> pairs{};
    std::array<int64_t, kSplits.size()> splits{}; // pairs
    int64_t excluded = 0;                         // pairs, as what follows up to `captions`
    int64_t withProblem = 0;
    int64_t images = 0; // files
    int64_t sounds = 0;
    int64_t captions = 0;
    int64_t mended = 0;                   // captions
    int64_t vocabulary = 0;               // different words, without regard to case
    std::vector<int64_t> captionsPerFile; // [k]: files with k captions, from 0; the last: with more
    std::vector<int64_t> wordsPerCaption; // [k]: captions of k words, from 0; the last: of more
    std::vector<int64_t> pictureSizes;    // up to kPictureSizeEnds megapixels; the last: larger
    std::vector<int64_t> soundLengths;    // up to kSoundLengthEnds seconds; the last: longer
};
inline constexpr std::array kPictureSizeEnds{0.1, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0};
inline constexpr std::array kSoundLengthEnds{1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 300.0};

// Pairs written for other programs: a folder with copies of the files and a metadata.csv, or that table alone.
struct DataExport {
    DataSelection selection;
    std::filesystem::path target;
    bool filesToo = true; // into the folder `target`, which is new or empty; else `target` is the table
    bool replace = false; // a table that is there
};

struct DataExported {
    int64_t pairs = 0;
    int64_t files = 0;
    std::vector<std::filesystem::path> missing; // files that could not be copied; their pairs are left out
};

Json toJson(const DataStatistics& statistics);
Json toJson(const DataExport& request);
Json toJson(const DataExported& report);

// Errors of all: invalidInput, naming the field.
Result<DataStatistics> dataStatisticsFromJson(const Json& json);
Result<DataExport> dataExportFromJson(const Json& json);
Result<DataExported> dataExportedFromJson(const Json& json);

} // namespace fusefind
