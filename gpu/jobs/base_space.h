#pragma once

#include "gpu/jobs/held_out.h"
#include "gpu/jobs/train_job.h"

#include <memory>
#include <optional>

namespace fusefind {

// The space that a training extends (TrainRequest::extends). Its texts stay where they lie, and the training brings
// pictures and sounds to them; so either space's adapters fit the other's texts, and what the pairs do not teach, or
// teach less well than it is known already, is taken over.
class BaseSpace {
public:
    // Nothing if the request extends none. Errors: notFound; invalidInput (it knows no texts or other encoders of
    // texts, ready-made latents, the published recipe).
    static Result<std::optional<BaseSpace>> of(Workspace& workspace, const TrainRequest& request);

    [[nodiscard]] const Space& space() const { return *space_; }
    [[nodiscard]] int64_t dim() const { return space_->info().dim; }

    // Remembers the pairs that the training, with these encoders, holds out.
    void holdOut(const PairedLatents& pairs, std::span<const PairSplit> splits, const EncoderChoice& encoders);
    // Points of the texts in place of their latents, which are returned: what the training sees, and keeps. Errors:
    // invalidInput (there are no texts).
    [[nodiscard]] Result<Matrix> placeTexts(TrainingSet& set) const;
    // Gives the trained space the texts of this one, the modalities it lacks, and those that this one tells apart
    // better on the pairs held out, and returns these modalities. The recall of the trained space is measured anew, and
    // its recipe says what was taken over. Errors: those of project().
    Result<std::vector<Modality>> complete(Space& trained) const;

private:
    BaseSpace(Workspace& workspace, std::shared_ptr<const Space> space)
        : workspace_(&workspace), space_(std::move(space)) {}
    [[nodiscard]] Result<std::vector<KindRecall>> recallsOf(const Space& space) const;
    // Why a modality is taken over; nothing if it is not.
    [[nodiscard]] std::optional<std::string> reasonToKeep(Modality modality, const Space& trained,
                                                          std::span<const KindRecall> before,
                                                          std::span<const KindRecall> after) const;

    Workspace* workspace_;
    std::shared_ptr<const Space> space_;
    HeldOutPairs heldOut_;
    EncoderChoice encoders_;
};

} // namespace fusefind
