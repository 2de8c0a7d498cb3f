#include "core/base/text.h"
#include "core/library/pairs/record_collector.h"

#include <map>

// Files of one name: x.txt (a caption a line) beside x.jpg or x.wav, and x.jpg with x.wav. A picture, a sound and a
// text of one name make all three kinds of pairs.

namespace fusefind {

namespace {

namespace fs = std::filesystem;

std::string stemOf(const fs::path& path) {
    return (path.parent_path() / path.stem()).native();
}

// A second picture (or sound) of one name is left out, as its partners could be either's.
void addFile(PairRecord& record, const FoundFile& file, PairRecords& found) {
    const bool taken = file.kind == ItemKind::image ? record.image != nullptr : record.sound != nullptr;
    if (taken)
        found.problems.push_back({file.path, "left out: another file of its kind has the same name"});
    else
        record.add(file);
}

void addSidecar(const fs::path& sidecar, PairRecord& record, PairRecords& found) {
    const auto text = readCaptionsFile(sidecar);
    if (!text) {
        found.problems.push_back({sidecar, text.error().what});
        return;
    }
    forEachLine(*text, [&](std::string_view line, size_t number) {
        if (!trimmed(line).empty()) record.captions.push_back({std::string(line), number});
    });
    if (record.captions.empty()) found.problems.push_back({sidecar, "no caption in it"});
}

// Texts in the folders that hold pictures and sounds, by path without ".txt".
std::map<std::string, fs::path> sidecarsBeside(const std::map<std::string, PairRecord>& byStem) {
    std::map<std::string, fs::path> sidecars;
    std::set<fs::path> folders;
    for (const auto& [stem, record] : byStem)
        folders.insert(fs::path(stem).parent_path());
    for (const fs::path& folder : folders) {
        std::error_code error;
        for (auto it = fs::directory_iterator(folder, error); !error && it != fs::directory_iterator();
             it.increment(error)) {
            std::error_code ignored;
            const bool visible = !it->path().filename().native().starts_with('.');
            if (visible && lowerExtension(it->path()) == ".txt" && it->is_regular_file(ignored))
                sidecars.emplace(stemOf(it->path()), it->path());
        }
    }
    return sidecars;
}

} // namespace

std::vector<fs::path> findNamesakes(const PairFolder& folder) {
    if (folder.files().empty()) return {};
    return {folder.path()};
}

Result<PairRecords> readNamesakes(const PairFolder& folder, const fs::path&, const std::stop_token& stop) {
    PairRecords found;
    std::map<std::string, PairRecord> byStem;
    for (const FoundFile& file : folder.files())
        addFile(byStem[stemOf(file.path)], file, found);
    for (const auto& [stem, sidecar] : sidecarsBeside(byStem)) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
        const auto partner = byStem.find(stem);
        if (partner == byStem.end())
            found.problems.push_back({sidecar, "no picture or sound has this name"});
        else
            addSidecar(sidecar, partner->second, found);
    }
    for (auto& [stem, record] : byStem)
        found.records.push_back(std::move(record));
    return found;
}

} // namespace fusefind
