#include "gpu/fusemix/residual_block.h"

#include "gpu/device/products.h"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/custom_function.h>

namespace fusefind {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

// a^T b [M, N] for a [K, M] and b [K, N]: the gradient of a weight.
at::Tensor outerSum(const at::Tensor& a, const at::Tensor& b) {
    return linearProduct(a.t(), b.t());
}

struct NormGradients {
    at::Tensor weight, bias, up, x; // x undefined: not asked for
};

class BlockFunction : public torch::autograd::Function<BlockFunction> {
public:
    static at::Tensor forward(AutogradContext* context, const at::Tensor& x, const at::Tensor& normWeight,
                              const at::Tensor& normBias, const at::Tensor& upWeight, const at::Tensor& upBias,
                              const at::Tensor& downWeight, const at::Tensor& downBias,
                              const std::optional<at::Tensor>& kept, at::ScalarType products) {
        const auto [standard, mean, inverse] = at::native_layer_norm(x, {x.size(1)}, {}, {}, kNormEpsilon);
        const at::Tensor normed = at::addcmul(normBias, standard, normWeight);
        const at::Tensor up = upWeight.to(products);
        const at::Tensor down = downWeight.to(products);
        const at::Tensor hidden = linearProduct(normed.to(products), up, upBias.to(products));
        at::Tensor active = at::gelu(hidden);
        if (kept) active.mul_(*kept);
        context->save_for_backward(
            {x, standard, mean, inverse, normWeight, normBias, up, down, hidden, active, kept.value_or(at::Tensor())});
        return x + linearProduct(active, down, downBias.to(products));
    }

    static variable_list backward(AutogradContext* context, variable_list outer) {
        const auto saved = context->get_saved_variables();
        const at::Tensor& up = saved[6];
        const at::Tensor& down = saved[7];
        const at::Tensor& hidden = saved[8];
        const at::Tensor& active = saved[9];
        const at::Tensor& kept = saved[10];
        const at::Tensor gradient = outer[0].to(up.scalar_type());
        at::Tensor hiddenGradient = linearProduct(gradient, down.t());
        if (kept.defined()) hiddenGradient.mul_(kept);
        hiddenGradient = at::gelu_backward(hiddenGradient, hidden);
        const NormGradients norm = ofNorm(saved, hiddenGradient, context->needs_input_grad(0));
        return {norm.x.defined() ? outer[0] + norm.x : at::Tensor(),
                norm.weight,
                norm.bias,
                norm.up,
                hiddenGradient.sum(0, false, at::kFloat),
                outerSum(gradient, active).to(at::kFloat),
                outer[0].sum(0),
                at::Tensor(),
                at::Tensor()};
    }

private:
    // Of the normalisation, and of the weight that follows it, h = W1 (s * g + b): with S = (dh)^T s,
    // dW1 = S * g + (sum of dh) b^T, dg = column sums of W1 * S, db = W1^T (sum of dh). Where the gradient of x is
    // asked for, dn = dh W1 is there anyway and tells dg and db with less work.
    static NormGradients ofNorm(const variable_list& saved, const at::Tensor& hiddenGradient, bool ofInput) {
        const at::Tensor &x = saved[0], &standard = saved[1], &mean = saved[2], &inverse = saved[3];
        const at::Tensor &weight = saved[4], &bias = saved[5], &up = saved[6];
        const auto products = up.scalar_type();
        NormGradients gradients;
        if (!ofInput) {
            const at::Tensor sum = hiddenGradient.sum(0, false, at::kFloat);
            const at::Tensor moments = outerSum(hiddenGradient, standard.to(products)).to(at::kFloat);
            gradients.weight = (moments * up).sum(0);
            gradients.bias = at::mv(up.to(at::kFloat).t(), sum);
            gradients.up = at::addcmul(at::outer(sum, bias), moments, weight);
            return gradients;
        }
        const at::Tensor normed = at::addcmul(bias, standard, weight);
        const at::Tensor normedGradient = linearProduct(hiddenGradient, up.t()).to(at::kFloat);
        gradients.weight = (normedGradient * standard).sum(0);
        gradients.bias = normedGradient.sum(0);
        gradients.up = outerSum(hiddenGradient, normed.to(products)).to(at::kFloat);
        gradients.x = std::get<0>(at::native_layer_norm_backward(normedGradient * weight, x, {x.size(1)}, mean, inverse,
                                                                 {}, {}, {true, false, false}));
        return gradients;
    }
};

} // namespace

at::Tensor applyInTraining(const ResidualBlock& block, const at::Tensor& x, const at::Tensor& kept,
                           at::ScalarType products) {
    return BlockFunction::apply(x, block.norm.weight, block.norm.bias, block.up.weight, block.up.bias,
                                block.down.weight, block.down.bias, kept.defined() ? std::optional(kept) : std::nullopt,
                                products);
}

} // namespace fusefind
