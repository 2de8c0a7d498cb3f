#pragma once

// Inside gpu only (includes Torch).

#include "gpu/fusemix/adapter.h"

#include <vector>

namespace fusefind {

// Adam with decoupled weight decay (Loshchilov, Hutter 2019), betas 0.9 and 0.999, epsilon 1e-8. Only tensors of rank
// >= 2 decay: not biases, LayerNorm or the temperature. A parameter without a gradient is left alone, its step count
// too.
class AdamW {
public:
    AdamW(std::vector<Parameter> parameters, double weightDecay);

    void step(double learningRate);
    void clearGradients();

    // Moments and step counts, "mean.NAME", "square.NAME" and "count.NAME"; the tensors share memory with the
    // optimiser's.
    [[nodiscard]] std::vector<Parameter> state() const;

private:
    struct Slot {
        Parameter parameter;
        at::Tensor mean, square;
        at::Tensor count; // scalar
    };

    template <class Chosen>
    void stepWhere(const Chosen& chosen, double learningRate, double weightDecay);

    std::vector<Slot> slots_;
    double weightDecay_;
};

} // namespace fusefind
