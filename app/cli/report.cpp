#include "app/cli/report.h"

#include "app/cli/output.h"
#include "core/base/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

namespace fusefind {

namespace {

Json skippedJson(const std::vector<SkippedFile>& skipped) {
    Json list = Json::array();
    for (const SkippedFile& file : skipped)
        list.push_back({{"path", toUtf8(file.path)}, {"reason", file.reason}});
    return list;
}

std::string skippedText(const std::vector<SkippedFile>& skipped) {
    std::string text;
    for (const SkippedFile& file : skipped)
        text += fmt::format("skipped: {}: {}\n", singleLine(toUtf8(file.path)), file.reason);
    return text;
}

Json recallJson(const std::vector<KindRecall>& recalls) {
    // The engine's own form, in its order of keys.
    return Json::parse(toJson(std::span(recalls)).dump());
}

std::string recallText(const std::vector<KindRecall>& recalls) {
    std::vector<std::vector<std::string>> rows{{"recall", "R@1", "R@5", "R@10", "queries", "candidates"}};
    const auto add = [&](Modality from, Modality to, const Recall& recall) {
        rows.push_back({fmt::format("{} to {}", toString(from), toString(to)), fmt::format("{:.1f}", recall.r1),
                        fmt::format("{:.1f}", recall.r5), fmt::format("{:.1f}", recall.r10),
                        fmt::format("{}", recall.queries), fmt::format("{}", recall.candidates)});
    };
    for (const KindRecall& kind : recalls) {
        add(kind.a, kind.b, kind.recall.aToB);
        add(kind.b, kind.a, kind.recall.bToA);
    }
    return rows.size() > 1 ? table(rows) : "no pairs were held out\n";
}

Json pathsJson(const std::vector<std::filesystem::path>& paths) {
    Json list = Json::array();
    for (const auto& path : paths)
        list.push_back(toUtf8(path));
    return list;
}

Json queryJson(const LibraryQuery& request) {
    Json query;
    for (const QueryTerm& term : request.terms) {
        if (term.text.empty())
            query[term.wanted ? "like" : "unlike"].push_back(toUtf8(term.file));
        else if (term.wanted)
            query["text"] = toUtf8(std::string_view(term.text));
        else
            query["not"].push_back(toUtf8(std::string_view(term.text)));
    }
    for (const ItemKind kind : request.filter.kinds)
        query["in"].push_back(toString(kind));
    if (!request.filter.under.empty()) query["under"] = toUtf8(request.filter.under);
    return query;
}

Json jobsJson(const std::vector<JobState>& jobs) {
    Json list = Json::array();
    for (const JobState& job : jobs)
        list.push_back({{"state", job.running ? "running" : "waiting"},
                        {"phase", job.progress.phase},
                        {"done", job.progress.done},
                        {"total", job.progress.total}});
    return list;
}

std::string jobsText(const std::vector<JobState>& jobs) {
    std::string text;
    for (const JobState& job : jobs)
        text += job.running
                    ? fmt::format("running: {} {} of {}\n", job.progress.phase, job.progress.done, job.progress.total)
                    : "waiting: a job\n";
    return text;
}

std::string moment(double seconds) {
    const auto whole = static_cast<int64_t>(seconds);
    return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

} // namespace

Json toJson(const ModelManifest& manifest) {
    Json modalities;
    for (const auto& [modality, dim] : manifest.modalities)
        modalities[std::string(toString(modality))] = dim;
    uint64_t bytes = 0;
    for (const ModelFile& file : manifest.files)
        bytes += file.size;
    Json json{{"id", manifest.id},
              {"modalities", modalities},
              {"bytes", bytes},
              {"architecture", manifest.architecture},
              {"license", manifest.license},
              {"credit", manifest.credit}};
    if (manifest.program) json["program"] = true;
    return json;
}

std::string toText(const std::vector<ModelManifest>& manifests) {
    if (manifests.empty()) return "no models yet; add one with `fusefind-cli models add DIR`\n";
    std::vector<std::vector<std::string>> rows{{"model", "reads", "licence"}};
    for (const ModelManifest& manifest : manifests) {
        std::vector<std::string> modalities;
        for (const auto& [modality, dim] : manifest.modalities)
            modalities.push_back(fmt::format("{} ({})", toString(modality), dim));
        if (manifest.program) modalities.emplace_back("a program");
        rows.push_back({manifest.id, fmt::format("{}", fmt::join(modalities, ", ")), singleLine(manifest.license)});
    }
    return table(rows);
}

Json foldersJson(const std::vector<Folder>& folders) {
    Json list = Json::array();
    for (const Folder& folder : folders)
        list.push_back(toUtf8(folder.path));
    return {{"folders", list}};
}

std::string foldersText(const std::vector<Folder>& folders) {
    if (folders.empty()) return "no folders yet; add one with `fusefind-cli library add DIR`\n";
    std::string text;
    for (const Folder& folder : folders)
        text += singleLine(toUtf8(folder.path)) + "\n";
    return text;
}

Json toJson(const LibraryScan& scan) {
    return {{"discovered", scan.discovered},
            {"encoded", scan.encoded},
            {"unchanged", scan.unchanged},
            {"moved", scan.moved},
            {"removed", scan.removed},
            {"skipped", skippedJson(scan.skipped)},
            {"offline", pathsJson(scan.offline)},
            {"seconds", scan.seconds},
            {"encode_seconds", scan.encodeSeconds}};
}

std::string toText(const LibraryScan& scan) {
    std::string text = skippedText(scan.skipped);
    for (const auto& folder : scan.offline)
        text += fmt::format("not there now, its files are kept in the library: {}\n", singleLine(toUtf8(folder)));
    return text + fmt::format("{} files: {} encoded, {} unchanged, {} moved, {} removed, {} skipped, in {:.1f} s\n",
                              scan.discovered, scan.encoded, scan.unchanged, scan.moved, scan.removed,
                              scan.skipped.size(), scan.seconds);
}

Json toJson(const LibraryQuery& request, const LibraryAnswer& report) {
    Json hits = Json::array();
    for (size_t i = 0; i < report.hits.size(); ++i) {
        const LibraryHit& hit = report.hits[i];
        Json one{
            {"rank", i + 1}, {"path", toUtf8(hit.item.path)}, {"kind", toString(hit.item.kind)}, {"score", hit.score}};
        if (hit.startSeconds) one["start_s"] = *hit.startSeconds;
        if (hit.endSeconds) one["end_s"] = *hit.endSeconds;
        hits.push_back(std::move(one));
    }
    Json json{{"query", queryJson(request)}, {"space", report.space}, {"elapsed_ms", report.elapsedMs}, {"hits", hits}};
    if (report.closeScore) json["close_score"] = *report.closeScore;
    for (const auto& sound : report.shortened)
        json["shortened"].push_back(toUtf8(sound));
    return json;
}

std::string toText(const LibraryAnswer& report) {
    if (report.hits.empty()) return "nothing found\n";
    std::vector<std::vector<std::string>> rows;
    for (size_t i = 0; i < report.hits.size(); ++i) {
        const LibraryHit& hit = report.hits[i];
        const std::string at =
            hit.startSeconds ? fmt::format("{}-{}", moment(*hit.startSeconds), moment(*hit.endSeconds)) : std::string();
        rows.push_back({fmt::format("{}", i + 1), fmt::format("{:.3f}", hit.score),
                        std::string(toString(hit.item.kind)), at, singleLine(toUtf8(hit.item.path))});
    }
    std::string notes;
    for (const auto& sound : report.shortened)
        notes +=
            fmt::format("the search goes by the first {} of {}\n", moment(kSearchedSeconds), singleLine(toUtf8(sound)));
    const bool close = !report.closeScore || report.hits.front().score >= *report.closeScore;
    return notes + (close ? "" : "nothing close was found; these are the nearest\n") + table(rows);
}

Json toJson(const TrainReport& report) {
    const SpaceInfo& space = report.space;
    return {{"space", space.name},
            {"recall", recallJson(space.recalls)},
            {"steps", space.steps},
            {"seconds", report.seconds},
            {"train_seconds", space.seconds},
            {"encode_seconds", report.encodeSeconds},
            {"final_loss", space.finalLoss},
            {"temperature", space.temperature},
            {"recipe", Json::parse(toJson(space.recipe).dump())},
            {"best_epoch", space.bestEpoch},
            {"cancelled", report.cancelled},
            {"skipped", skippedJson(report.skipped)}};
}

std::string toText(const TrainReport& report) {
    std::string text = skippedText(report.skipped);
    for (const std::string& reason : report.space.recipe.reasons)
        text += fmt::format("recipe: {}\n", reason);
    text += recallText(report.space.recalls);
    return text + fmt::format("space \"{}\"{}: {} steps, best epoch {}, encoded in {:.1f} s, trained in {:.1f} s\n",
                              report.space.name, report.cancelled ? " (stopped early)" : "", report.space.steps,
                              report.space.bestEpoch, report.encodeSeconds, report.space.seconds);
}

Json toJson(const EvalReport& report) {
    return {{"space", report.space},
            {"recall", recallJson(report.recalls)},
            {"seconds", report.seconds},
            {"encode_seconds", report.encodeSeconds},
            {"skipped", skippedJson(report.skipped)}};
}

std::string toText(const EvalReport& report) {
    return skippedText(report.skipped) + fmt::format("space \"{}\"\n", report.space) + recallText(report.recalls);
}

Json toJson(const EmbedReport& report) {
    return {{"rows", report.rows}, {"dim", report.dim}, {"skipped", skippedJson(report.skipped)}};
}

std::string toText(const EmbedReport& report) {
    return skippedText(report.skipped) + fmt::format("{} rows of {}\n", report.rows, report.dim);
}

Json toJson(const SpaceInfo& space) {
    Json encoders;
    for (const auto& [modality, description] : space.modalities)
        encoders[std::string(toString(modality))] = description.encoders;
    return {{"name", space.name},
            {"dim", space.dim},
            {"encoders", encoders},
            {"recipe", Json::parse(toJson(space.recipe).dump())},
            {"recall", recallJson(space.recalls)}};
}

std::string toText(const SpaceInfo& space) {
    std::string text =
        fmt::format("space \"{}\", {} dimensions, recipe {}\n", space.name, space.dim, space.recipe.name);
    for (const auto& [modality, description] : space.modalities)
        text += fmt::format("{}: {}\n", toString(modality),
                            description.encoders.empty() ? "ready-made latents"
                                                         : fmt::format("{}", fmt::join(description.encoders, " + ")));
    return text + recallText(space.recalls);
}

Json toJson(const StatusReport& report, bool inWorker) {
    Json items;
    for (const ItemKind kind : kItemKinds)
        items[std::string(toString(kind))] = report.library.items.at(static_cast<size_t>(kind));
    Json json{
        {"data_dir", toUtf8(report.dataDir)},
        {"device", report.device},
        {"worker", nullptr},
        {"jobs", jobsJson(report.jobs)},
        {"library", {{"folders", report.library.folders}, {"items", items}, {"searchable", report.library.searchable}}},
        {"skipped", skippedJson(report.skipped)},
        {"models", report.models},
        {"space", nullptr},
        {"recall", nullptr},
        {"index_recall", nullptr}};
    if (inWorker) json["worker"] = {{"pid", ::getpid()}, {"version", FUSEFIND_VERSION}};
    if (report.space) {
        json["space"] = report.space->name;
        json["recall"] = recallJson(report.space->recalls);
    }
    if (report.indexRecall) json["index_recall"] = *report.indexRecall;
    return json;
}

std::string toText(const StatusReport& report, bool inWorker) {
    const auto& items = report.library.items;
    std::string text = skippedText(report.skipped);
    text += fmt::format("data: {}\ndevice: {}\n", singleLine(toUtf8(report.dataDir)), report.device);
    if (inWorker) text += fmt::format("worker: process {}, version {}\n", ::getpid(), FUSEFIND_VERSION);
    text += jobsText(report.jobs);
    text +=
        fmt::format("library: {} pictures, {} sounds, {} videos in {} folders; {} searchable, {} skipped\n", items[0],
                    items[1], items[2], report.library.folders, report.library.searchable, report.skipped.size());
    text +=
        fmt::format("models: {}\n", report.models.empty() ? "none" : fmt::format("{}", fmt::join(report.models, ", ")));
    text += report.space ? toText(*report.space) : "no space is in use\n";
    if (report.indexRecall)
        text += fmt::format("index: recall@10 against exact search {:.1f} %\n", 100 * *report.indexRecall);
    return text;
}

} // namespace fusefind
