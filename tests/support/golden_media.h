#pragma once

#include "core/base/atomic_file.h"
#include "gpu/encoders/encoder.h"

#include <nlohmann/json.hpp>

namespace fusefind {

// What tests/golden/tiny_models.py gives to every tiny model, prepared by an encoder; for tests that link gpu.

// Decoded as a scan does it.
inline std::vector<EncoderInput> goldenPictures(const Encoder& encoder) {
    std::vector<EncoderInput> inputs;
    for (const char* name : {"landscape.jpg", "portrait.jpg", "photo.png"}) {
        const auto file = std::filesystem::path(FUSEFIND_GOLDEN_DIR) / "media" / name;
        inputs.push_back(encoder.prepare(decodePicture(file, encoder.info().shortSide).value()).value());
    }
    return inputs;
}

// Of the model's folder.
inline std::vector<EncoderInput> goldenTexts(const Encoder& encoder, const std::filesystem::path& folder) {
    std::vector<EncoderInput> inputs;
    for (const auto& text : nlohmann::json::parse(readFile(folder / "texts.json").value()))
        inputs.push_back(encoder.prepare(text.get<std::string>()).value());
    return inputs;
}

// The first `count`.
inline std::vector<EncoderInput> goldenSounds(const Encoder& encoder, size_t count) {
    std::vector<EncoderInput> inputs;
    for (const char* name : {"long.wav", "short.wav"}) {
        if (inputs.size() == count) break;
        const auto file = std::filesystem::path(FUSEFIND_GOLDEN_DIR) / "media" / name;
        inputs.push_back(encoder.prepare(decodeSound(file, encoder.info().sampleRate).value()).value());
    }
    return inputs;
}

} // namespace fusefind
