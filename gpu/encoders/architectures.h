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
};

// One loader a tower; registry.cpp says which "model_type" has which.
Result<std::unique_ptr<Encoder>> loadAisfx(const EncoderSource& source);
Result<std::unique_ptr<Encoder>> loadAst(const EncoderSource& source);
Result<std::unique_ptr<Encoder>> loadBert(const EncoderSource& source);
Result<std::unique_ptr<Encoder>> loadClapAudio(const EncoderSource& source);
Result<std::unique_ptr<Encoder>> loadClapText(const EncoderSource& source);
Result<std::unique_ptr<Encoder>> loadClipImage(const EncoderSource& source);
Result<std::unique_ptr<Encoder>> loadClipText(const EncoderSource& source);
Result<std::unique_ptr<Encoder>> loadConvNext(const EncoderSource& source);
Result<std::unique_ptr<Encoder>> loadDinov2(const EncoderSource& source);
Result<std::unique_ptr<Encoder>> loadDinov2WithRegisters(const EncoderSource& source);
Result<std::unique_ptr<Encoder>> loadEfficientNetLite(const EncoderSource& source);
Result<std::unique_ptr<Encoder>> loadHubert(const EncoderSource& source);
Result<std::unique_ptr<Encoder>> loadRoberta(const EncoderSource& source);
Result<std::unique_ptr<Encoder>> loadSiglipImage(const EncoderSource& source);
Result<std::unique_ptr<Encoder>> loadSiglipText(const EncoderSource& source);
Result<std::unique_ptr<Encoder>> loadTorchScript(const EncoderSource& source);
Result<std::unique_ptr<Encoder>> loadVit(const EncoderSource& source);
Result<std::unique_ptr<Encoder>> loadWav2Vec2(const EncoderSource& source);
Result<std::unique_ptr<Encoder>> loadWhisper(const EncoderSource& source);
Result<std::unique_ptr<Encoder>> loadWhisperEncoder(const EncoderSource& source);

// What a program's config.json says that it encodes. Errors: invalidInput.
Result<Modality> torchScriptModality(const ModelConfig& config);

// config.json's "license", else the first line of NOTICE.txt, else nothing.
std::string licenceOf(const EncoderSource& source);

} // namespace fusefind
