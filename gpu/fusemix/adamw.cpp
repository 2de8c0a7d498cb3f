#include "gpu/fusemix/adamw.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <cmath>

namespace fusefind {

namespace {
constexpr double kBeta1 = 0.9;
constexpr double kBeta2 = 0.999;
constexpr double kEpsilon = 1e-8;
} // namespace

AdamW::AdamW(std::vector<Parameter> parameters, double weightDecay) : weightDecay_(weightDecay) {
    const c10::NoGradGuard guard;
    for (Parameter& parameter : parameters) {
        const at::Tensor& value = parameter.value;
        slots_.push_back({parameter, at::zeros_like(value), at::zeros_like(value), at::zeros({})});
    }
}

// Operator by operator, not by Torch's fused kernel, which the meta device lacks; beside the adapters' products it
// costs little.
void AdamW::step(double learningRate) {
    const c10::NoGradGuard guard;
    for (Slot& slot : slots_) {
        const at::Tensor& value = slot.parameter.value;
        const at::Tensor& gradient = value.grad();
        if (!gradient.defined()) continue;
        const double count = slot.count.add_(1).item<double>();
        slot.mean.lerp_(gradient, 1 - kBeta1);
        slot.square.mul_(kBeta2).addcmul_(gradient, gradient, 1 - kBeta2);
        const at::Tensor scale = slot.square.sqrt().div_(std::sqrt(1 - std::pow(kBeta2, count))).add_(kEpsilon);
        if (value.dim() >= 2) value.mul_(1 - learningRate * weightDecay_);
        value.addcdiv_(slot.mean, scale, -learningRate / (1 - std::pow(kBeta1, count)));
    }
}

void AdamW::clearGradients() {
    for (Slot& slot : slots_)
        slot.parameter.value.mutable_grad().reset();
}

std::vector<Parameter> AdamW::state() const {
    std::vector<Parameter> state;
    for (const Slot& slot : slots_) {
        state.push_back({"mean." + slot.parameter.name, slot.mean});
        state.push_back({"square." + slot.parameter.name, slot.square});
        state.push_back({"count." + slot.parameter.name, slot.count});
    }
    return state;
}

} // namespace fusefind
