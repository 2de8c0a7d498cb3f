#include "gpu/fusemix/adapter.h"

#include "core/base/result.h"
#include "gpu/device/products.h"
#include "gpu/device/torch_call.h"
#include "gpu/fusemix/random.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>
#include <fmt/format.h>

#include <cmath>

namespace fusefind {

namespace {

// Torch has no layer_norm for the meta device; there the definition stands in for it.
at::Tensor layerNorm(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias) {
    if (!x.is_meta()) return at::layer_norm(x, weight.sizes(), weight, bias, kNormEpsilon);
    const at::Tensor centred = x - x.mean(-1, true);
    return centred / ((centred * centred).mean(-1, true) + kNormEpsilon).sqrt() * weight + bias;
}

at::Tensor normed(const at::Tensor& x, const Affine& norm) {
    return layerNorm(x, norm.weight, norm.bias);
}

at::Tensor linearIn(at::ScalarType products, const at::Tensor& x, const Affine& layer) {
    const at::Tensor weight = layer.weight.to(products);
    const at::Tensor bias = layer.bias.to(products);
    return c10::GradMode::is_enabled() ? at::linear(x.to(products), weight, bias)
                                       : linearProduct(x.to(products), weight, bias);
}

} // namespace

at::Tensor Adapter::keep(const std::string& name, const at::Tensor& value, const Device& device) {
    at::Tensor parameter = value.to(torchDevice(device)).detach().requires_grad_(true);
    parameters_.push_back({name, parameter});
    return parameter;
}

Affine Adapter::makeNorm(const std::string& name, const Device& device) {
    const at::Tensor ones = at::ones({shape_.in});
    return {keep(name + ".weight", ones, device), keep(name + ".bias", at::zeros({shape_.in}), device)};
}

Affine Adapter::makeLinear(const std::string& name, int64_t in, int64_t out, const Device& device,
                           at::Generator& generator) {
    const double bound = 1 / std::sqrt(static_cast<double>(in));
    const at::Tensor weight = at::empty({out, in}).uniform_(-bound, bound, generator);
    const at::Tensor bias = at::empty({out}).uniform_(-bound, bound, generator);
    return {keep(name + ".weight", weight, device), keep(name + ".bias", bias, device)};
}

Adapter::Adapter(const AdapterShape& shape, const Device& device, at::Generator& generator) : shape_(shape) {
    if (shape.identity) {
        FUSEFIND_ASSERT(shape.in == shape.out);
        return;
    }
    if (shape.classes > 0) {
        classify_ = makeLinear("classify", shape.in, shape.classes, device, generator);
        project_ = makeLinear("project", shape.classes, shape.out, device, generator);
        return;
    }
    const int64_t hidden = shape.in * shape.expansion;
    for (int64_t i = 0; i < shape.layers; ++i) {
        const std::string name = fmt::format("blocks.{}.", i);
        Affine norm = makeNorm(name + "norm", device);
        Affine up = makeLinear(name + "up", shape.in, hidden, device, generator);
        Affine down = makeLinear(name + "down", hidden, shape.in, device, generator);
        blocks_.push_back({std::move(norm), std::move(up), std::move(down)});
    }
    norm_ = makeNorm("norm", device);
    project_ = makeLinear("project", shape.in, shape.out, device, generator);
}

at::Tensor Adapter::forward(const at::Tensor& latents, std::optional<at::Generator> dropout,
                            at::ScalarType products) const {
    if (shape_.identity) return latents;
    if (shape_.classes > 0) return linearIn(at::kFloat, probabilities(latents), project_);
    at::Tensor x = latents;
    for (const ResidualBlock& block : blocks_)
        x = apply(block, x, dropout, products);
    return linearIn(products, normed(x, norm_), project_).to(at::kFloat);
}

at::Tensor Adapter::apply(const ResidualBlock& block, const at::Tensor& x, std::optional<at::Generator>& dropout,
                          at::ScalarType products) const {
    at::Tensor kept;
    if (dropout && shape_.dropout > 0)
        kept = drawKept(x.size(0), block.up.weight.size(0), shape_.dropout, *dropout, x.options().dtype(products));
    if (c10::GradMode::is_enabled() && !x.is_meta()) return applyInTraining(block, x, kept, products);
    at::Tensor hidden = at::gelu(linearIn(products, normed(x, block.norm), block.up));
    if (kept.defined()) hidden = hidden * kept;
    return x + linearIn(products, hidden, block.down);
}

at::Tensor Adapter::probabilities(const at::Tensor& latents) const {
    return at::softmax(linearIn(at::kFloat, latents, classify_), -1);
}

void Adapter::shiftLogits(const at::Tensor& by) {
    const c10::NoGradGuard guard;
    classify_.bias.add_(by);
}

at::Tensor unitRows(const at::Tensor& rows) {
    return rows * (rows * rows).sum(1, true).add(1e-24).rsqrt();
}

} // namespace fusefind
