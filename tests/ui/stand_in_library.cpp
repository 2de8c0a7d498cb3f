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

Json refusal(const std::string& sentence) {
    return {{"status", 1}, {"out", ""}, {"err", "error: " + sentence + "\n"}};
}

Json modelOf(const char* id, const char* modality, int dim, const char* architecture, int64_t bytes,
             const char* license) {
    return {{"id", id},
            {"modalities", {{modality, dim}}},
            {"architecture", architecture},
            {"bytes", bytes},
            {"license", license},
            {"credit", "the authors"},
            {"languages", Json::array()},
            {"spaces", Json::array()}};
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
    Json words = modelOf("minilm-l6", "text", 384, "bert", 90'868'376, "apache-2.0");
    words["languages"] = {"en"};
    words["spaces"] = {"sample"};
    models = {{"models",
               {words, modelOf("efficientnet-lite0", "image", 1280, "efficientnet-lite", 18'826'032, "apache-2.0"),
                modelOf("aisfx", "audio", 512, "aisfx", 24'900'277, "cc-by-4.0"),
                modelOf("whisper-tiny-en", "audio", 384, "whisper", 32'000'000, "mit")}}};
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
    if (command.front() == "models") return runModels(command);
    if (command.front() == "spaces") return runSpaces(command);
    const bool adding = command.at(1) == "add";
    if (adding && !addComplaint.empty()) return refusal(addComplaint);
    const std::vector<std::string> paths(command.begin() + 2, command.end());
    adding ? add(paths) : remove(paths);
    tellChanged();
    return document({{"folders", Json::array()}});
}

Json StandInLibrary::runSpaces(const std::vector<std::string>& command) {
    const std::string& verb = command.at(1);
    if (verb == "list") {
        Json list = Json::array();
        for (const std::string& name : spaces)
            list.push_back({{"name", name}, {"in_use", name == status["space"]}});
        return document({{"spaces", list}});
    }
    const std::string& name = command.at(2);
    if (verb == "import") {
        spaces.push_back(command.at(4)); // after FILE and --name
        return document({{"imported", spaces.back()}});
    }
    if (std::ranges::find(spaces, name) == spaces.end()) return refusal("there is no space \"" + name + "\"");
    if (verb == "show")
        return document(
            {{"name", name},
             {"dim", 512},
             {"encoders", {{"image", {"efficientnet-lite0", "efficientnet-lite2"}}, {"text", {"minilm-l6"}}}},
             {"recall", status["recall"]}});
    if (verb == "use") status["space"] = name;
    if (verb == "remove") std::erase(spaces, name);
    tellChanged();
    return document({{verb, name}});
}

Json StandInLibrary::runModels(const std::vector<std::string>& command) {
    const std::string& verb = command.at(1);
    if (verb == "list") return document(models);
    auto& list = models["models"];
    if (verb == "check") {
        if (!addComplaint.empty()) return refusal(addComplaint);
        return document({{"architecture", "any"}, {"license", ""}, {"program", command.at(2) == programFolder}});
    }
    if (verb == "add") {
        if (!addComplaint.empty()) return refusal(addComplaint);
        const std::string id = std::filesystem::path(command.at(2)).filename();
        list.push_back(modelOf(id.c_str(), "text", 512, "bert", 1'000'000, ""));
        return document(list.back());
    }
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const Json& model) { return model["id"] == command.at(2); });
    if (found == list.end()) return refusal("there is no model \"" + command.at(2) + "\"");
    list.erase(found);
    return document({{"removed", command.at(2)}});
}

void StandInLibrary::add(const std::vector<std::string>& paths) {
    for (const auto& path : paths)
        facets.folders.push_back({path, kFilesOfAFolder, false});
    setFolders(facets.folders);
}

void StandInLibrary::remove(const std::vector<std::string>& paths) {
    std::erase_if(facets.folders, [&](const FolderFacet& folder) {
        return std::ranges::find(paths, folder.path.native()) != paths.end();
    });
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
