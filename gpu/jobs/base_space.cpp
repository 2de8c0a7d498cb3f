#include "gpu/jobs/base_space.h"

#include <fmt/format.h>

#include <algorithm>

namespace fusefind {

namespace {

// Of the pairs of this modality with texts: the mean of R@1, R@5 and R@10 in both directions. Nothing without pairs.
std::optional<double> recallWithTexts(std::span<const KindRecall> recalls, Modality modality) {
    const auto kind = std::ranges::find_if(recalls, [&](const KindRecall& one) {
        return (one.a == modality && one.b == Modality::text) || (one.a == Modality::text && one.b == modality);
    });
    if (kind == recalls.end()) return std::nullopt;
    return meanRecall(std::span(&*kind, 1));
}

} // namespace

Result<std::optional<BaseSpace>> BaseSpace::of(Workspace& workspace, const TrainRequest& request) {
    if (request.extends.empty()) return std::nullopt;
    if (request.pairs.latentFiles)
        return fail(ErrorCode::invalidInput, "a space is extended by files, not by ready-made latents");
    if (request.paper)
        return fail(ErrorCode::invalidInput, "the published recipe trains texts, too, and extends no space", {},
                    "use the automatic recipe");
    FUSEFIND_TRY_ASSIGN(auto space, workspace.spaces().load(request.extends));
    const auto texts = space->info().modalities.find(Modality::text);
    if (texts == space->info().modalities.end())
        return fail(ErrorCode::invalidInput,
                    fmt::format("space \"{}\" knows no texts that could stay", request.extends));
    const auto chosen = request.encoders.find(Modality::text);
    if (chosen != request.encoders.end() && chosen->second != texts->second.encoders)
        return fail(ErrorCode::invalidInput,
                    fmt::format("space \"{}\" has other encoders of texts than were chosen", request.extends), {},
                    "choose the same, or extend no space");
    return BaseSpace(workspace, std::move(space));
}

void BaseSpace::holdOut(const PairedLatents& pairs, std::span<const PairSplit> splits, const EncoderChoice& encoders) {
    heldOut_ = heldOutPairs(pairs, splits, &PairSplit::val);
    encoders_ = encoders;
}

Result<Matrix> BaseSpace::placeTexts(TrainingSet& set) const {
    Matrix& latents = set.latents[static_cast<size_t>(Modality::text)];
    if (latents.empty()) // nothing would say where in the space the rest belongs
        return fail(ErrorCode::invalidInput, "pairs without captions extend no space", {}, "leave out --extend");
    FUSEFIND_TRY_ASSIGN(Matrix points, space_->project(Modality::text, latents));
    return std::exchange(latents, std::move(points));
}

Result<std::vector<KindRecall>> BaseSpace::recallsOf(const Space& space) const {
    FUSEFIND_TRY_ASSIGN(const HeldOutPairs seen, asSeenBy(space, *workspace_, heldOut_, encoders_));
    return space.evaluate(seen.latents, seen.kinds);
}

std::optional<std::string> BaseSpace::reasonToKeep(Modality modality, const Space& trained,
                                                   std::span<const KindRecall> before,
                                                   std::span<const KindRecall> after) const {
    const std::string kept = fmt::format("{} as in \"{}\"", toString(modality), space_->info().name);
    if (!trained.has(modality)) return kept + ": no pairs with it";
    const auto known = recallWithTexts(before, modality);
    const auto learnt = recallWithTexts(after, modality);
    if (!known || !learnt || *known <= *learnt) return std::nullopt;
    return fmt::format("{}: mean recall {:.1f} there, {:.1f} by these pairs", kept, *known, *learnt);
}

Result<std::vector<Modality>> BaseSpace::complete(Space& trained) const {
    trained.setCorrectsGap(space_->info().correctsGap);
    trained.adopt(Modality::text, *space_);
    trained.addReason(fmt::format("texts as in \"{}\"", space_->info().name));
    FUSEFIND_TRY_ASSIGN(const auto before, recallsOf(*space_));
    FUSEFIND_TRY_ASSIGN(const auto after, recallsOf(trained));
    std::vector<Modality> kept;
    for (const auto& [modality, part] : space_->info().modalities) {
        if (modality == Modality::text) continue;
        auto reason = reasonToKeep(modality, trained, before, after);
        if (!reason) continue;
        trained.addReason(std::move(*reason));
        trained.adopt(modality, *space_);
        kept.push_back(modality);
    }
    FUSEFIND_TRY_ASSIGN(auto recalls, recallsOf(trained));
    trained.setRecalls(std::move(recalls));
    return kept;
}

} // namespace fusefind
