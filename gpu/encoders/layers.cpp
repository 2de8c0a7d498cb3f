#include "gpu/encoders/layers.h"

#include "gpu/device/products.h"

#include <ATen/ATen.h>

#include <cstring>

namespace fusefind {

namespace {

// What is undefined stays so.
void convert(at::ScalarType type, at::Tensor& weight, at::Tensor& bias) {
    if (weight.defined()) weight = weight.to(type);
    if (bias.defined()) bias = bias.to(type);
}

} // namespace

Linear Linear::take(WeightReader& weights, const std::string& name, int64_t in, int64_t out) {
    return {weights.take(name + ".weight", {out, in}), weights.take(name + ".bias", {out})};
}

Linear Linear::takeStacked(WeightReader& weights, const std::vector<std::string>& names, int64_t in, int64_t out,
                           const std::set<std::string>& unbiased) {
    std::vector<std::string> matrices;
    std::vector<at::Tensor> biases;
    for (const auto& name : names) {
        matrices.push_back(name + ".weight");
        biases.push_back(unbiased.contains(name) ? weights.zeros({out}) : weights.take(name + ".bias", {out}));
    }
    Linear stacked{weights.takeStacked(matrices, {out, in}), {}};
    if (weights.complete()) stacked.bias = at::cat(biases);
    return stacked;
}

void Linear::scaleOutput(const at::Tensor& factor) {
    if (!weight.defined() || !bias.defined() || !factor.defined()) return;
    weight = weight * factor.unsqueeze(1);
    bias = bias * factor;
}

void Linear::computeIn(at::ScalarType type) {
    convert(type, weight, bias);
}

void Linear::forFewRows() {
    if (weight.defined() && weight.is_cpu() && weight.scalar_type() == at::kFloat) weight = weight.t().contiguous().t();
}

at::Tensor Linear::operator()(const at::Tensor& x) const {
    return linearProduct(x.to(weight.scalar_type()), weight, bias);
}

at::Tensor Linear::withGelu(const at::Tensor& x) const {
    return linearProduct(x.to(weight.scalar_type()), weight, bias, After::gelu);
}

LayerNorm LayerNorm::take(WeightReader& weights, const std::string& name, int64_t width, double epsilon) {
    return {weights.take(name + ".weight", {width}), weights.take(name + ".bias", {width}), epsilon};
}

at::Tensor LayerNorm::operator()(const at::Tensor& x) const {
    return at::layer_norm(x, {scale.size(0)}, scale, shift, epsilon);
}

void Convolution::computeIn(at::ScalarType type) {
    convert(type, weight, bias);
}

at::Tensor Convolution::operator()(const at::Tensor& x) const {
    return at::conv2d(x.to(weight.scalar_type()), weight, bias, stride, padding, 1, groups);
}

BatchNorm BatchNorm::take(WeightReader& weights, const std::string& name, int64_t channels) {
    return {weights.take(name + ".weight", {channels}), weights.take(name + ".bias", {channels}),
            weights.take(name + ".running_mean", {channels}), weights.take(name + ".running_var", {channels})};
}

Convolution foldBatchNorm(const at::Tensor& weight, const BatchNorm& norm, double epsilon) {
    for (const auto& part : {weight, norm.scale, norm.shift, norm.mean, norm.variance})
        if (!part.defined()) return {};
    const at::Tensor factor = norm.scale / at::sqrt(norm.variance + epsilon);
    Convolution folded;
    folded.weight = (weight * factor.view({-1, 1, 1, 1})).contiguous(at::MemoryFormat::ChannelsLast);
    folded.bias = norm.shift - norm.mean * factor;
    return folded;
}

at::Tensor plus(const at::Tensor& x, const at::Tensor& added) {
    return added.scalar_type() == x.scalar_type() ? added.add_(x) : x + added;
}

at::Tensor selfAttention(const at::Tensor& x, const Linear& qkv, int64_t heads, const Attention& attention) {
    const int64_t count = x.size(0);
    const int64_t length = x.size(1);
    const int64_t width = x.size(2);
    const auto parts = qkv(x).view({count, length, 3, heads, width / heads}).permute({2, 0, 3, 1, 4}).unbind(0);
    return at::scaled_dot_product_attention(parts[0], parts[1], parts[2], attention.mask, 0, attention.causal)
        .transpose(1, 2)
        .reshape({count, length, width});
}

Matrix toMatrix(const at::Tensor& rows) {
    Matrix matrix(static_cast<size_t>(rows.size(0)), static_cast<size_t>(rows.size(1)));
    if (rows.is_meta()) return matrix;
    const at::Tensor host = rows.to(at::kCPU, at::kFloat).contiguous();
    std::memcpy(matrix.data(), host.const_data_ptr<float>(), matrix.values().size_bytes());
    return matrix;
}

} // namespace fusefind
