#pragma once

// Inside gpu only (includes Torch).

#include "gpu/fusemix/adamw.h"
#include "gpu/fusemix/model.h"

namespace fusefind {

struct StepInput {
    Modality a = Modality::image;
    Modality b = Modality::text;
    at::Tensor latentsA; // loaded rows [2B or B, D] on the device; row i of both belongs together
    at::Tensor latentsB;
    std::optional<double> lambda; // mixes the halves; none: the rows as they are
    double learningRate = 0;
    std::optional<at::Generator> dropout;
};

// One step of FuseMix (Vouitsis et al. 2024, Algorithm 1): mix, embed, symmetric InfoNCE, AdamW. Returns the loss, a
// scalar on the device. May throw Torch's exceptions.
at::Tensor trainingStep(Model& model, AdamW& optimizer, const StepInput& input);

} // namespace fusefind
