#include "gpu/device/products.h"

#include <ATen/ATen.h>
#include <ATen/core/dispatch/Dispatcher.h>

namespace fusefind {

namespace {

using LinearPointwise = at::Tensor(const at::Tensor& x, const at::Tensor& weight, const std::optional<at::Tensor>& bias,
                                   std::string_view after, c10::List<std::optional<at::Scalar>> numbers,
                                   std::optional<std::string_view> algorithm);

at::Tensor byOneDnn(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias, After after) {
    static const auto compute =
        c10::Dispatcher::singleton().findSchemaOrThrow("mkldnn::_linear_pointwise", "").typed<LinearPointwise>();
    const std::optional<at::Tensor> added = bias.defined() ? std::optional(bias) : std::nullopt;
    return compute.call(x, weight, added, after == After::gelu ? "gelu" : "none",
                        c10::List<std::optional<at::Scalar>>(), "none");
}

} // namespace

at::Tensor linearProduct(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias, After after) {
    const bool isUsual = x.is_cpu() && x.scalar_type() == at::kFloat && weight.scalar_type() == at::kFloat;
    if (isUsual && x.numel() > 0 && at::hasMKLDNN()) return byOneDnn(x, weight, bias, after);
    const at::Tensor product = at::linear(x, weight, bias);
    return after == After::gelu ? at::gelu(product) : product;
}

} // namespace fusefind
