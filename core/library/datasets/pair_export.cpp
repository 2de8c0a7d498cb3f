#include "core/library/datasets/pair_export.h"

#include "core/base/atomic_file.h"
#include "core/base/copy_file.h"
#include "core/library/datasets/data_sets.h"
#include "core/library/datasets/pair_names.h"
#include "core/library/datasets/pair_pages.h"

#include <algorithm>
#include <set>

namespace fusefind {

namespace {

using Path = std::filesystem::path;

std::string cell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string quoted = "\"";
    for (const char c : text)
        quoted.append(c == '"' ? 2 : 1, c);
    return quoted + '"';
}

// Pictures or sounds with captions have a column for the file; where both occur, each has its own.
std::string tableOf(std::span<const DataPair> pairs, const Path& folder) {
    const bool oneColumn = std::ranges::all_of(pairs, [&](const DataPair& pair) {
        return pair.kind == pairs.front().kind && pair.kind != DataPairKind::imageAudio;
    });
    std::string table = oneColumn ? "file_name,caption,split\n" : "image,audio,caption,split\n";
    const auto name = [&](const Path& file) {
        return file.empty() ? std::string() : cell(nameBelow(folder, file).value_or(file.native()));
    };
    for (const DataPair& pair : pairs) {
        if (oneColumn)
            table += name(pair.image.empty() ? pair.sound : pair.image);
        else
            table += name(pair.image) + ',' + name(pair.sound);
        table += ',' + cell(pair.caption) + ',' + std::string(codeOf(pair.split)) + '\n';
    }
    return table;
}

Status checkTarget(const DataExport& request) {
    std::error_code error;
    if (!request.target.is_absolute())
        return fail(ErrorCode::invalidInput, "not a whole path from the root on", request.target);
    if (request.filesToo) {
        const bool there = std::filesystem::exists(request.target, error);
        if (there && !std::filesystem::is_empty(request.target, error))
            return fail(ErrorCode::invalidInput, "the folder to export to is not empty", request.target,
                        "choose an empty folder, or a new one");
    } else if (!request.replace && std::filesystem::exists(request.target, error)) {
        return fail(ErrorCode::invalidInput, "there is a file of that name already", request.target,
                    "choose another name");
    }
    return {};
}

// Copies each file once; what cannot be read is remembered with its pairs.
class FileCopier {
public:
    FileCopier(const Path& folder, const Path& target, DataExported& report)
        : folder_(folder), target_(target), report_(report) {}

    // False for a pair that loses a file.
    Result<bool> copy(const DataPair& pair, const std::stop_token& stop) {
        bool whole = true;
        for (const Path* file : {&pair.image, &pair.sound}) {
            if (file->empty()) continue;
            if (done_.insert(*file).second) FUSEFIND_TRY(copyOne(*file, stop));
            whole = whole && !lost_.contains(*file);
        }
        return whole;
    }

private:
    Status copyOne(const Path& file, const std::stop_token& stop) {
        std::error_code error;
        const Path name = nameBelow(folder_, file).value_or(file.filename().native());
        if (!std::filesystem::is_regular_file(file, error)) {
            lost_.insert(file);
            report_.missing.push_back(file);
            return {};
        }
        FUSEFIND_TRY(copyFileAtomically(file, target_ / name, stop));
        ++report_.files;
        return {};
    }

    const Path& folder_;
    const Path& target_;
    DataExported& report_;
    std::set<Path> done_;
    std::set<Path> lost_;
};

} // namespace

Result<DataExported> exportPairs(Database& database, const DataExport& request, const std::stop_token& stop,
                                 const ProgressSink& progress) {
    FUSEFIND_TRY(checkTarget(request));
    FUSEFIND_TRY_ASSIGN(const auto ids, selectedPairs(database, request.selection));
    FUSEFIND_TRY_ASSIGN(auto pairs, dataPairs(database, request.selection.dataSet, ids));
    if (pairs.empty()) return fail(ErrorCode::invalidInput, "there is nothing to export: no pair is selected");
    FUSEFIND_TRY_ASSIGN(const ShownDataSet shown, shownDataSet(database, request.selection.dataSet));
    DataExported report;
    Path table = request.target;
    if (request.filesToo) {
        ProgressReporter reporter(progress);
        FileCopier copier(shown.folder, request.target, report);
        std::vector<DataPair> kept;
        for (size_t i = 0; i < pairs.size(); ++i) {
            FUSEFIND_TRY_ASSIGN(const bool whole, copier.copy(pairs[i], stop));
            if (whole) kept.push_back(std::move(pairs[i]));
            reporter.report({"export", static_cast<int64_t>(i + 1), static_cast<int64_t>(pairs.size()), {}});
        }
        pairs = std::move(kept);
        table /= "metadata.csv";
        if (pairs.empty())
            return fail(ErrorCode::notFound, "none of the files could be copied: they are gone",
                        report.missing.front());
    }
    FUSEFIND_TRY(writeFileAtomically(table, tableOf(pairs, shown.folder)));
    report.pairs = std::ssize(pairs);
    return report;
}

} // namespace fusefind
