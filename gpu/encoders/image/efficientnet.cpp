#include "gpu/encoders/image/efficientnet.h"

#include <ATen/ATen.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace fusefind {

namespace {

constexpr double kEpsilon = 1e-3; // of the batch normalisations
constexpr int64_t kStemChannels = 32;

const std::array<LiteVariant, 2>& variants() {
    static const std::array<LiteVariant, 2> known{{{"lite0",
                                                    224,
                                                    {{3, 1, 1, 32, 16, 1},
                                                     {3, 2, 6, 16, 24, 2},
                                                     {5, 2, 6, 24, 40, 2},
                                                     {3, 2, 6, 40, 80, 3},
                                                     {5, 1, 6, 80, 112, 3},
                                                     {5, 2, 6, 112, 192, 4},
                                                     {3, 1, 6, 192, 320, 1}}},
                                                   {"lite2",
                                                    260,
                                                    {{3, 1, 1, 32, 16, 1},
                                                     {3, 2, 6, 16, 24, 3},
                                                     {5, 2, 6, 24, 48, 3},
                                                     {3, 2, 6, 48, 88, 4},
                                                     {5, 1, 6, 88, 120, 4},
                                                     {5, 2, 6, 120, 208, 5},
                                                     {3, 1, 6, 208, 352, 1}}}}};
    return known;
}

struct ConvolutionShape {
    int64_t out, in, kernel;
    int64_t stride = 1;
    int64_t groups = 1;
};

// Makes convolutions one after the other, knowing the side of the square they work on.
class Builder {
public:
    Builder(WeightReader& weights, int64_t side) : weights_(weights), side_(side) {}

    Convolution convolution(const std::string& name, const std::string& norm, const ConvolutionShape& shape) {
        const at::Tensor weight =
            weights_.take(name + ".weight", {shape.out, shape.in / shape.groups, shape.kernel, shape.kernel});
        Convolution made = foldBatchNorm(weight, BatchNorm::take(weights_, norm, shape.out), kEpsilon);
        made.stride = shape.stride;
        made.groups = shape.groups;
        pad(made, shape.kernel);
        return made;
    }

private:
    // TensorFlow's "SAME": `total` rows and columns of zeros, the odd one at the end. Where the two sides differ, the
    // kernel gets a leading row and column of zeros instead, and both sides the larger padding: the same sums without
    // copying the picture into a padded one.
    void pad(Convolution& made, int64_t kernel) {
        const int64_t outSide = (side_ + made.stride - 1) / made.stride;
        const int64_t total = std::max<int64_t>((outSide - 1) * made.stride + kernel - side_, 0);
        const int64_t before = total / 2;
        made.padding = total - before;
        const int64_t extra = made.padding - before;
        if (extra > 0 && made.weight.defined())
            made.weight =
                at::constant_pad_nd(made.weight, {extra, 0, extra, 0}).contiguous(at::MemoryFormat::ChannelsLast);
        side_ = outSide;
    }

    WeightReader& weights_;
    int64_t side_;
};

// ReLU6, in place.
at::Tensor upToSix(at::Tensor x) {
    return at::hardtanh_(x, 0, 6);
}

} // namespace

const LiteVariant* findLiteVariant(std::string_view name) {
    const auto found = std::ranges::find(variants(), name, &LiteVariant::name);
    return found == variants().end() ? nullptr : &*found;
}

std::string knownLiteVariants() {
    std::vector<std::string_view> names;
    for (const auto& variant : variants())
        names.push_back(variant.name);
    return fmt::format("{}", fmt::join(names, ", "));
}

EfficientNetLite::EfficientNetLite(const LiteVariant& variant, WeightReader& weights) {
    Builder builder(weights, variant.size);
    stem_ = builder.convolution("_conv_stem", "_bn0", {kStemChannels, 3, 3, 2});
    for (const auto& stage : variant.stages) {
        for (int64_t i = 0; i < stage.repeats; ++i) {
            const std::string name = fmt::format("_blocks.{}.", blocks_.size());
            const int64_t in = i == 0 ? stage.in : stage.out;
            const int64_t stride = i == 0 ? stage.stride : 1;
            const int64_t width = in * stage.expansion;
            Block block;
            if (stage.expansion > 1)
                block.expand = builder.convolution(name + "_expand_conv", name + "_bn0", {width, in, 1});
            block.depthwise = builder.convolution(name + "_depthwise_conv", name + "_bn1",
                                                  {width, width, stage.kernel, stride, width});
            block.project = builder.convolution(name + "_project_conv", name + "_bn2", {stage.out, width, 1});
            block.residual = stride == 1 && in == stage.out;
            blocks_.push_back(std::move(block));
        }
    }
    head_ = builder.convolution("_conv_head", "_bn1", {kDim, variant.stages.back().out, 1});
}

at::Tensor EfficientNetLite::Block::operator()(const at::Tensor& x) const {
    at::Tensor y = expand ? upToSix((*expand)(x)) : x;
    y = project(upToSix(depthwise(y)));
    return residual ? y.add_(x) : y;
}

at::Tensor EfficientNetLite::operator()(const at::Tensor& pixels) const {
    at::Tensor x = upToSix(stem_(pixels));
    for (const auto& block : blocks_)
        x = block(x);
    return upToSix(head_(x)).mean({2, 3});
}

} // namespace fusefind
