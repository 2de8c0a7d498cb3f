#include "gpu/jobs/latent_rows.h"

#include <algorithm>
#include <set>

namespace fusefind {

namespace {

// The mean over the segments of each content.
Result<LatentRows> meanRows(LatentStore& store, std::span<const Sha256> contents) {
    FUSEFIND_TRY_ASSIGN(StoredLatents stored, store.read(contents));
    LatentRows means;
    means.rowOf.resize(contents.size());
    std::vector<float> counts;
    for (const size_t owner : stored.owners) {
        if (!means.rowOf[owner]) {
            means.rowOf[owner] = counts.size();
            counts.push_back(0);
        }
        ++counts[*means.rowOf[owner]];
    }
    if (counts.size() == stored.owners.size()) { // all of one segment, as pictures and lines of text are
        means.rows = std::move(stored.rows);
        return means;
    }
    means.rows = Matrix(counts.size(), stored.rows.cols());
    for (size_t i = 0; i < stored.owners.size(); ++i) {
        const auto sum = means.rows.row(*means.rowOf[stored.owners[i]]);
        std::ranges::transform(sum, stored.rows.row(i), sum.begin(), std::plus());
    }
    for (size_t i = 0; i < counts.size(); ++i)
        for (float& value : means.rows.row(i))
            value /= counts[i];
    return means;
}

// Tasks whose content the store lacks, each content once.
Result<std::vector<EncodeTask>> missingFrom(LatentStore& store, std::span<const EncodeTask> files) {
    std::vector<EncodeTask> missing;
    std::set<Sha256> seen;
    for (const EncodeTask& file : files) {
        FUSEFIND_TRY_ASSIGN(const bool known, store.contains(file.content));
        if (!known && seen.insert(file.content).second) missing.push_back(file);
    }
    return missing;
}

} // namespace

Result<LatentRows> storedLatents(std::span<LatentStore> stores, std::span<const Sha256> contents) {
    std::vector<LatentRows> parts;
    size_t width = 0;
    for (LatentStore& store : stores) {
        FUSEFIND_TRY_ASSIGN(LatentRows part, meanRows(store, contents));
        parts.push_back(std::move(part));
        width += store.dim();
    }
    if (parts.size() == 1) return std::move(parts.front());
    const auto isComplete = [&](size_t i) {
        return std::ranges::all_of(parts, [&](const LatentRows& part) { return part.rowOf[i].has_value(); });
    };
    LatentRows joined;
    joined.rowOf.resize(contents.size());
    size_t rows = 0;
    for (size_t i = 0; i < contents.size(); ++i)
        if (isComplete(i)) joined.rowOf[i] = rows++;
    joined.rows = Matrix(rows, width);
    for (size_t i = 0; i < contents.size(); ++i) {
        if (!joined.rowOf[i]) continue;
        auto to = joined.rows.row(*joined.rowOf[i]).begin();
        for (const LatentRows& part : parts)
            to = std::ranges::copy(part.rows.row(*part.rowOf[i]), to).out;
    }
    return joined;
}

Result<LatentRows> storedLatents(Workspace& workspace, Modality modality, const std::vector<std::string>& encoders,
                                 std::span<const Sha256> contents) {
    std::vector<LatentStore> stores;
    for (const std::string& id : encoders) {
        FUSEFIND_TRY_ASSIGN(const LatentStore* const store, workspace.latents(id, modality));
        stores.push_back(*store);
    }
    return storedLatents(stores, contents);
}

Result<LatentRows> latentsOfFiles(Workspace& workspace, Modality modality, const std::vector<std::string>& encoders,
                                  std::span<const EncodeTask> files, const EncodeSinks& sinks, JobContext& context) {
    for (const std::string& id : encoders) {
        FUSEFIND_TRY_ASSIGN(LatentStore* const store, workspace.latents(id, modality));
        FUSEFIND_TRY_ASSIGN(const std::vector<EncodeTask> missing, missingFrom(*store, files));
        if (missing.empty()) continue;
        FUSEFIND_TRY_ASSIGN(const auto encoder, workspace.encoder(id, modality));
        FUSEFIND_TRY(encodeFiles(*encoder, *store, missing, sinks, context));
    }
    std::vector<Sha256> contents;
    std::ranges::transform(files, std::back_inserter(contents), &EncodeTask::content);
    return storedLatents(workspace, modality, encoders, contents);
}

Result<LatentRows> latentsOfTexts(Workspace& workspace, const std::vector<std::string>& encoders,
                                  std::span<const std::string> texts, JobContext& context) {
    for (const std::string& id : encoders) {
        FUSEFIND_TRY_ASSIGN(LatentStore* const store, workspace.latents(id, Modality::text));
        FUSEFIND_TRY_ASSIGN(const auto encoder, workspace.encoder(id, Modality::text));
        FUSEFIND_TRY(encodeTexts(*encoder, *store, texts, context));
    }
    std::vector<Sha256> contents;
    std::ranges::transform(texts, std::back_inserter(contents), contentOf);
    return storedLatents(workspace, Modality::text, encoders, contents);
}

} // namespace fusefind
