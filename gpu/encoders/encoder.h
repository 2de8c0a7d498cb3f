#pragma once

#include "core/base/modality.h"
#include "core/base/result.h"
#include "core/media/picture.h"
#include "core/media/sound.h"
#include "core/tensors/matrix.h"
#include "gpu/device/device.h"

#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace fusefind {

struct EncoderInfo {
    std::string id;
    Modality modality = Modality::image;
    int dim = 0; // width of a latent
    std::string licence;
    int sampleRate = 0;         // sound: what prepare() wants to be fed
    double segmentSeconds = 10; // sound: length of a segment
    double segmentHop = 5;      // sound: distance between the starts of two segments
    int shortSide = 0;          // pictures: decode to at least this
    int batch = 32;             // a good number of inputs for one encode()
};

// What a decoder gives: a picture, a stretch of sound at the encoder's rate, or a line of text.
using Sample = std::variant<Picture, Sound, std::string>;

// A sample ready for the network: pixels scaled to floats, a log-mel spectrogram, or token ids.
struct EncoderInput {
    std::vector<int64_t> shape;  // without the batch dimension
    std::vector<float> values;   // empty for text
    std::vector<int32_t> tokens; // text only
};

// A frozen pretrained network: samples in, latents out. prepare() is pure and may run on any thread, many at a time;
// encode() runs on the one compute thread.
class Encoder {
public:
    virtual ~Encoder() = default;
    [[nodiscard]] virtual const EncoderInfo& info() const = 0;

    // Preprocessing as the encoder was trained. Errors: invalidInput if the sample is of another modality or empty.
    [[nodiscard]] virtual Result<EncoderInput> prepare(const Sample& sample) const = 0;

    // Latents [N, dim] in input order, f32, as the network gives them: neither normalised nor scaled. Inputs of different length
    // may share a batch; they are padded or grouped inside. Errors: outOfMemory, internal.
    virtual Result<Matrix> encode(std::span<const EncoderInput> inputs) = 0;
};

// Loads the encoder of one modality from a model's folder (config.json, model.safetensors …), by its "model_type".
// Errors: notFound, unsupported (names the architecture and those that are known), invalidInput (a tensor is missing or has another shape).
Result<std::unique_ptr<Encoder>> loadEncoder(const std::filesystem::path& modelFolder, std::string id, const Device& device);

} // namespace fusefind
