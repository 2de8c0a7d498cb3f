#include "core/library/pairs/paired_data.h"

#include "core/base/atomic_file.h"
#include "core/base/text.h"
#include "core/library/pairs/pair_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace fusefind {

namespace {

constexpr size_t kMaxCaptionsFile = size_t{1} << 30;
constexpr std::array<PairFormat, 6> kFormats{{
    {"captions table",
     "captions.csv, captions.tsv or metadata.csv with the lines \"file_name,caption\" and \"dog.jpg,a dog in the "
     "snow\", "
     "or captions.jsonl or metadata.jsonl with {\"file_name\": \"dog.jpg\", \"caption\": \"a dog in the snow\"}",
     findTables, readTable},
    {"Flickr8k captions", "captions.txt with the lines \"image,caption\" and \"dog.jpg,a dog in the snow\"", findFlickr,
     readFlickr},
    {"COCO captions",
     "a .json with {\"images\": [{\"id\": 1, \"file_name\": \"dog.jpg\"}], \"annotations\": [{\"image_id\": 1, "
     "\"caption\": \"a dog in the snow\"}]}",
     findCoco, readCoco},
    {"Karpathy split",
     "a .json with {\"images\": [{\"filename\": \"dog.jpg\", \"split\": \"train\", \"sentences\": [{\"raw\": "
     "\"a dog in the snow\"}]}]}",
     findKarpathy, readKarpathy},
    {"a captions table a part",
     "train.csv, val.csv and test.csv with the lines \"file_name,caption\" and \"dog.jpg,a dog in the snow\" or with "
     "AudioCaps' columns, or clotho_captions_development.csv, clotho_captions_validation.csv and "
     "clotho_captions_evaluation.csv",
     findPartTables, readPartTables},
    {"files of one name", "dog.jpg beside dog.txt, dog.wav beside dog.txt, or dog.jpg beside dog.wav", findNamesakes,
     readNamesakes},
}};

std::string lookedFor() {
    std::string text = "looked for";
    for (const PairFormat& format : kFormats)
        text += fmt::format("{} {}: {}", &format == &kFormats.front() ? "" : ";", format.name, format.example);
    return text;
}

struct ChosenFormat {
    const PairFormat* format = nullptr;
    std::filesystem::path source;
    std::vector<std::filesystem::path> unused; // captions files that come later in the order
};

// `captions` chooses one captions file; empty: the first that is found.
ChosenFormat chooseFormat(const PairFolder& folder, const std::filesystem::path& captions) {
    ChosenFormat chosen;
    for (const PairFormat& format : pairFormats()) {
        for (auto& source : format.find(folder)) {
            if (!captions.empty() && source != captions) continue;
            if (!chosen.format) {
                chosen.format = &format;
                chosen.source = std::move(source);
            } else if (source != folder.path()) { // a folder read by names is no captions file
                chosen.unused.push_back(std::move(source));
            }
        }
    }
    return chosen;
}

// `path` in its folder without links if it is a file, else nothing.
std::filesystem::path captionsFile(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return {};
    const auto parent = std::filesystem::canonical(path.has_parent_path() ? path.parent_path() : ".", error);
    return error ? path : parent / path.filename();
}

// As PairFolder::jsonFiles() looks for them.
std::filesystem::path folderOf(const std::filesystem::path& captions) {
    const auto parent = captions.parent_path();
    return parent.filename() == "annotations" ? parent.parent_path() : parent;
}

Status addFolder(const PairFolder& folder, const std::filesystem::path& captions, PairBuilder& builder,
                 const std::stop_token& stop) {
    const ChosenFormat chosen = chooseFormat(folder, captions);
    if (!chosen.format)
        return fail(ErrorCode::invalidInput, captions.empty() ? "no pairs found" : "not a captions file",
                    captions.empty() ? folder.path() : captions, lookedFor());
    for (const SkippedFile& file : folder.skipped())
        builder.problem(file.path, file.reason);
    for (const auto& source : chosen.unused)
        builder.problem(source, fmt::format("not used: {} was found first", toUtf8(chosen.source.filename())));
    FUSEFIND_TRY_ASSIGN(auto records, chosen.format->read(folder, chosen.source, stop));
    const bool byNames = chosen.source == folder.path();
    const std::string firstProblem =
        records.problems.empty() ? std::string()
                                 : fmt::format("{}: {}", toUtf8(records.problems[0].path), records.problems[0].problem);
    if (builder.add(folder, std::move(records)) == 0) {
        if (byNames) return fail(ErrorCode::invalidInput, "no pairs found", folder.path(), lookedFor());
        return fail(ErrorCode::invalidInput, "nothing in it makes a pair", chosen.source, firstProblem);
    }
    builder.folder(folder.path(), byNames ? std::string(chosen.format->name) : chosen.source.filename().native());
    return {};
}

} // namespace

std::span<const PairFormat> pairFormats() {
    return kFormats;
}

Result<std::string> readCaptionsFile(const std::filesystem::path& path) {
    FUSEFIND_TRY_ASSIGN(std::string text, readFile(path, kMaxCaptionsFile));
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff"))
        return fail(ErrorCode::invalidInput, "the file is UTF-16", path, "save it as UTF-8");
    constexpr std::string_view kMark = "\xef\xbb\xbf";
    if (text.starts_with(kMark)) text.erase(0, kMark.size());
    return text;
}

Result<PairedData> readPairedFolders(std::span<const std::filesystem::path> folders, const std::stop_token& stop,
                                     const ProgressSink& progress) {
    PairBuilder builder;
    ProgressReporter reporter(progress);
    std::set<std::filesystem::path> seen;
    for (const auto& path : folders) {
        const auto captions = captionsFile(path);
        FUSEFIND_TRY_ASSIGN(const auto folder, PairFolder::open(captions.empty() ? path : folderOf(captions), stop));
        if (!seen.insert(captions.empty() ? folder.path() : captions).second) continue; // given twice
        FUSEFIND_TRY(addFolder(folder, captions, builder, stop));
    }
    return builder.finish(stop, reporter);
}

} // namespace fusefind
