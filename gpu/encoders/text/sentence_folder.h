#pragma once

#include "gpu/encoders/architectures.h"

namespace fusefind {

// What the files of sentence-transformers in a model's folder say of a text encoder. Where they are missing, it is BERT
// as it was trained.
struct SentenceSettings {
    Pooling pooling = Pooling::mean;
    int64_t maxTokens = 0;
    std::string prompt; // before every text

    // `longest`: tokens that the network has positions for. Errors: io, invalidInput, limit; unsupported (another
    // pooling, a module after it that is not understood).
    static Result<SentenceSettings> read(const EncoderSource& source, int64_t longest);
};

} // namespace fusefind
