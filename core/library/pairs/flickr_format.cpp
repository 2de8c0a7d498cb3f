#include "core/base/text.h"
#include "core/library/pairs/record_collector.h"

// Flickr8k's captions.txt: "image,caption" lines below that header, or the older "image#0<TAB>caption". Commas in a
// caption are not always quoted there, so everything after the first one is the caption.

namespace fusefind {

namespace {

constexpr std::string_view kName = "captions.txt";

struct FlickrLine {
    std::string_view image;
    std::string caption;
};

// "a ""b""" as CSV writes it -> a "b"
std::string unquoted(std::string_view cell) {
    if (cell.size() < 2 || !cell.starts_with('"') || !cell.ends_with('"')) return std::string(cell);
    std::string text;
    for (size_t i = 1; i + 1 < cell.size(); ++i) {
        text += cell[i];
        if (cell[i] == '"' && cell[i + 1] == '"') ++i;
    }
    return text;
}

std::optional<FlickrLine> parse(std::string_view line) {
    if (const size_t tab = line.find('\t'); tab != std::string_view::npos) {
        const std::string_view image = line.substr(0, tab);
        return FlickrLine{image.substr(0, image.rfind('#')), std::string(line.substr(tab + 1))};
    }
    const size_t comma = line.find(',');
    if (comma == std::string_view::npos) return std::nullopt;
    return FlickrLine{line.substr(0, comma), unquoted(trimmed(line.substr(comma + 1)))};
}

} // namespace

std::vector<std::filesystem::path> findFlickr(const PairFolder& folder) {
    if (!folder.holds(kName)) return {};
    return {folder.path() / kName};
}

Result<PairRecords> readFlickr(const PairFolder& folder, const std::filesystem::path& source,
                               const std::stop_token& stop) {
    FUSEFIND_TRY_ASSIGN(const std::string text, readCaptionsFile(source));
    RecordCollector collector(folder, source);
    forEachLine(text, [&](std::string_view line, size_t number) {
        if (stop.stop_requested() || trimmed(line).empty()) return;
        if (number == 1 && asciiLower(trimmed(line)) == "image,caption") return;
        auto parsed = parse(line);
        if (!parsed) return collector.problem(source, number, "neither image,caption nor image#0<TAB>caption");
        PairRecord record;
        const FoundFile* file = collector.file(std::string(trimmed(parsed->image)), number);
        if (!file) return;
        record.add(*file);
        record.captions.push_back({std::move(parsed->caption), number});
        collector.add(std::move(record));
    });
    if (stop.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
    return collector.take();
}

} // namespace fusefind
