// aiSFX (Ma & Lerch, ISMIR 2022): four blocks of two convolutions over a log-mel spectrogram. A sound is cut into
// blocks of 100 frames (2.3 s) that start 50 frames apart; a last part of less than a block is dropped, a shorter sound
// ends in silence. A block's latent is the mean over frequency, then the maximum over time, of the last feature maps;
// the latent of a sound is the mean over its blocks, [512].

#include "gpu/device/torch_call.h"
#include "gpu/encoders/architectures.h"
#include "gpu/encoders/audio/prepare_sound.h"
#include "gpu/encoders/audio/spectrogram.h"
#include "gpu/encoders/layers.h"

#include <ATen/ATen.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace fusefind {

namespace {

constexpr int64_t kBlockFrames = 100;
constexpr int64_t kBlockHop = 50;
constexpr std::array<int64_t, 4> kChannels{64, 128, 256, 512};
constexpr double kEpsilon = 1e-5; // of the batch normalisations

class AisfxNetwork {
public:
    // What is missing is left to weights.status().
    explicit AisfxNetwork(WeightReader& weights) {
        int64_t in = 1;
        for (size_t block = 0; block < kChannels.size(); ++block) {
            for (int layer = 1; layer <= 2; ++layer) {
                const std::string name = fmt::format("embedding_net.conv_block{}.", block + 1);
                const at::Tensor weight =
                    weights.take(fmt::format("{}conv{}.weight", name, layer), {kChannels[block], in, 3, 3});
                const BatchNorm norm = BatchNorm::take(weights, fmt::format("{}bn{}", name, layer), kChannels[block]);
                convolutions_.push_back(foldBatchNorm(weight, norm, kEpsilon));
                convolutions_.back().padding = 1;
                convolutions_.back().computeIn(weights.productType());
                in = kChannels[block];
            }
        }
    }

    // [blocks, 100, 96] -> [blocks, 512]
    [[nodiscard]] at::Tensor operator()(const at::Tensor& blocks) const {
        // In f32 oneDNN keeps its own layout from the first convolution to the last, a sixth faster than channels last.
        const bool ownLayout =
            blocks.is_cpu() && at::hasMKLDNN() && convolutions_[0].weight.scalar_type() == at::kFloat;
        at::Tensor x = blocks.unsqueeze(1);
        x = ownLayout ? x.contiguous().to_mkldnn() : x.contiguous(at::MemoryFormat::ChannelsLast);
        for (size_t i = 0; i < convolutions_.size(); ++i) {
            x = convolutions_[i](x).relu_();
            const bool pooled = i % 2 == 1 && i + 1 < convolutions_.size();
            if (pooled) x = at::max_pool2d(x, 2);
        }
        if (ownLayout) x = x.to_dense();
        return x.mean(3, false, at::kFloat).amax(2);
    }

private:
    std::vector<Convolution> convolutions_;
};

class AisfxEncoder : public Encoder {
public:
    AisfxEncoder(EncoderInfo info, const Device& device, AisfxNetwork network)
        : info_(std::move(info)), device_(device), spectrogram_(torchDevice(device)), network_(std::move(network)) {}

    [[nodiscard]] const EncoderInfo& info() const override { return info_; }

    [[nodiscard]] Result<EncoderInput> prepare(const Sample& sample) const override {
        return prepareSound(sample, info_, Loudness::peakIsOne);
    }

    Result<Matrix> encode(std::span<const EncoderInput> inputs) override {
        if (inputs.empty()) return Matrix(0, static_cast<size_t>(info_.dim));
        return runInference([&] {
            std::vector<at::Tensor> blocks;
            std::vector<int64_t> counts;
            for (const auto& input : inputs) {
                blocks.push_back(cutIntoBlocks(std::get<std::vector<float>>(input)));
                counts.push_back(blocks.back().size(0));
            }
            std::vector<at::Tensor> latents;
            for (const auto& part : encodeBlocks(at::cat(blocks)).split_with_sizes(counts))
                latents.push_back(part.mean(0));
            return toMatrix(at::stack(latents));
        });
    }

private:
    // [blocks, 100, 96]
    [[nodiscard]] at::Tensor cutIntoBlocks(const std::vector<float>& samples) const {
        const auto size = static_cast<int64_t>(samples.size());
        // Torch only reads it.
        const at::Tensor host = at::from_blob(const_cast<float*>(samples.data()), {size}, at::kFloat);
        at::Tensor frames = spectrogram_(host.to(torchDevice(device_)));
        if (const int64_t missing = kBlockFrames - frames.size(0); missing > 0)
            frames = at::constant_pad_nd(frames, {0, 0, 0, missing});
        return frames.unfold(0, kBlockFrames, kBlockHop).transpose(1, 2);
    }

    [[nodiscard]] at::Tensor encodeBlocks(const at::Tensor& blocks) const {
        // On the CPU a few at a time: their activations stay in its caches.
        const int64_t step = device_.kind == Device::Kind::cpu ? 4 : 128;
        std::vector<at::Tensor> latents;
        for (const auto& part : blocks.split(step))
            latents.push_back(network_(part));
        return at::cat(latents);
    }

    EncoderInfo info_;
    Device device_;
    AisfxSpectrogram spectrogram_;
    AisfxNetwork network_;
};

} // namespace

Result<std::unique_ptr<Encoder>> loadAisfx(const EncoderSource& source) {
    EncoderInfo info{
        .id = source.id, .modality = Modality::audio, .dim = kChannels.back(), .licence = licenceOf(source)};
    info.sampleRate = AisfxSpectrogram::kRate;
    info.batch = 8;
    FUSEFIND_TRY_ASSIGN(WeightReader weights, WeightReader::open(source.folder, source.device));
    return runInference([&]() -> Result<std::unique_ptr<Encoder>> {
        AisfxNetwork network(weights);
        FUSEFIND_TRY(weights.status());
        return std::make_unique<AisfxEncoder>(info, source.device, std::move(network));
    });
}

} // namespace fusefind
