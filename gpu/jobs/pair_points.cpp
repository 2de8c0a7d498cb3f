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

// One half of each pair, where it has been encoded.
struct Halves {
    Matrix points;
    std::vector<std::optional<size_t>> rowOf; // by pair

    [[nodiscard]] std::span<const float> of(size_t pair) const {
        return rowOf.empty() || !rowOf[pair] ? std::span<const float>() : points.row(*rowOf[pair]);
    }
};

Result<Halves> halvesOf(Workspace& workspace, const Space& space, const PairContents& contents,
                        std::span<const size_t> pairs, Modality modality) {
    Halves halves;
    const auto known = space.info().modalities.find(modality);
    if (known == space.info().modalities.end() || known->second.encoders.empty()) return halves;
    std::vector<Sha256> wanted;
    std::vector<size_t> wantedBy;
    for (size_t i = 0; i < pairs.size(); ++i)
        if (const auto content = contentOfHalf(contents, contents.pairs[pairs[i]], modality)) {
            wanted.push_back(*content);
            wantedBy.push_back(i);
        }
    FUSEFIND_TRY_ASSIGN(const LatentRows latents, storedLatents(workspace, modality, known->second.encoders, wanted));
    if (latents.rows.empty()) return halves;
    FUSEFIND_TRY_ASSIGN(halves.points, space.project(modality, latents.rows));
    halves.rowOf.resize(pairs.size());
    for (size_t i = 0; i < wanted.size(); ++i)
        halves.rowOf[wantedBy[i]] = latents.rowOf[i];
    return halves;
}

} // namespace

Result<PairPoints> pairPoints(Workspace& workspace, const Space& space, const PairContents& contents,
                              std::span<const size_t> pairs) {
    std::array<Halves, kModalities.size()> halves;
    for (const Modality modality : kModalities) {
        FUSEFIND_TRY_ASSIGN(halves[static_cast<size_t>(modality)],
                            halvesOf(workspace, space, contents, pairs, modality));
    }
    PairPoints found;
    for (size_t i = 0; i < pairs.size(); ++i) {
        std::vector<float> middle;
        float score = kNoScore;
        for (const Halves& half : halves) {
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
