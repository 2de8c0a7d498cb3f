#pragma once

#include "gpu/encoders/encoder.h"
#include "gpu/encoders/model_config.h"

namespace fusefind {

// What a loader works from.
struct EncoderSource {
    std::filesystem::path folder;
    std::string id;
    Device device;
    EncoderOptions options;
    ModelConfig config; // the folder's config.json

    [[nodiscard]] std::filesystem::path weights() const { return folder / "model.safetensors"; }
};

// One loader an architecture; registry.cpp says which "model_type" is whose.
Result<std::unique_ptr<Encoder>> loadBert(const EncoderSource& source);
Result<std::unique_ptr<Encoder>> loadEfficientNetLite(const EncoderSource& source);
Result<std::unique_ptr<Encoder>> loadAisfx(const EncoderSource& source);
Result<std::unique_ptr<Encoder>> loadWhisperEncoder(const EncoderSource& source);

// config.json's "license", else the first line of NOTICE.txt, else nothing.
std::string licenceOf(const EncoderSource& source);

} // namespace fusefind
