#include "core/library/pairs/record_collector.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <functional>
#include <map>

// COCO's captions JSON: {"images": [{"id", "file_name"}], "annotations": [{"image_id", "caption"}]}.
// Karpathy's split JSON: {"images": [{"filename", "filepath"?, "split", "sentences": [{"raw"}]}]}.

namespace fusefind {

namespace {

using nlohmann::json;

// Walks the elements of the lists at the top of a JSON file without keeping them, as such files are large.
// Errors: invalidInput (not JSON, naming the byte), cancelled.
Status walkLists(std::string_view text, const std::filesystem::path& path, const std::stop_token& stop,
                 const std::function<void(const std::string& list, const json& element)>& onElement) {
    std::string list;
    const auto onEvent = [&](int depth, json::parse_event_t event, json& parsed) {
        if (stop.stop_requested()) return false;
        if (depth == 1 && event == json::parse_event_t::key) list = parsed.get<std::string>();
        if (depth != 2 || event != json::parse_event_t::object_end) return true;
        onElement(list, parsed);
        return false; // seen, need not be kept
    };
    const json document = json::parse(text, onEvent, false);
    if (stop.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
    if (document.is_discarded()) return fail(ErrorCode::invalidInput, "not complete JSON", path, "get the file again");
    return {};
}

std::string textAt(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// An id as COCO has them: numbers, in some data sets texts.
std::string idAt(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && (found->is_number_integer() || found->is_string()) ? found->dump() : std::string();
}

bool mentions(const std::filesystem::path& path, std::initializer_list<std::string_view> keys) {
    const auto text = readCaptionsFile(path); // one that cannot be read is no captions file
    return text &&
           std::ranges::all_of(keys, [&](std::string_view key) { return text->find(key) != std::string::npos; });
}

std::vector<std::filesystem::path> jsonWith(const PairFolder& folder, std::initializer_list<std::string_view> keys) {
    std::vector<std::filesystem::path> found;
    for (const auto& path : folder.jsonFiles())
        if (mentions(path, keys)) found.push_back(path);
    return found;
}

std::optional<Split> splitFromName(std::string_view name) {
    if (name == "train" || name == "restval") return Split::train;
    if (name == "val") return Split::validation;
    if (name == "test") return Split::test;
    return std::nullopt;
}

void addKarpathyImage(const json& image, RecordCollector& collector, const std::filesystem::path& source) {
    const std::optional<Split> split = splitFromName(textAt(image, "split"));
    collector.beginPart(split);
    const std::filesystem::path name = std::filesystem::path(textAt(image, "filepath")) / textAt(image, "filename");
    const FoundFile* file = collector.file(name.native(), 0);
    if (!file) return;
    PairRecord record;
    record.add(*file);
    const auto sentences = image.find("sentences");
    if (sentences == image.end() || !sentences->is_array()) return collector.problem(file->path, 0, "no sentences");
    for (const json& sentence : *sentences)
        if (sentence.is_object()) record.captions.push_back({textAt(sentence, "raw"), 0});
    if (!split) collector.problem(source, 0, fmt::format("unknown split \"{}\"", textAt(image, "split")));
    collector.add(std::move(record));
}

} // namespace

std::vector<std::filesystem::path> findCoco(const PairFolder& folder) {
    return jsonWith(folder, {"\"images\"", "\"annotations\"", "\"image_id\"", "\"caption\""});
}

Result<PairRecords> readCoco(const PairFolder& folder, const std::filesystem::path& source,
                             const std::stop_token& stop) {
    FUSEFIND_TRY_ASSIGN(const std::string text, readCaptionsFile(source));
    std::map<std::string, std::string> names;                  // image id -> file name
    std::vector<std::pair<std::string, std::string>> captions; // image id, caption
    const auto onElement = [&](const std::string& list, const json& element) {
        if (list == "images") names.emplace(idAt(element, "id"), textAt(element, "file_name"));
        if (list == "annotations") captions.emplace_back(idAt(element, "image_id"), textAt(element, "caption"));
    };
    FUSEFIND_TRY(walkLists(text, source, stop, onElement));
    RecordCollector collector(folder, source);
    for (auto& [id, caption] : captions) {
        const auto name = names.find(id);
        if (name == names.end()) {
            collector.problem(source, 0, fmt::format("a caption of image {}, which is not listed", id));
            continue;
        }
        PairRecord record;
        const FoundFile* file = collector.file(name->second, 0);
        if (!file) continue;
        record.add(*file);
        record.captions.push_back({std::move(caption), 0});
        collector.add(std::move(record));
    }
    return collector.take();
}

std::vector<std::filesystem::path> findKarpathy(const PairFolder& folder) {
    return jsonWith(folder, {"\"images\"", "\"sentences\"", "\"split\"", "\"raw\""});
}

Result<PairRecords> readKarpathy(const PairFolder& folder, const std::filesystem::path& source,
                                 const std::stop_token& stop) {
    FUSEFIND_TRY_ASSIGN(const std::string text, readCaptionsFile(source));
    RecordCollector collector(folder, source);
    FUSEFIND_TRY(walkLists(text, source, stop, [&](const std::string& list, const json& element) {
        if (list == "images") addKarpathyImage(element, collector, source);
    }));
    return collector.take();
}

} // namespace fusefind
