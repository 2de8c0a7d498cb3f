#include "gpu/jobs/pair_points.h"

#include "core/protocol/map_messages.h"

#include <algorithm>
#include <numeric>

namespace fusefind {

namespace {

std::optional<Sha256> contentOfHalf(const PairContents& contents, const PairContents::Pair& pair, Modality modality) {
    if (modality == Modality::text)
        return pair.caption ? std::optional(contents.captions[*pair.caption]) : std::nullopt;
    const auto file = modality == Modality::image ? pair.image : pair.sound;
    return file ? contents.files[*file].content : std::nullopt;
}

bool isEncoded(const Space& space, Modality modality) {
    const auto known = space.info().modalities.find(modality);
    return known != space.info().modalities.end() && !known->second.encoders.empty();
}

Result<ContentPoints> project(const Space& space, Modality modality, LatentRows latents) {
    ContentPoints found;
    if (latents.rows.empty()) return found;
    FUSEFIND_TRY_ASSIGN(found.points, space.project(modality, latents.rows));
    found.rowOf = std::move(latents.rowOf);
    return found;
}

} // namespace

Result<ContentPoints> storedPoints(Workspace& workspace, const Space& space, Modality modality,
                                   std::span<const Sha256> contents) {
    if (!isEncoded(space, modality)) return ContentPoints();
    FUSEFIND_TRY_ASSIGN(LatentRows latents,
                        storedLatents(workspace, modality, space.info().modalities.at(modality).encoders, contents));
    return project(space, modality, std::move(latents));
}

Result<ContentPoints> halfPoints(Workspace& workspace, const Space& space, const PairContents& contents,
                                 std::span<const size_t> pairs, Modality modality) {
    FUSEFIND_TRY_ASSIGN(SpaceStores stores, storesOf(workspace, space, workspace.database()));
    FUSEFIND_TRY_ASSIGN(LatentRows latents,
                        halfLatents(stores[static_cast<size_t>(modality)], contents, pairs, modality));
    return project(space, modality, std::move(latents));
}

Result<SpaceStores> storesOf(Workspace& workspace, const Space& space, Database& database) {
    SpaceStores stores;
    for (const auto& [modality, known] : space.info().modalities) {
        for (const std::string& id : known.encoders) {
            FUSEFIND_TRY_ASSIGN(const LatentStore* const store, workspace.latents(id, modality));
            stores[static_cast<size_t>(modality)].push_back(store->on(database));
        }
    }
    return stores;
}

Result<LatentRows> halfLatents(std::span<LatentStore> stores, const PairContents& contents,
                               std::span<const size_t> pairs, Modality modality) {
    if (stores.empty()) return LatentRows();
    std::vector<Sha256> wanted;
    std::vector<size_t> wantedBy;
    for (size_t i = 0; i < pairs.size(); ++i)
        if (const auto content = contentOfHalf(contents, contents.pairs[pairs[i]], modality)) {
            wanted.push_back(*content);
            wantedBy.push_back(i);
        }
    FUSEFIND_TRY_ASSIGN(LatentRows halves, storedLatents(stores, wanted));
    std::vector<std::optional<size_t>> rowOf(pairs.size());
    for (size_t i = 0; i < halves.rowOf.size(); ++i)
        rowOf[wantedBy[i]] = halves.rowOf[i];
    halves.rowOf = std::move(rowOf);
    return halves;
}

Result<PairLatents> pairLatents(SpaceStores& stores, const PairContents& contents, std::span<const size_t> pairs) {
    PairLatents latents;
    for (const Modality modality : kModalities) {
        const auto index = static_cast<size_t>(modality);
        FUSEFIND_TRY_ASSIGN(latents[index], halfLatents(stores[index], contents, pairs, modality));
    }
    return latents;
}

Result<PairPoints> pairPoints(const Space& space, PairLatents latents, std::span<const size_t> pairs) {
    std::array<ContentPoints, kModalities.size()> halves;
    for (const Modality modality : kModalities) {
        const auto index = static_cast<size_t>(modality);
        FUSEFIND_TRY_ASSIGN(halves[index], project(space, modality, std::move(latents[index])));
    }
    PairPoints found;
    for (size_t i = 0; i < pairs.size(); ++i) {
        std::vector<float> middle;
        float score = kNoScore;
        for (const ContentPoints& half : halves) {
            const auto point = half.of(i);
            if (point.empty()) continue;
            if (!middle.empty()) score = std::inner_product(point.begin(), point.end(), middle.begin(), 0.0F);
            middle.resize(point.size());
            std::ranges::transform(point, middle, middle.begin(), std::plus());
        }
        if (middle.empty()) continue;
        normalizeInPlace(middle);
        found.points.append(middle);
        found.pairs.push_back(pairs[i]);
        found.scores.push_back(score);
    }
    return found;
}

} // namespace fusefind
