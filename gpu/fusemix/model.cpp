#include "gpu/fusemix/model.h"

#include "gpu/device/torch_call.h"
#include "gpu/fusemix/random.h"
#include "gpu/fusemix/tensor_io.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fusefind {

std::vector<Parameter> Model::parameters() const {
    std::vector<Parameter> all;
    for (const Modality modality : kModalities) {
        const auto& model = modalities[indexOf(modality)];
        if (!model) continue;
        for (const Parameter& parameter : model->adapter.parameters())
            all.push_back({std::string(toString(modality)) + "." + parameter.name, parameter.value});
    }
    all.push_back({"temperature", temperature});
    return all;
}

at::Tensor Model::embed(Modality modality, const at::Tensor& latents, std::optional<at::Generator> dropout,
                        at::ScalarType products) const {
    const ModalityModel& model = *modalities[indexOf(modality)];
    const at::Tensor standardized = model.mean.defined() ? (latents - model.mean) * model.scale : latents;
    return unitRows(model.adapter.forward(standardized, std::move(dropout), products));
}

Matrix Model::projectUncorrected(Modality modality, const Matrix& latents) const {
    constexpr int64_t kRows = 2048; // bounds the hidden activations
    const c10::NoGradGuard guard;
    const at::Tensor all = viewOf(latents);
    Matrix points;
    points.reserve(latents.rows(), modalities[indexOf(modality)]->adapter.shape().out);
    for (int64_t first = 0; first < all.size(0); first += kRows) {
        const at::Tensor rows = all.narrow(0, first, std::min(kRows, all.size(0) - first));
        points.append(rowsOf(embed(modality, rows.to(torchDevice(device)))));
    }
    normalizeRows(points);
    return points;
}

Matrix Model::project(Modality modality, const Matrix& latents) const {
    Matrix points = projectUncorrected(modality, latents);
    const std::vector<float>& gap = modalities[indexOf(modality)]->gap;
    if (gap.empty()) return points;
    for (size_t i = 0; i < points.rows(); ++i)
        std::transform(points.row(i).begin(), points.row(i).end(), gap.begin(), points.row(i).begin(), std::minus<>());
    normalizeRows(points);
    return points;
}

Model makeModel(const Recipe& recipe, const PerModality<int64_t>& dims, const Device& device,
                const PerModality<OtherAdapter>& others) {
    Model model;
    model.device = device;
    for (const Modality modality : kModalities) {
        const int64_t dim = dims[indexOf(modality)];
        if (dim == 0) continue;
        // Each modality draws from a generator of its own: its start does not depend on which others there are.
        at::Generator generator = newGenerator(Device{}, seedOf(recipe.seed, Draw::weights, indexOf(modality)));
        const OtherAdapter& other = others[indexOf(modality)];
        const AdapterSize size = other.size.value_or(AdapterSize{recipe.layers, recipe.expansion});
        const bool identity = recipe.fixed == modality || other.identity;
        const AdapterShape shape{dim, recipe.dim, size.layers, size.expansion, recipe.dropout, identity, other.classes};
        model.modalities[indexOf(modality)] = ModalityModel{Adapter(shape, device, generator), {}, {}, {}};
    }
    model.temperature = at::scalar_tensor(recipe.temperature, at::kFloat).to(torchDevice(device)).requires_grad_(true);
    return model;
}

void fitStandardizer(ModalityModel& model, const Matrix& latents, std::span<const int64_t> rows, const Device& device) {
    constexpr double kSmallestShare = 1e-6; // of the mean variance
    const size_t width = latents.cols();
    const auto count = static_cast<double>(rows.size());
    std::vector<double> mean(width);
    std::vector<double> variance(width);
    for (const int64_t row : rows)
        for (size_t d = 0; d < width; ++d)
            mean[d] += latents.row(row)[d] / count;
    for (const int64_t row : rows)
        for (size_t d = 0; d < width; ++d)
            variance[d] += (latents.row(row)[d] - mean[d]) * (latents.row(row)[d] - mean[d]) / count;
    const double average = std::accumulate(variance.begin(), variance.end(), 0.0) / static_cast<double>(width);
    const double smallest = kSmallestShare * average;

    at::Tensor means = at::empty({static_cast<int64_t>(width)});
    at::Tensor scales = at::empty_like(means);
    for (size_t d = 0; d < width; ++d) {
        means.mutable_data_ptr<float>()[d] = static_cast<float>(mean[d]);
        // Rounding leaves a constant column a variance of about 1e-14 of its square.
        const bool constant = variance[d] <= 1e-12 * mean[d] * mean[d] || variance[d] <= 0;
        scales.mutable_data_ptr<float>()[d] =
            constant ? 0.0F : static_cast<float>(1 / std::sqrt(std::max(variance[d], smallest)));
    }
    model.mean = means.to(torchDevice(device));
    model.scale = scales.to(torchDevice(device));
}

} // namespace fusefind
