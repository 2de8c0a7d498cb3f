#include "core/base/text.h"
#include "core/library/pairs/delimited_file.h"
#include "core/library/pairs/record_collector.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

// captions.csv|tsv|jsonl and metadata.csv|jsonl: a row names a file (or a picture and a sound) and its captions.
// Clotho's (file_name, caption_1 … caption_5) and AudioCaps' (audiocap_id, youtube_id, start_time, caption) columns
// among them.

namespace fusefind {

namespace {

constexpr std::array<std::string_view, 5> kNames{"captions.csv", "captions.tsv", "captions.jsonl", "metadata.csv",
                                                 "metadata.jsonl"};

enum class Role { none, file, image, audio, youtube, caption };

Role roleOf(std::string_view column) {
    const std::string name = asciiLower(trimmed(column));
    if (name == "file_name" || name == "file") return Role::file;
    if (name == "image") return Role::image;
    if (name == "audio") return Role::audio;
    if (name == "youtube_id") return Role::youtube;
    if (name == "caption" || name == "text") return Role::caption;
    constexpr std::string_view kNumbered = "caption_";
    const bool numbered = name.starts_with(kNumbered) && name.size() > kNumbered.size() &&
                          name.find_first_not_of("0123456789", kNumbered.size()) == std::string::npos;
    return numbered ? Role::caption : Role::none;
}

// Enough columns to make a pair of: a file and captions, or a picture and a sound.
Status checkColumns(std::span<const std::string> columns, const std::filesystem::path& path) {
    std::array<bool, 6> present{};
    std::vector<std::string> found;
    for (const std::string& column : columns) {
        present.at(static_cast<size_t>(roleOf(column))) = true;
        found.push_back(toUtf8(trimmed(column)));
    }
    const auto has = [&](Role role) { return present.at(static_cast<size_t>(role)); };
    const bool namesFile = has(Role::file) || has(Role::image) || has(Role::audio) || has(Role::youtube);
    if (namesFile && (has(Role::caption) || (has(Role::image) && has(Role::audio)))) return {};
    const std::string_view missing =
        namesFile ? "captions (caption, text or caption_1 ...)" : "the file (file_name, file, image or audio)";
    return fail(ErrorCode::invalidInput,
                fmt::format("no column for {}; the columns are: {}", missing, fmt::join(found, ", ")), path);
}

using Cell = std::pair<Role, std::string>;

const FoundFile* fileIn(const Cell& cell, RecordCollector& collector, size_t line) {
    const auto& [role, name] = cell;
    switch (role) {
    case Role::youtube:
        return collector.youtube(name, line);
    case Role::image:
        return collector.fileOf(Modality::image, name, line);
    case Role::audio:
        return collector.fileOf(Modality::audio, name, line);
    default:
        return collector.file(name, line);
    }
}

void addRow(std::span<const Cell> cells, RecordCollector& collector, const std::filesystem::path& source, size_t line) {
    PairRecord record;
    bool namesFile = false;
    for (const Cell& cell : cells) {
        const bool blank = trimmed(cell.second).empty();
        if (cell.first == Role::none || blank) continue;
        if (cell.first == Role::caption) {
            record.captions.push_back({cell.second, line});
            continue;
        }
        namesFile = true;
        if (const FoundFile* file = fileIn(cell, collector, line)) record.add(*file);
    }
    if (!namesFile) return collector.problem(source, line, "no file is named");
    if (!record.image && !record.sound) return;
    // Unused cells of caption_1 … caption_N are fine; a row without any caption is told of, unless it pairs two files.
    if (record.captions.empty() && !(record.image && record.sound)) record.captions.push_back({"", line});
    collector.add(std::move(record));
}

Status readDelimitedTable(std::string_view text, char delimiter, RecordCollector& collector,
                          const std::filesystem::path& source, const std::stop_token& stop) {
    std::vector<Role> roles;
    const auto onRow = [&](const DelimitedRow& row) -> Status {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
        if (roles.empty()) {
            std::ranges::transform(row.cells, std::back_inserter(roles), roleOf);
            return checkColumns(row.cells, source);
        }
        std::vector<Cell> cells;
        for (size_t i = 0; i < row.cells.size(); ++i)
            cells.emplace_back(i < roles.size() ? roles[i] : Role::none, row.cells[i]);
        const auto beyond = std::span(cells).subspan(std::min(cells.size(), roles.size()));
        if (cells.size() < roles.size() ||
            !std::ranges::all_of(beyond, [](const Cell& cell) { return cell.second.empty(); }))
            collector.problem(source, row.line, fmt::format("{} cells instead of {}", row.cells.size(), roles.size()));
        else
            addRow(cells, collector, source, row.line);
        return {};
    };
    FUSEFIND_TRY(readDelimited(text, delimiter, source, onRow));
    if (roles.empty()) return fail(ErrorCode::invalidInput, "the file is empty", source);
    return {};
}

// The cells of a JSON object: texts, and lists of texts for captions.
std::vector<Cell> cellsOf(const nlohmann::json& object) {
    std::vector<Cell> cells;
    for (const auto& [key, value] : object.items()) {
        const Role role = roleOf(key);
        if (value.is_string()) cells.emplace_back(role, value.get_ref<const std::string&>());
        if (!value.is_array() || role != Role::caption) continue;
        for (const auto& one : value)
            if (one.is_string()) cells.emplace_back(role, one.get_ref<const std::string&>());
    }
    return cells;
}

Status readJsonLines(std::string_view text, RecordCollector& collector, const std::filesystem::path& source,
                     const std::stop_token& stop) {
    Status status;
    bool first = true;
    forEachLine(text, [&](std::string_view line, size_t number) {
        if (!status || trimmed(line).empty()) return;
        if (stop.stop_requested()) {
            status = fail(ErrorCode::cancelled, "cancelled");
            return;
        }
        const auto object = nlohmann::json::parse(line, nullptr, false);
        if (!object.is_object()) {
            status = fail(ErrorCode::invalidInput, fmt::format("line {}: not a JSON object", number), source);
            return;
        }
        if (std::exchange(first, false)) {
            std::vector<std::string> keys;
            for (const auto& [key, value] : object.items())
                keys.push_back(key);
            status = checkColumns(keys, source);
        }
        if (status) addRow(cellsOf(object), collector, source, number);
    });
    if (status && first) return fail(ErrorCode::invalidInput, "the file is empty", source);
    return status;
}

} // namespace

std::vector<std::filesystem::path> findTables(const PairFolder& folder) {
    std::vector<std::filesystem::path> found;
    for (const std::string_view name : kNames)
        if (folder.holds(name)) found.push_back(folder.path() / name);
    return found;
}

Result<PairRecords> readTable(const PairFolder& folder, const std::filesystem::path& source,
                              const std::stop_token& stop) {
    FUSEFIND_TRY_ASSIGN(const std::string text, readCaptionsFile(source));
    RecordCollector collector(folder, source);
    const std::string extension = lowerExtension(source);
    if (extension == ".jsonl")
        FUSEFIND_TRY(readJsonLines(text, collector, source, stop));
    else
        FUSEFIND_TRY(readDelimitedTable(text, extension == ".tsv" ? '\t' : ',', collector, source, stop));
    return collector.take();
}

} // namespace fusefind
