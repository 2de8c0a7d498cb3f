#include "gpu/encoders/audio/htsat.h"

#include <ATen/ATen.h>
#include <fmt/format.h>

#include <algorithm>

namespace fusefind {

namespace {

constexpr double kEpsilon = 1e-5; // of the norms outside the layers

const LayerNames kLayerNames{.attentionNorm = "layernorm_before",
                             .query = "attention.self.query",
                             .key = "attention.self.key",
                             .value = "attention.self.value",
                             .attentionOut = "attention.output.dense",
                             .innerNorm = "layernorm_after",
                             .up = "intermediate.dense",
                             .down = "output.dense"};

Result<std::vector<int64_t>> readNumbers(const ModelConfig& config, const char* key, std::vector<double> usual,
                                         size_t count) {
    usual.resize(count);
    FUSEFIND_TRY_ASSIGN(const auto numbers, config.numbersOr(std::move(usual), key, 1, 256));
    return std::vector<int64_t>(numbers.begin(), numbers.end());
}

Status checkSides(const HtsatShape& shape, const ModelConfig& config) {
    for (size_t stage = 0; stage < shape.depths.size(); ++stage) {
        const bool halves = stage == 0 || shape.sideOf(stage) * 2 == shape.sideOf(stage - 1);
        if (!halves || shape.sideOf(stage) < 1 || shape.sideOf(stage) % shape.window != 0)
            return fail(ErrorCode::unsupported,
                        fmt::format("stage {} of {} tokens on a side cannot be cut into windows of {}", stage,
                                    shape.sideOf(stage), shape.window),
                        config.file());
        // The scores of all pairs in all windows are made when the network is loaded.
        constexpr int64_t kMostScores = int64_t{1} << 26;
        const int64_t scores = shape.sideOf(stage) * shape.sideOf(stage) * shape.window * shape.window;
        if (scores > kMostScores / shape.heads[stage])
            return fail(ErrorCode::limit, "its windows have more pairs of tokens than are supported", config.file());
        if (shape.widthOf(stage) % shape.heads[stage] != 0)
            return fail(
                ErrorCode::invalidInput,
                fmt::format("a width of {} cannot be shared by {} heads", shape.widthOf(stage), shape.heads[stage]),
                config.file());
    }
    return {};
}

// [N, side, side, width] -> [N * windows, window * window, width]
at::Tensor cutIntoWindows(const at::Tensor& x, int64_t window) {
    const int64_t count = x.size(1) / window;
    return x.view({x.size(0), count, window, count, window, -1})
        .permute({0, 1, 3, 2, 4, 5})
        .reshape({-1, window * window, x.size(3)});
}

at::Tensor joinWindows(const at::Tensor& windows, int64_t window, int64_t side) {
    const int64_t count = side / window;
    return windows.view({-1, count, count, window, window, windows.size(2)})
        .permute({0, 1, 3, 2, 4, 5})
        .reshape({-1, side, side, windows.size(2)});
}

// Where in the table the score for each pair of tokens of a window is, i64 [window^4].
at::Tensor pairIndex(int64_t window) {
    const at::Tensor place = at::arange(window, at::kLong);
    const at::Tensor row = place.view({-1, 1}).expand({window, window}).reshape({-1});
    const at::Tensor column = place.view({1, -1}).expand({window, window}).reshape({-1});
    const at::Tensor rows = row.unsqueeze(1) - row.unsqueeze(0) + (window - 1);
    const at::Tensor columns = column.unsqueeze(1) - column.unsqueeze(0) + (window - 1);
    return (rows * (2 * window - 1) + columns).reshape({-1});
}

// Shifted windows hold tokens of opposite edges, which must not see each other: [windows, 1, tokens, tokens].
at::Tensor edgeScores(int64_t side, int64_t window, int64_t shift) {
    const at::Tensor place = at::arange(side, at::kLong);
    const at::Tensor part = place.ge(side - window).to(at::kLong) + place.ge(side - shift).to(at::kLong);
    const at::Tensor region = (part.view({-1, 1}) * 3 + part.view({1, -1})).view({1, side, side, 1});
    const at::Tensor windows = cutIntoWindows(region, window).squeeze(2);
    return windows.unsqueeze(1).ne(windows.unsqueeze(2)).to(at::kFloat).mul_(-100).unsqueeze(1);
}

} // namespace

Result<HtsatShape> HtsatShape::read(const ModelConfig& config) {
    HtsatShape shape;
    FUSEFIND_TRY_ASSIGN(const bool fused, config.flagOr(false, "enable_fusion"));
    if (fused)
        return fail(ErrorCode::unsupported, "it fuses several spectrograms of a sound (enable_fusion)", config.file(),
                    "use the model without fusion");
    FUSEFIND_TRY_ASSIGN(const int64_t stages, config.integerOr(4, "num_hidden_layers", 1, 6));
    const auto count = static_cast<size_t>(stages);
    FUSEFIND_TRY_ASSIGN(shape.depths, readNumbers(config, "depths", {2, 2, 6, 2}, count));
    FUSEFIND_TRY_ASSIGN(shape.heads, readNumbers(config, "num_attention_heads", {4, 8, 16, 32}, count));
    FUSEFIND_TRY_ASSIGN(shape.width, config.integerOr(96, "patch_embeds_hidden_size", 1, 4096));
    FUSEFIND_TRY_ASSIGN(shape.ratio, config.numberOr(4, "mlp_ratio", 0.1, 16));
    FUSEFIND_TRY_ASSIGN(shape.window, config.integerOr(8, "window_size", 2, 64));
    FUSEFIND_TRY_ASSIGN(shape.side, config.integerOr(256, "spec_size", 1, 4096));
    FUSEFIND_TRY_ASSIGN(shape.patch, config.integerOr(4, "patch_size", 1, 64));
    FUSEFIND_TRY_ASSIGN(shape.bands, config.integerOr(64, "num_mel_bins", 1, 1024));
    FUSEFIND_TRY_ASSIGN(shape.activation, readActivation(config, "gelu"));
    FUSEFIND_TRY_ASSIGN(shape.epsilon, config.numberOr(1e-5, "layer_norm_eps", 0, 0.1));
    FUSEFIND_TRY_ASSIGN(shape.qkvBias, config.flagOr(true, "qkv_bias"));
    FUSEFIND_TRY_ASSIGN(const auto strides, readNumbers(config, "patch_stride", {4, 4}, 2));
    const bool apart = strides[0] == shape.patch && strides[1] == shape.patch;
    if (!apart || shape.side % shape.bands != 0 || shape.side % shape.patch != 0)
        return fail(ErrorCode::unsupported, "its patches overlap, or its bands do not fill a square", config.file());
    FUSEFIND_TRY(checkSides(shape, config));
    return shape;
}

Htsat::Htsat(const HtsatShape& shape, const std::string& prefix, WeightReader& weights) : shape_(shape) {
    const BatchNorm bands = BatchNorm::take(weights, prefix + "batch_norm", shape.bands);
    patches_ = {weights.take(prefix + "patch_embed.proj.weight", {shape.width, 1, shape.patch, shape.patch}),
                weights.take(prefix + "patch_embed.proj.bias", {shape.width})};
    patchNorm_ = LayerNorm::take(weights, prefix + "patch_embed.norm", shape.width, kEpsilon);
    for (size_t stage = 0; stage < shape.depths.size(); ++stage)
        stages_.push_back(takeStage(stage, fmt::format("{}layers.{}.", prefix, stage), weights));
    norm_ = LayerNorm::take(weights, prefix + "norm", shape.dim(), kEpsilon);
    weights.expectNoMore(prefix + "layers.");
    if (!weights.complete()) return;
    factor_ = bands.scale / at::sqrt(bands.variance + kEpsilon);
    offset_ = bands.shift - bands.mean * factor_;
}

Htsat::Stage Htsat::takeStage(size_t index, const std::string& prefix, WeightReader& weights) const {
    const int64_t width = shape_.widthOf(index);
    Stage stage;
    for (int64_t i = 0; i < shape_.depths[index]; ++i)
        stage.blocks.push_back(takeBlock(index, i, fmt::format("{}blocks.{}.", prefix, i), weights));
    if (index + 1 < shape_.depths.size()) {
        stage.mergeNorm = LayerNorm::take(weights, prefix + "downsample.norm", 4 * width, kEpsilon);
        stage.merge.weight = weights.take(prefix + "downsample.reduction.weight", {2 * width, 4 * width});
    }
    return stage;
}

Htsat::Block Htsat::takeBlock(size_t stage, int64_t index, const std::string& prefix, WeightReader& weights) const {
    const int64_t window = shape_.window;
    const int64_t side = shape_.sideOf(stage);
    TransformerShape layer{.width = shape_.widthOf(stage), .heads = shape_.heads[stage], .epsilon = shape_.epsilon};
    layer.inner = static_cast<int64_t>(shape_.ratio * static_cast<double>(layer.width));
    layer.activation = shape_.activation;
    LayerNames names = kLayerNames;
    if (!shape_.qkvBias) names.unbiased = {names.query, names.key, names.value};
    Block block;
    block.layer = TransformerLayer::take(layer, names, prefix, weights);
    block.heads = layer.heads;
    // Every other block; not where one window is all there is.
    block.shift = index % 2 == 1 && side > window ? window / 2 : 0;
    const int64_t places = 2 * window - 1;
    const at::Tensor table =
        weights.take(prefix + "attention.self.relative_position_bias_table", {places * places, layer.heads});
    weights.ignore(prefix + "attention.self.relative_position_index");
    if (!table.defined()) return block;
    const int64_t tokens = window * window;
    block.scores = at::index_select(table, 0, pairIndex(window).to(table.device()))
                       .view({1, tokens, tokens, layer.heads})
                       .permute({0, 3, 1, 2})
                       .contiguous();
    if (block.shift > 0) block.scores = block.scores + edgeScores(side, window, block.shift).to(table.device());
    block.scores = block.scores.to(weights.productType());
    return block;
}

at::Tensor Htsat::folded(const at::Tensor& spectrogram) const {
    at::Tensor x = (spectrogram * factor_ + offset_).unsqueeze(1);
    const int64_t frames = shape_.frames();
    if (x.size(2) < frames) x = at::upsample_bicubic2d(x, {frames, shape_.bands}, true);
    const int64_t parts = shape_.side / shape_.bands;
    return x.view({x.size(0), parts, frames / parts, shape_.bands})
        .transpose(2, 3)
        .reshape({x.size(0), 1, shape_.side, shape_.side});
}

// x: [N, side, side, width]
at::Tensor Htsat::apply(const Block& block, const at::Tensor& x) const {
    at::Tensor y = block.layer.attentionNorm(x);
    if (block.shift > 0) y = at::roll(y, {-block.shift, -block.shift}, {1, 2});
    at::Tensor scores = block.scores;
    if (block.shift > 0) scores = scores.repeat({x.size(0), 1, 1, 1});
    y = block.layer.attend(cutIntoWindows(y, shape_.window), block.heads, {.mask = scores});
    y = joinWindows(y, shape_.window, x.size(1));
    if (block.shift > 0) y = at::roll(y, {block.shift, block.shift}, {1, 2});
    y = plus(x, y);
    return plus(y, block.layer.feed(block.layer.innerNorm(y), shape_.activation));
}

at::Tensor Htsat::operator()(const at::Tensor& spectrogram) const {
    const at::Tensor grid = at::conv2d(folded(spectrogram), patches_.weight, patches_.bias, shape_.patch);
    at::Tensor x = patchNorm_(grid.permute({0, 2, 3, 1}).contiguous());
    for (const auto& stage : stages_) {
        for (const auto& block : stage.blocks)
            x = apply(block, x);
        if (!stage.merge.weight.defined()) continue;
        // Each four neighbours become one: down a column first.
        const auto every = [&](int64_t row, int64_t column) {
            return x.slice(1, row, std::nullopt, 2).slice(2, column, std::nullopt, 2);
        };
        x = stage.merge(stage.mergeNorm(at::cat({every(0, 0), every(1, 0), every(0, 1), every(1, 1)}, -1)));
    }
    return norm_(x).mean({1, 2});
}

} // namespace fusefind
