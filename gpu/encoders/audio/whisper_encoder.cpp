#include "gpu/device/torch_call.h"
#include "gpu/encoders/architectures.h"
#include "gpu/encoders/audio/prepare_sound.h"
#include "gpu/encoders/audio/spectrogram.h"
#include "gpu/encoders/audio/whisper.h"

#include <ATen/ATen.h>
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace fusefind {

namespace {

constexpr size_t kShortestSound = WhisperSpectrogram::kRate / 5; // samples; shorter sounds end in silence

const std::vector<float>& samplesOf(const EncoderInput& input) {
    return std::get<std::vector<float>>(input);
}

class WhisperEncoder : public Encoder {
public:
    WhisperEncoder(EncoderInfo info, const Device& device, const WhisperShape& shape, WhisperNetwork network)
        : info_(std::move(info)),
          device_(device),
          longest_(static_cast<size_t>(2 * shape.positions * WhisperSpectrogram::kHop)),
          spectrogram_(shape.bands, torchDevice(device)),
          network_(std::move(network)) {}

    [[nodiscard]] const EncoderInfo& info() const override { return info_; }

    [[nodiscard]] Result<EncoderInput> prepare(const Sample& sample) const override {
        FUSEFIND_TRY_ASSIGN(std::vector<float> samples, prepareSound(sample, info_, Loudness::peakAtMostOne));
        if (samples.size() > longest_)
            return fail(ErrorCode::invalidInput,
                        fmt::format("{} takes at most {} s of sound", info_.id, longest_ / WhisperSpectrogram::kRate),
                        {}, "cut the sound into segments");
        samples.resize(std::max(samples.size(), kShortestSound));
        return samples;
    }

    // Sounds of one length make a batch; padding would be heard by the attention.
    Result<Matrix> encode(std::span<const EncoderInput> inputs) override {
        if (inputs.empty()) return Matrix(0, static_cast<size_t>(info_.dim));
        std::vector<size_t> order(inputs.size());
        std::iota(order.begin(), order.end(), size_t{0});
        const auto length = [&](size_t i) { return samplesOf(inputs[i]).size(); };
        std::ranges::stable_sort(order, {}, length);
        return runInference([&] {
            Matrix latents(inputs.size(), static_cast<size_t>(info_.dim));
            const size_t most = device_.kind == Device::Kind::cpu ? 2 : 32;
            for (std::span<const size_t> rest = order; !rest.empty();) {
                size_t count = 1;
                while (count < std::min(most, rest.size()) && length(rest[count]) == length(rest[0]))
                    ++count;
                const Matrix rows = encodeGroup(inputs, rest.first(count));
                for (size_t i = 0; i < count; ++i)
                    std::ranges::copy(rows.row(i), latents.row(rest[i]).begin());
                rest = rest.subspan(count);
            }
            return latents;
        });
    }

private:
    [[nodiscard]] Matrix encodeGroup(std::span<const EncoderInput> inputs, std::span<const size_t> group) const {
        const auto size = static_cast<int64_t>(samplesOf(inputs[group[0]]).size());
        at::Tensor samples = at::empty({static_cast<int64_t>(group.size()), size}, at::kFloat);
        float* out = samples.mutable_data_ptr<float>();
        for (const size_t i : group)
            out = std::ranges::copy(samplesOf(inputs[i]), out).out;
        return toMatrix(network_(spectrogram_(samples.to(torchDevice(device_)))));
    }

    EncoderInfo info_;
    Device device_;
    size_t longest_; // samples
    WhisperSpectrogram spectrogram_;
    WhisperNetwork network_;
};

} // namespace

Result<std::unique_ptr<Encoder>> loadWhisperEncoder(const EncoderSource& source) {
    FUSEFIND_TRY_ASSIGN(const WhisperShape shape, WhisperShape::read(source.config));
    EncoderInfo info{.id = source.id,
                     .modality = Modality::audio,
                     .dim = static_cast<int>(shape.width),
                     .licence = licenceOf(source)};
    info.sampleRate = WhisperSpectrogram::kRate;
    info.batch = 16;
    FUSEFIND_TRY_ASSIGN(WeightReader weights, WeightReader::open(source.weights(), source.device));
    return runInference([&]() -> Result<std::unique_ptr<Encoder>> {
        WhisperNetwork network(shape, weights);
        FUSEFIND_TRY(weights.status());
        return std::make_unique<WhisperEncoder>(info, source.device, shape, std::move(network));
    });
}

} // namespace fusefind
