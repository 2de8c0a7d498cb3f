#pragma once

#include "core/library/pairs/pair_folder.h"
#include "core/library/pairs/paired_data.h"

namespace fusefind {

// A caption as it stands in a file; `line` is 0 where the file has no lines.
struct RawCaption {
    std::string text;
    size_t line = 0;
};

// What belongs together: a picture or a sound or both (of PairFolder::files), and captions of them.
struct PairRecord {
    const FoundFile* image = nullptr;
    const FoundFile* sound = nullptr;
    std::vector<RawCaption> captions;
    std::optional<Split> split;

    // As image or sound, by its kind.
    void add(const FoundFile& file) { (file.kind == ItemKind::image ? image : sound) = &file; }
};

struct PairRecords {
    std::vector<PairRecord> records;
    std::vector<PairProblem> problems;
};

// One layout of paired data. `source` is what find() gave.
struct PairFormat {
    std::string_view name;    // for people
    std::string_view example; // of what it is recognised by, for people
    // The files of this layout in the folder, best first; none: not this layout. Layouts without a captions file give
    // the folder.
    std::vector<std::filesystem::path> (*find)(const PairFolder& folder);
    Result<PairRecords> (*read)(const PairFolder& folder, const std::filesystem::path& source,
                                const std::stop_token& stop);
};

// In the order in which they are looked for.
std::span<const PairFormat> pairFormats();

// The readers behind the table.
std::vector<std::filesystem::path>
findTables(const PairFolder& folder); // captions.csv, .tsv, .jsonl, metadata.csv, .jsonl
Result<PairRecords> readTable(const PairFolder& folder, const std::filesystem::path& source,
                              const std::stop_token& stop);
std::vector<std::filesystem::path> findPartTables(const PairFolder& folder); // train.csv, val.csv, test.csv, Clotho's
Result<PairRecords> readPartTables(const PairFolder& folder, const std::filesystem::path& source,
                                   const std::stop_token& stop);
std::vector<std::filesystem::path> findFlickr(const PairFolder& folder); // captions.txt
Result<PairRecords> readFlickr(const PairFolder& folder, const std::filesystem::path& source,
                               const std::stop_token& stop);
std::vector<std::filesystem::path> findCoco(const PairFolder& folder); // JSON with images, annotations and captions
Result<PairRecords> readCoco(const PairFolder& folder, const std::filesystem::path& source,
                             const std::stop_token& stop);
std::vector<std::filesystem::path> findKarpathy(const PairFolder& folder); // JSON with images and sentences
Result<PairRecords> readKarpathy(const PairFolder& folder, const std::filesystem::path& source,
                                 const std::stop_token& stop);
std::vector<std::filesystem::path> findNamesakes(const PairFolder& folder); // x.jpg, x.wav, x.txt
Result<PairRecords> readNamesakes(const PairFolder& folder, const std::filesystem::path& source,
                                  const std::stop_token& stop);

// A captions file as UTF-8 without its byte order mark. Errors: io, limit (1 GiB), invalidInput (UTF-16).
Result<std::string> readCaptionsFile(const std::filesystem::path& path);

// Calls onLine(line without its end, number from 1) for each line.
template <class OnLine>
void forEachLine(std::string_view text, OnLine&& onLine) {
    size_t number = 0;
    while (!text.empty()) {
        const size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        onLine(line, ++number);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
}

} // namespace fusefind
