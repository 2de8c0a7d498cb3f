#include "gpu/encoders/audio/sound_encoder.h"

#include "gpu/device/torch_call.h"
#include "gpu/encoders/audio/prepare_sound.h"
#include "gpu/encoders/layers.h"

#include <ATen/ATen.h>
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace fusefind {

namespace {

const std::vector<float>& samplesOf(const EncoderInput& input) {
    return std::get<std::vector<float>>(input);
}

class SoundEncoder : public Encoder {
public:
    SoundEncoder(EncoderInfo info, const Device& device, const SoundRecipe& recipe, SoundNetwork network)
        : info_(std::move(info)), device_(device), recipe_(recipe), network_(std::move(network)) {}

    [[nodiscard]] const EncoderInfo& info() const override { return info_; }

    [[nodiscard]] Result<EncoderInput> prepare(const Sample& sample) const override {
        FUSEFIND_TRY_ASSIGN(std::vector<float> samples, prepareSound(sample, info_, Loudness::peakAtMostOne));
        if (std::ssize(samples) > recipe_.longest)
            return fail(ErrorCode::invalidInput,
                        fmt::format("{} takes at most {} s of sound", info_.id, recipe_.longest / recipe_.rate), {},
                        "cut the sound into segments");
        samples.resize(std::max(samples.size(), static_cast<size_t>(recipe_.shortest)));
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
        return toMatrix(network_(samples.to(torchDevice(device_))));
    }

    EncoderInfo info_;
    Device device_;
    SoundRecipe recipe_;
    SoundNetwork network_;
};

} // namespace

std::unique_ptr<Encoder> makeSoundEncoder(const EncoderSource& source, int64_t dim, const SoundRecipe& recipe,
                                          SoundNetwork network) {
    EncoderInfo info{
        .id = source.id, .modality = Modality::audio, .dim = static_cast<int>(dim), .licence = licenceOf(source)};
    info.sampleRate = static_cast<int>(recipe.rate);
    info.segmentSeconds = std::min(info.segmentSeconds, static_cast<double>(recipe.longest) / info.sampleRate);
    info.segmentHop = info.segmentSeconds / 2;
    info.batch = 16;
    return std::make_unique<SoundEncoder>(info, source.device, recipe, std::move(network));
}

} // namespace fusefind
