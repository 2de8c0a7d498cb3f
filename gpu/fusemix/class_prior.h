#pragma once

// Inside gpu only (includes Torch).

#include "gpu/fusemix/model.h"

namespace fusefind {

// How much of the logarithm of a class's prior is taken off its logit, and how many pictures' worth of all classes
// alike the prior begins with, so that few pictures change little. Measured in resources/default-space/card.md.
inline constexpr double kPriorShare = 0.6;
inline constexpr double kEvenPictures = 10;

// Lets the class bridge of a modality expect the classes of these latents [N, D], N > 0: what shows in all of them
// tells them apart no longer, and what shows in one counts more. The prior of a class is its mean probability over the
// latents; kPriorShare of its logarithm comes off the logits (Menon et al. 2021, "Long-tail learning via logit
// adjustment", post-hoc).
void expectClassesOf(Model& model, Modality modality, const Matrix& latents);

} // namespace fusefind
