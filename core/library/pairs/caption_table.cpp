#include "core/library/pairs/caption_table.h"

#include "core/base/text.h"
#include "core/library/pairs/delimited_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace fusefind {

namespace {

enum class Role { none, file, image, audio, youtube, captionId, caption };

Role roleOf(std::string_view column) {
    const std::string name = asciiLower(trimmed(column));
    if (name == "file_name" || name == "file") return Role::file;
    if (name == "image") return Role::image;
    if (name == "audio") return Role::audio;
    if (name == "youtube_id") return Role::youtube;
    if (name == "audiocap_id") return Role::captionId;
    if (name == "caption" || name == "text") return Role::caption;
    constexpr std::string_view kNumbered = "caption_";
    const bool numbered = name.starts_with(kNumbered) && name.size() > kNumbered.size() &&
                          name.find_first_not_of("0123456789", kNumbered.size()) == std::string::npos;
    return numbered ? Role::caption : Role::none;
}

// Enough columns to make a pair of: a file and captions, or a picture and a sound.
Status checkColumns(std::span<const std::string> columns, const std::filesystem::path& path) {
    std::array<bool, 7> present{};
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
    case Role::image:
        return collector.fileOf(Modality::image, name, line);
    case Role::audio:
        return collector.fileOf(Modality::audio, name, line);
    default:
        return collector.file(name, line);
    }
}

bool namesFile(const Cell& cell) {
    return (cell.first == Role::file || cell.first == Role::image || cell.first == Role::audio) &&
           !trimmed(cell.second).empty();
}

std::vector<std::string> textsOf(std::span<const Cell> cells, Role wanted) {
    std::vector<std::string> texts;
    for (const auto& [role, text] : cells)
        if (role == wanted && !trimmed(text).empty()) texts.push_back(text);
    return texts;
}

// Rows of a table on their way to the collector. Those that name a YouTube clip wait for the others of the same clip,
// as its file may bear the number of any of its captions.
class TableRows {
public:
    TableRows(RecordCollector& collector, const std::filesystem::path& source)
        : collector_(collector), source_(source) {}

    [[nodiscard]] const std::filesystem::path& source() const { return source_; }
    void problem(size_t line, std::string_view text) { collector_.problem(source_, line, text); }

    void add(std::span<const Cell> cells, size_t line) {
        if (std::ranges::any_of(cells, namesFile)) return addFiles(cells, line);
        if (const auto ids = textsOf(cells, Role::youtube); !ids.empty()) return addClip(ids.front(), cells, line);
        problem(line, "no file is named");
    }

    // Once all rows are there.
    void finish() {
        for (const auto& [line, id] : clipAt_) {
            Clip& clip = clips_.at(id);
            const FoundFile* file = collector_.clip(id, clip.captionIds, line);
            if (!file) continue;
            PairRecord record;
            record.captions = std::move(clip.captions);
            record.add(*file);
            collector_.add(std::move(record));
        }
    }

private:
    struct Clip {
        std::vector<std::string> captionIds;
        std::vector<RawCaption> captions;
    };

    static std::vector<RawCaption> captionsOf(std::span<const Cell> cells, size_t line) {
        std::vector<RawCaption> captions;
        for (std::string& text : textsOf(cells, Role::caption))
            captions.push_back({std::move(text), line});
        return captions;
    }

    void addFiles(std::span<const Cell> cells, size_t line) {
        PairRecord record;
        record.captions = captionsOf(cells, line);
        for (const Cell& cell : cells)
            if (const FoundFile* file = namesFile(cell) ? fileIn(cell, collector_, line) : nullptr) record.add(*file);
        if (!record.image && !record.sound) return;
        // Unused cells of caption_1 … caption_N are fine; a row without any caption is told of, unless it pairs two
        // files.
        if (record.captions.empty() && !(record.image && record.sound)) record.captions.push_back({"", line});
        collector_.add(std::move(record));
    }

    void addClip(const std::string& id, std::span<const Cell> cells, size_t line) {
        const auto [known, isNew] = clips_.try_emplace(id);
        if (isNew) clipAt_.emplace_back(line, id);
        auto captions = captionsOf(cells, line);
        if (captions.empty()) captions.push_back({"", line});
        std::ranges::move(captions, std::back_inserter(known->second.captions));
        std::ranges::move(textsOf(cells, Role::captionId), std::back_inserter(known->second.captionIds));
    }

    RecordCollector& collector_;
    const std::filesystem::path& source_;
    std::map<std::string, Clip> clips_;                  // by YouTube id
    std::vector<std::pair<size_t, std::string>> clipAt_; // the first line of each, and its id
};

Status readDelimitedTable(std::string_view text, char delimiter, TableRows& rows, const std::stop_token& stop) {
    std::vector<Role> roles;
    const auto onRow = [&](const DelimitedRow& row) -> Status {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
        if (roles.empty()) {
            std::ranges::transform(row.cells, std::back_inserter(roles), roleOf);
            return checkColumns(row.cells, rows.source());
        }
        std::vector<Cell> cells;
        for (size_t i = 0; i < row.cells.size(); ++i)
            cells.emplace_back(i < roles.size() ? roles[i] : Role::none, row.cells[i]);
        const auto beyond = std::span(cells).subspan(std::min(cells.size(), roles.size()));
        if (cells.size() < roles.size() ||
            !std::ranges::all_of(beyond, [](const Cell& cell) { return cell.second.empty(); }))
            rows.problem(row.line, fmt::format("{} cells instead of {}", row.cells.size(), roles.size()));
        else
            rows.add(cells, row.line);
        return {};
    };
    FUSEFIND_TRY(readDelimited(text, delimiter, rows.source(), onRow));
    if (roles.empty()) return fail(ErrorCode::invalidInput, "the file is empty", rows.source());
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

Status readJsonLines(std::string_view text, TableRows& rows, const std::stop_token& stop) {
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
            status = fail(ErrorCode::invalidInput, fmt::format("line {}: not a JSON object", number), rows.source());
            return;
        }
        if (std::exchange(first, false)) {
            std::vector<std::string> keys;
            for (const auto& [key, value] : object.items())
                keys.push_back(key);
            status = checkColumns(keys, rows.source());
        }
        if (status) rows.add(cellsOf(object), number);
    });
    if (status && first) return fail(ErrorCode::invalidInput, "the file is empty", rows.source());
    return status;
}

} // namespace

bool hasCaptionColumns(const std::filesystem::path& path) {
    const auto text = readCaptionsFile(path); // one that cannot be read is no captions file
    if (!text) return false;
    const auto onRow = [&](const DelimitedRow& row) { return checkColumns(row.cells, path); };
    return readDelimited(text->substr(0, text->find('\n')), ',', path, onRow).has_value();
}

Status readCaptionTable(const std::filesystem::path& path, RecordCollector& collector, const std::stop_token& stop) {
    FUSEFIND_TRY_ASSIGN(const std::string text, readCaptionsFile(path));
    TableRows rows(collector, path);
    const std::string extension = lowerExtension(path);
    if (extension == ".jsonl")
        FUSEFIND_TRY(readJsonLines(text, rows, stop));
    else
        FUSEFIND_TRY(readDelimitedTable(text, extension == ".tsv" ? '\t' : ',', rows, stop));
    rows.finish();
    return {};
}

} // namespace fusefind
