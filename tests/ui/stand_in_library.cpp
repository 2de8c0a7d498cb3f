#include "ui/stand_in_library.h"

#include <algorithm>

namespace fusefind {

namespace {

constexpr int64_t kFilesOfAFolder = 120;

Json recallOf(double r1, double r5, double r10, int queries) {
    return {{"R@1", r1}, {"R@5", r5}, {"R@10", r10}, {"queries", queries}, {"candidates", queries}};
}

Json document(const Json& value) {
    return {{"status", 0}, {"out", value.dump()}, {"err", ""}};
}

} // namespace

StandInLibrary::StandInLibrary(StandInWorker& worker) : worker_(worker) {
    status = {
        {"data_dir", "/somewhere/fusefind"},
        {"device", "cpu"},
        {"library", {{"folders", 0}, {"items", {{"image", 812}, {"audio", 61}, {"video", 3}}}, {"searchable", 870}}},
        {"skipped", Json::array()},
        {"models", {"minilm-l6", "efficientnet-lite0", "aisfx"}},
        {"space", "sample"},
        {"recall",
         {{"text_to_image", recallOf(29.2, 51.4, 59.7, 216)},
          {"image_to_text", recallOf(27.9, 48.8, 59.6, 146)},
          {"text_to_audio", recallOf(45.8, 75.0, 83.3, 24)}}},
        {"index_recall", 0.997}};
    models = {{"models",
               {{{"id", "minilm-l6"},
                 {"modalities", {{"text", 384}}},
                 {"license", "apache-2.0"},
                 {"credit", "sentence-transformers"}},
                {{"id", "aisfx"}, {"modalities", {{"audio", 512}}}, {"license", "mit"}, {"credit", "the authors"}}}}};
    worker.answer(method::kFacets, [this](const Json&) { return toJson(facets); });
    worker.answer(method::kScanState, [this](const Json&) { return toJson(scan); });
    worker.answer(method::kScan, [this](const Json& params) {
        if (params.contains("pause")) scan.phase = params["pause"].get<bool>() ? ScanPhase::paused : ScanPhase::encode;
        return toJson(scan);
    });
    worker.answer(method::kCommand, [this](const Json& params) {
        std::vector<std::string> command = params.at("args");
        std::erase(command, "--json");
        commands.push_back(command);
        return run(command);
    });
}

Json StandInLibrary::run(const std::vector<std::string>& command) {
    if (command.front() == "status") return document(status);
    if (command.front() == "models") return document(models);
    const bool adding = command.at(1) == "add";
    if (adding && !addComplaint.empty()) return {{"status", 1}, {"out", ""}, {"err", "error: " + addComplaint + "\n"}};
    const std::vector<std::string> paths(command.begin() + 2, command.end());
    adding ? add(paths) : remove(paths);
    tellChanged();
    return document({{"folders", Json::array()}});
}

void StandInLibrary::add(const std::vector<std::string>& paths) {
    for (const auto& path : paths)
        facets.folders.push_back({path, kFilesOfAFolder, false});
    setFolders(facets.folders);
}

void StandInLibrary::remove(const std::vector<std::string>& paths) {
    std::erase_if(facets.folders,
                  [&](const FolderFacet& folder) { return std::ranges::find(paths, folder.path.native()) != paths.end(); });
    setFolders(facets.folders);
}

void StandInLibrary::setFolders(const std::vector<FolderFacet>& folders) {
    facets.folders = folders;
    std::ranges::sort(facets.folders, {}, &FolderFacet::path);
    facets.kinds = {{ItemKind::image, kFilesOfAFolder * static_cast<int64_t>(folders.size())}};
    scan.folders.clear();
    for (const FolderFacet& folder : facets.folders)
        scan.folders.push_back({folder.path, folder.items, folder.items});
}

void StandInLibrary::tellScan(const ScanState& state) {
    scan = state;
    worker_.tell(event::kScan, toJson(scan));
}

bool StandInLibrary::wasRun(const std::vector<std::string>& command) const {
    return std::ranges::find(commands, command) != commands.end();
}

} // namespace fusefind
