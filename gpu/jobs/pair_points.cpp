#include "gpu/jobs/pair_points.h"

#include "core/protocol/map_messages.h"
#include "gpu/jobs/latent_rows.h"

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

} // namespace

Result<ContentPoints> storedPoints(Workspace& workspace, const Space& space, Modality modality,
                                   std::span<const Sha256> contents) {
    ContentPoints found;
    const auto known = space.info().modalities.find(modality);
    if (known == space.info().modalities.end() || known->second.encoders.empty()) return found;
    FUSEFIND_TRY_ASSIGN(LatentRows latents, storedLatents(workspace, modality, known->second.encoders, contents));
    if (latents.rows.empty()) return found;
    FUSEFIND_TRY_ASSIGN(found.points, space.project(modality, latents.rows));
    found.rowOf = std::move(latents.rowOf);
    return found;
}

Result<ContentPoints> halfPoints(Workspace& workspace, const Space& space, const PairContents& contents,
                                 std::span<const size_t> pairs, Modality modality) {
    std::vector<Sha256> wanted;
    std::vector<size_t> wantedBy;
    for (size_t i = 0; i < pairs.size(); ++i)
        if (const auto content = contentOfHalf(contents, contents.pairs[pairs[i]], modality)) {
            wanted.push_back(*content);
            wantedBy.push_back(i);
        }
    FUSEFIND_TRY_ASSIGN(ContentPoints halves, storedPoints(workspace, space, modality, wanted));
    std::vector<std::optional<size_t>> rowOf(pairs.size());
    for (size_t i = 0; i < halves.rowOf.size(); ++i)
        rowOf[wantedBy[i]] = halves.rowOf[i];
    halves.rowOf = std::move(rowOf);
    return halves;
}

Result<PairPoints> pairPoints(Workspace& workspace, const Space& space, const PairContents& contents,
                              std::span<const size_t> pairs) {
    std::array<ContentPoints, kModalities.size()> halves;
    for (const Modality modality : kModalities) {
        FUSEFIND_TRY_ASSIGN(halves[static_cast<size_t>(modality)],
                            halfPoints(workspace, space, contents, pairs, modality));
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
