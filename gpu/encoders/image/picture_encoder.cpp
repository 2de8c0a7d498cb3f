#include "gpu/encoders/image/picture_encoder.h"

#include "gpu/device/torch_call.h"
#include "gpu/encoders/layers.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace fusefind {

namespace {

// [1, 3, 1, 1]
at::Tensor byColour(const std::array<float, 3>& values, const Device& device) {
    return at::tensor(at::ArrayRef<float>(values), at::kFloat).view({1, 3, 1, 1}).to(torchDevice(device));
}

class PictureEncoder : public Encoder {
public:
    PictureEncoder(EncoderInfo info, const Device& device, const PictureRecipe& recipe, PictureNetwork network)
        : info_(std::move(info)),
          device_(device),
          recipe_(recipe),
          factor_(byColour(recipe.factor, device)),
          offset_(byColour(recipe.offset, device)),
          network_(std::move(network)) {}

    [[nodiscard]] const EncoderInfo& info() const override { return info_; }

    [[nodiscard]] Result<EncoderInput> prepare(const Sample& sample) const override {
        return recipe_.prepare(sample, info_.id);
    }

    Result<Matrix> encode(std::span<const EncoderInput> inputs) override {
        if (inputs.empty()) return Matrix(0, static_cast<size_t>(info_.dim));
        return runInference([&] {
            // On the CPU a few pictures at a time: their activations stay in its caches.
            const size_t step = device_.kind == Device::Kind::cpu ? 4 : 64;
            std::vector<at::Tensor> latents;
            for (size_t start = 0; start < inputs.size(); start += step)
                latents.push_back(network_(stack(inputs.subspan(start, std::min(step, inputs.size() - start)))));
            return toMatrix(at::cat(latents));
        });
    }

private:
    [[nodiscard]] at::Tensor stack(std::span<const EncoderInput> inputs) const {
        at::Tensor pixels =
            at::empty({static_cast<int64_t>(inputs.size()), recipe_.height, recipe_.width, 3}, at::kByte);
        uint8_t* out = pixels.mutable_data_ptr<uint8_t>();
        for (const auto& input : inputs) {
            const auto& picture = std::get<std::vector<uint8_t>>(input);
            FUSEFIND_ASSERT(std::ssize(picture) == pixels[0].numel());
            out = std::ranges::copy(picture, out).out;
        }
        // Pixels lie as channels_last wants them.
        return pixels.to(torchDevice(device_)).permute({0, 3, 1, 2}).to(at::kFloat).mul_(factor_).add_(offset_);
    }

    EncoderInfo info_;
    Device device_;
    PictureRecipe recipe_;
    at::Tensor factor_, offset_;
    PictureNetwork network_;
};

} // namespace

std::unique_ptr<Encoder> makePictureEncoder(const EncoderSource& source, int64_t dim, const PictureRecipe& recipe,
                                            PictureNetwork network) {
    EncoderInfo info{
        .id = source.id, .modality = Modality::image, .dim = static_cast<int>(dim), .licence = licenceOf(source)};
    info.shortSide = recipe.decoded;
    return std::make_unique<PictureEncoder>(info, source.device, recipe, std::move(network));
}

} // namespace fusefind
