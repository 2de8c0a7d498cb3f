#pragma once

#include "gpu/encoders/architectures.h"

#include <functional>

namespace at {
class Tensor;
}

namespace fusefind {

// What a network wants to be fed.
struct SoundRecipe {
    int64_t rate = 0;
    int64_t shortest = 0; // samples; shorter sounds end in silence
    int64_t longest = 0;  // samples; longer ones are refused
};

// f32 [N, samples] -> [N, dim]
using SoundNetwork = std::function<at::Tensor(const at::Tensor& samples)>;

// The encoder of a network that takes a whole sound at once. Sounds of one length make a batch.
std::unique_ptr<Encoder> makeSoundEncoder(const EncoderSource& source, int64_t dim, const SoundRecipe& recipe,
                                          SoundNetwork network);

} // namespace fusefind
