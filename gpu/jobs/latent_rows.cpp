#include "gpu/jobs/latent_rows.h"

#include <algorithm>
#include <set>

namespace fusefind {

namespace {

// The mean over the segments of each content, in the order asked for.
struct MeanRows {
    std::vector<std::vector<float>> rows; // empty where the store has nothing
};

Result<MeanRows> meanRows(LatentStore& store, std::span<const Sha256> contents) {
    FUSEFIND_TRY_ASSIGN(const StoredLatents stored, store.read(contents));
    MeanRows means;
    means.rows.resize(contents.size());
    std::vector<float> counts(contents.size());
    for (size_t i = 0; i < stored.rows.rows(); ++i) {
        auto& sum = means.rows[stored.owners[i]];
        sum.resize(stored.rows.cols());
        std::ranges::transform(sum, stored.rows.row(i), sum.begin(), std::plus());
        ++counts[stored.owners[i]];
    }
    for (size_t i = 0; i < contents.size(); ++i)
        for (float& value : means.rows[i])
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
    std::vector<MeanRows> parts;
    for (LatentStore& store : stores) {
        FUSEFIND_TRY_ASSIGN(MeanRows part, meanRows(store, contents));
        parts.push_back(std::move(part));
    }
    LatentRows joined;
    joined.rowOf.resize(contents.size());
    for (size_t i = 0; i < contents.size(); ++i) {
        std::vector<float> row;
        bool complete = true;
        for (const MeanRows& part : parts) {
            complete = complete && !part.rows[i].empty();
            row.insert(row.end(), part.rows[i].begin(), part.rows[i].end());
        }
        if (!complete) continue;
        joined.rowOf[i] = joined.rows.rows();
        joined.rows.append(row);
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
