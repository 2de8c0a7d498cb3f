// ConvNeXt (Liu et al. 2022, arXiv:2201.03545): convolutions built as a transformer is. The latent is the mean over the
// last feature map after a norm.

#include "gpu/device/torch_call.h"
#include "gpu/encoders/image/picture_encoder.h"
#include "gpu/encoders/transformer.h"

#include <ATen/ATen.h>
#include <fmt/format.h>

namespace fusefind {

namespace {

constexpr double kInnerEpsilon = 1e-6; // of all norms but the last

struct ConvNextShape {
    int64_t patch = 0;
    std::vector<int64_t> widths; // by stage
    std::vector<int64_t> depths;
    double epsilon = 1e-12;
    bool scaled = true; // LayerScale
    Activation activation = Activation::gelu;
};

Result<ConvNextShape> readShape(const ModelConfig& config) {
    ConvNextShape shape;
    FUSEFIND_TRY_ASSIGN(const int64_t stages, config.integerOr(4, "num_stages", 1, 8));
    std::vector<double> widths{96, 192, 384, 768};
    std::vector<double> depths{3, 3, 9, 3};
    widths.resize(static_cast<size_t>(stages));
    depths.resize(static_cast<size_t>(stages));
    FUSEFIND_TRY_ASSIGN(widths, config.numbersOr(widths, "hidden_sizes", 1, 16'384));
    FUSEFIND_TRY_ASSIGN(depths, config.numbersOr(depths, "depths", 1, 256));
    shape.widths.assign(widths.begin(), widths.end());
    shape.depths.assign(depths.begin(), depths.end());
    FUSEFIND_TRY_ASSIGN(shape.patch, config.integerOr(4, "patch_size", 1, 64));
    FUSEFIND_TRY_ASSIGN(shape.epsilon, config.numberOr(1e-12, "layer_norm_eps", 0, 0.1));
    FUSEFIND_TRY_ASSIGN(const double scale, config.numberOr(1e-6, "layer_scale_init_value", 0, 1e6));
    shape.scaled = scale > 0;
    FUSEFIND_TRY_ASSIGN(shape.activation, readActivation(config, "gelu"));
    return shape;
}

// A norm over the channels at each place of [N, channels, height, width], which lies in channels_last.
at::Tensor normChannels(const LayerNorm& norm, const at::Tensor& x) {
    return norm(x.permute({0, 2, 3, 1})).permute({0, 3, 1, 2});
}

Convolution takeConvolution(WeightReader& weights, const std::string& name, int64_t out, int64_t in, int64_t kernel) {
    Convolution made;
    made.weight = weights.take(name + ".weight", {out, in, kernel, kernel});
    made.bias = weights.take(name + ".bias", {out});
    if (made.weight.defined()) made.weight = made.weight.contiguous(at::MemoryFormat::ChannelsLast);
    return made;
}

// Filters each channel, then a feed-forward part at each place.
struct Block {
    Convolution depthwise;
    LayerNorm norm;
    Linear up, down;

    static Block take(const std::string& name, int64_t width, bool scaled, WeightReader& weights) {
        constexpr int64_t kKernel = 7;
        Block block;
        block.depthwise = takeConvolution(weights, name + "dwconv", width, 1, kKernel);
        block.depthwise.padding = kKernel / 2;
        block.depthwise.groups = width;
        block.norm = LayerNorm::take(weights, name + "layernorm", width, kInnerEpsilon);
        block.up = Linear::take(weights, name + "pwconv1", width, 4 * width);
        block.down = Linear::take(weights, name + "pwconv2", 4 * width, width);
        if (scaled) block.down.scaleOutput(weights.take(name + "layer_scale_parameter", {width}));
        block.up.computeIn(weights.productType());
        block.down.computeIn(weights.productType());
        return block;
    }

    [[nodiscard]] at::Tensor operator()(const at::Tensor& x, Activation activation) const {
        const at::Tensor places = norm(depthwise(x).permute({0, 2, 3, 1}));
        return plus(x, down(activate(activation, up(places))).permute({0, 3, 1, 2}));
    }
};

class ConvNext {
public:
    // What is missing is left to weights.status().
    ConvNext(const ConvNextShape& shape, WeightReader& weights) : activation_(shape.activation) {
        const std::string prefix = weights.prefix("convnext.", "embeddings.patch_embeddings.weight");
        const int64_t first = shape.widths.front();
        patches_ = takeConvolution(weights, prefix + "embeddings.patch_embeddings", first, 3, shape.patch);
        patches_.stride = shape.patch;
        patchNorm_ = LayerNorm::take(weights, prefix + "embeddings.layernorm", first, kInnerEpsilon);
        for (size_t i = 0; i < shape.widths.size(); ++i)
            stages_.push_back(takeStage(shape, i, fmt::format("{}encoder.stages.{}.", prefix, i), weights));
        weights.expectNoMore(prefix + "encoder.");
        norm_ = LayerNorm::take(weights, prefix + "layernorm", shape.widths.back(), shape.epsilon);
    }

    // f32 [N, 3, height, width] in channels_last -> [N, width of the last stage]
    [[nodiscard]] at::Tensor operator()(const at::Tensor& pixels) const {
        at::Tensor x = normChannels(patchNorm_, patches_(pixels));
        for (const auto& stage : stages_) {
            if (stage.shrink) x = (*stage.shrink)(normChannels(stage.norm, x));
            for (const auto& block : stage.blocks)
                x = block(x, activation_);
        }
        return norm_(x.mean({2, 3}));
    }

private:
    struct Stage {
        LayerNorm norm;
        std::optional<Convolution> shrink; // to half the size; not in the first stage
        std::vector<Block> blocks;
    };
    static Stage takeStage(const ConvNextShape& shape, size_t index, const std::string& name, WeightReader& weights) {
        const int64_t out = shape.widths[index];
        Stage stage;
        if (index > 0) {
            const int64_t in = shape.widths[index - 1];
            stage.norm = LayerNorm::take(weights, name + "downsampling_layer.0", in, kInnerEpsilon);
            stage.shrink = takeConvolution(weights, name + "downsampling_layer.1", out, in, 2);
            stage.shrink->stride = 2;
        }
        for (int64_t i = 0; i < shape.depths[index]; ++i)
            stage.blocks.push_back(Block::take(fmt::format("{}layers.{}.", name, i), out, shape.scaled, weights));
        return stage;
    }

    Activation activation_;
    Convolution patches_;
    LayerNorm patchNorm_;
    std::vector<Stage> stages_;
    LayerNorm norm_;
};

} // namespace

Result<std::unique_ptr<Encoder>> loadConvNext(const EncoderSource& source) {
    FUSEFIND_TRY_ASSIGN(const ConvNextShape shape, readShape(source.config));
    FUSEFIND_TRY_ASSIGN(const PictureRecipe recipe, PictureRecipe::read(source.folder, "ConvNext"));
    FUSEFIND_TRY_ASSIGN(WeightReader weights, WeightReader::open(source.folder, source.device));
    return runInference([&]() -> Result<std::unique_ptr<Encoder>> {
        ConvNext network(shape, weights);
        FUSEFIND_TRY(weights.status());
        return makePictureEncoder(source, shape.widths.back(), recipe, std::move(network));
    });
}

} // namespace fusefind
