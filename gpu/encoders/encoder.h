#pragma once

#include "core/base/modality.h"
#include "core/base/result.h"
#include "core/catalog/model_manifest.h"
#include "core/media/picture.h"
#include "core/media/sound.h"
#include "core/tensors/matrix.h"
#include "gpu/device/device.h"

#include <map>
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace fusefind {

struct EncoderInfo {
    std::string id;
    Modality modality = Modality::image;
    int dim = 0;                // width of a latent
    std::string licence;        // as the model's folder says it; empty where it does not
    int sampleRate = 0;         // sound: what prepare() wants to be fed
    double segmentSeconds = 10; // sound: length of a segment
    double segmentHop = 5;      // sound: distance between the starts of two segments
    int shortSide = 0;          // pictures: decode to at least this
    int batch = 32;             // a good number of inputs for one encode()
};

// What a decoder gives: a picture, a stretch of sound at the encoder's rate, or a text.
using Sample = std::variant<Picture, Sound, std::string>;

// A sample as it goes to the compute thread, as small as it can be: RGB8 pixels [height, width, 3], samples of sound,
// or token ids.
using EncoderInput = std::variant<std::vector<uint8_t>, std::vector<float>, std::vector<int32_t>>;

// A frozen pretrained network: samples in, latents out. prepare() is pure and may run on any thread, many at a time;
// encode() runs on the one compute thread.
class Encoder {
public:
    virtual ~Encoder() = default;
    [[nodiscard]] virtual const EncoderInfo& info() const = 0;

    // Preprocessing as the encoder was trained. Errors: invalidInput if the sample is of another modality, empty, not
    // at the encoder's sample rate, or not made of numbers.
    [[nodiscard]] virtual Result<EncoderInput> prepare(const Sample& sample) const = 0;

    // Latents [N, dim] in input order, f32, as the network gives them: neither normalised nor scaled. Inputs of
    // different length may share a call; they are grouped inside. The inputs come from this encoder's prepare() (else a
    // bug). On the meta device the network runs on shapes alone and the latents are zeros. Errors: outOfMemory,
    // internal.
    virtual Result<Matrix> encode(std::span<const EncoderInput> inputs) = 0;
};

struct EncoderOptions {
    std::optional<Pooling> pooling{};   // text; otherwise what the folder says, else the mean
    std::string prompt{};               // before every text; empty: what the folder says
    std::optional<Modality> modality{}; // which tower of a model that has several; otherwise the first
};

// Loads the encoder in a model's folder (config.json, model.safetensors …) by the "model_type" of its config.json.
// Hugging Face's folders are read as they are published; the latent is what the `transformers` library computes.
// Errors: notFound, io, unsupported (names the architecture and those that are known), invalidInput (lists the tensors
// that are missing or have another shape), limit.
Result<std::unique_ptr<Encoder>> loadEncoder(const std::filesystem::path& modelFolder, std::string id,
                                             const Device& device, const EncoderOptions& options = {});

// Loads every tower of a model once, and says what they encode and the D of their latents. Errors: as loadEncoder.
Result<std::map<Modality, int>> latentDimsOf(const std::filesystem::path& modelFolder, const Device& device);

} // namespace fusefind
