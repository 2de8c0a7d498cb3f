#include "gpu/fusemix/adamw.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

namespace fusefind {

AdamW::AdamW(std::vector<Parameter> parameters, double weightDecay) : weightDecay_(weightDecay) {
    const c10::NoGradGuard guard;
    for (Parameter& parameter : parameters) {
        const at::Tensor& value = parameter.value;
        Slot slot{parameter, at::zeros_like(value), at::zeros_like(value), at::zeros({}, value.options())};
        slots_.push_back(std::move(slot));
    }
}

void AdamW::step(double learningRate) {
    const c10::NoGradGuard guard;
    update(true, learningRate);
    update(false, learningRate);
}

void AdamW::update(bool decayed, double learningRate) {
    std::vector<at::Tensor> values, gradients, means, squares, counts;
    for (Slot& slot : slots_) {
        const at::Tensor& value = slot.parameter.value;
        if (!value.grad().defined() || (value.dim() >= 2) != decayed) continue;
        values.push_back(value);
        gradients.push_back(value.grad());
        means.push_back(slot.mean);
        squares.push_back(slot.square);
        counts.push_back(slot.count.add_(1));
    }
    if (values.empty()) return;
    at::_fused_adamw_(values, gradients, means, squares, {}, counts, learningRate, 0.9, 0.999,
                      decayed ? weightDecay_ : 0.0, 1e-8, false, false);
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
