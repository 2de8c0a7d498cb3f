#include "gpu/fusemix/adamw.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

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
        slots_.push_back({parameter, at::zeros_like(value), at::zeros_like(value), at::zeros({}, value.options())});
    }
}

void AdamW::step(double learningRate) {
    const c10::NoGradGuard guard;
    stepWhere([](const at::Tensor& value) { return value.dim() >= 2; }, learningRate, weightDecay_);
    stepWhere([](const at::Tensor& value) { return value.dim() < 2; }, learningRate, 0);
}

template <class Chosen>
void AdamW::stepWhere(const Chosen& chosen, double learningRate, double weightDecay) {
    std::vector<at::Tensor> values, gradients, means, squares, counts;
    for (Slot& slot : slots_) {
        const at::Tensor& value = slot.parameter.value;
        if (!chosen(value) || !value.grad().defined()) continue;
        values.push_back(value);
        gradients.push_back(value.grad());
        means.push_back(slot.mean);
        squares.push_back(slot.square);
        counts.push_back(slot.count.add_(1));
    }
    // Once over all of it, where the operators one by one would go over it ten times. Torch has it for devices with
    // values only.
    if (values.empty() || values.front().is_meta()) return;
    at::_fused_adamw_(values, gradients, means, squares, {}, counts, learningRate, kBeta1, kBeta2, weightDecay,
                      kEpsilon, false, false);
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
