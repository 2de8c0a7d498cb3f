#include "gpu/device/torch_call.h"
#include "gpu/encoders/architectures.h"
#include "gpu/encoders/image/efficientnet.h"

#include <ATen/ATen.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace fusefind {

namespace {

constexpr int kCropPadding = 32;

class EfficientNetEncoder : public Encoder {
public:
    EfficientNetEncoder(EncoderInfo info, const Device& device, int64_t side, EfficientNetLite network)
        : info_(std::move(info)), device_(device), side_(side), network_(std::move(network)) {}

    [[nodiscard]] const EncoderInfo& info() const override { return info_; }

    [[nodiscard]] Result<EncoderInput> prepare(const Sample& sample) const override {
        const auto* picture = std::get_if<Picture>(&sample);
        if (picture == nullptr) return fail(ErrorCode::invalidInput, fmt::format("{} encodes pictures only", info_.id));
        const auto pixels =
            static_cast<size_t>(std::max(picture->width, 0)) * static_cast<size_t>(std::max(picture->height, 0));
        if (pixels == 0 || picture->rgb.size() != pixels * 3)
            return fail(ErrorCode::invalidInput, "the picture is empty");
        const int side = static_cast<int>(side_);
        return centreSquare(*picture, side + kCropPadding, side, Interpolation::bicubic).rgb;
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
        at::Tensor pixels = at::empty({static_cast<int64_t>(inputs.size()), side_, side_, 3}, at::kByte);
        uint8_t* out = pixels.mutable_data_ptr<uint8_t>();
        for (const auto& input : inputs) {
            const auto& picture = std::get<std::vector<uint8_t>>(input);
            FUSEFIND_ASSERT(picture.size() == static_cast<size_t>(side_ * side_ * 3));
            out = std::ranges::copy(picture, out).out;
        }
        return pixels.to(torchDevice(device_));
    }

    EncoderInfo info_;
    Device device_;
    int64_t side_;
    EfficientNetLite network_;
};

} // namespace

Result<std::unique_ptr<Encoder>> loadEfficientNetLite(const EncoderSource& source) {
    FUSEFIND_TRY_ASSIGN(const std::string name, source.config.textOr("", "variant"));
    const LiteVariant* variant = findLiteVariant(name);
    if (variant == nullptr)
        return fail(
            ErrorCode::unsupported,
            fmt::format("the variant \"{}\" of EfficientNet-Lite is unknown (known: {})", name, knownLiteVariants()),
            source.config.file());
    EncoderInfo info{
        .id = source.id, .modality = Modality::image, .dim = EfficientNetLite::kDim, .licence = licenceOf(source)};
    info.shortSide = static_cast<int>(variant->size) + kCropPadding;
    FUSEFIND_TRY_ASSIGN(WeightReader weights, WeightReader::open(source.weights(), source.device));
    return runInference([&]() -> Result<std::unique_ptr<Encoder>> {
        EfficientNetLite network(*variant, weights);
        FUSEFIND_TRY(weights.status());
        return std::make_unique<EfficientNetEncoder>(info, source.device, variant->size, std::move(network));
    });
}

} // namespace fusefind
