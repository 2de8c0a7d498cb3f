#include "gpu/fusemix/step.h"

#include "gpu/device/torch_call.h"
#include "gpu/fusemix/loss.h"
#include "gpu/fusemix/mix.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

namespace fusefind {

at::Tensor trainingStep(Model& model, AdamW& optimizer, const StepInput& input) {
    const c10::AutoGradMode gradients(true);
    {
        const c10::NoGradGuard guard;
        model.temperature.clamp_(kSmallestTemperature, kLargestTemperature);
    }
    const auto points = [&](Modality modality, const at::Tensor& latents) {
        const at::Tensor rows = input.lambda ? mixHalves(latents, *input.lambda) : latents;
        return model.embed(modality, rows, input.dropout, productType(model.device));
    };
    const at::Tensor x = points(input.a, input.latentsA);
    const at::Tensor y = points(input.b, input.latentsB);
    const at::Tensor loss = symmetricLoss(x, y, model.temperature);
    loss.backward();
    optimizer.step(input.learningRate);
    optimizer.clearGradients();
    return loss.detach();
}

} // namespace fusefind
