#include "gpu/fusemix/class_prior.h"

#include "gpu/device/torch_call.h"
#include "gpu/fusemix/tensor_io.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>

namespace fusefind {

void expectClassesOf(Model& model, Modality modality, const Matrix& latents) {
    constexpr int64_t kRows = 2048; // bounds the probabilities held at a time
    const c10::NoGradGuard guard;
    Adapter& bridge = model.modalities[indexOf(modality)]->adapter;
    const int64_t classes = bridge.shape().classes;
    const at::Tensor all = viewOf(latents);
    at::Tensor seen = at::full({classes}, kEvenPictures / static_cast<double>(classes), at::kDouble);
    for (int64_t first = 0; first < all.size(0); first += kRows) {
        const at::Tensor rows = all.narrow(0, first, std::min(kRows, all.size(0) - first));
        seen += bridge.probabilities(rows.to(torchDevice(model.device))).sum(0).to(at::kCPU, at::kDouble);
    }
    const at::Tensor prior = seen / seen.sum();
    bridge.shiftLogits((prior.log() * -kPriorShare).to(torchDevice(model.device), at::kFloat));
}

} // namespace fusefind
