#pragma once

// Inside gpu only (includes Torch).

#include "core/base/modality.h"
#include "core/tensors/matrix.h"
#include "gpu/fusemix/adapter.h"
#include "gpu/fusemix/recipe.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace fusefind {

template <class T>
using PerModality = std::array<T, kModalities.size()>;

constexpr size_t indexOf(Modality modality) {
    return static_cast<size_t>(modality);
}

// From the latents of one modality to points of the space.
struct ModalityModel {
    Adapter adapter;
    at::Tensor mean, scale; // [D] of the standardiser, (x - mean) * scale; undefined: none
    std::vector<float> gap; // [dim], the mean point of the training rows, taken off in search; empty: none
};

struct Model {
    PerModality<std::optional<ModalityModel>> modalities;
    at::Tensor temperature; // scalar, a parameter
    Device device;

    // "image.blocks.0.up.weight" …, "temperature".
    [[nodiscard]] std::vector<Parameter> parameters() const;
    // Adapter output of raw latents [N, D] on the device, unit rows [N, dim]. For training with the device's type of
    // products, so that steps are fast; points are always computed in f32.
    [[nodiscard]] at::Tensor embed(Modality modality, const at::Tensor& latents,
                                   std::optional<at::Generator> dropout = {},
                                   at::ScalarType products = at::kFloat) const;
    // Points as search sees them: embed(), then the gap correction where there is one. May throw Torch's exceptions.
    [[nodiscard]] Matrix project(Modality modality, const Matrix& latents) const;
    // The same without the correction.
    [[nodiscard]] Matrix projectUncorrected(Modality modality, const Matrix& latents) const;
};

// What takes the place of an adapter by the recipe.
struct OtherAdapter {
    int64_t classes = 0;   // of a class bridge; 0: none
    bool identity = false; // the latents are the points
    std::optional<AdapterSize> size = {};
};

// New adapters for the modalities whose `dims` (width of the latents) is not 0, with the recipe's seed.
Model makeModel(const Recipe& recipe, const PerModality<int64_t>& dims, const Device& device,
                const PerModality<OtherAdapter>& others = {});

// Mean and 1 / standard deviation of each column over `rows` (population variance). A constant column gets scale 0; one
// that hardly moves is not blown up beyond 1,000 times its weight.
void fitStandardizer(ModalityModel& model, const Matrix& latents, std::span<const int64_t> rows, const Device& device);

} // namespace fusefind
