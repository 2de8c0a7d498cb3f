#include "gpu/device/torch_call.h"
#include "gpu/encoders/architectures.h"
#include "gpu/encoders/image/picture_encoder.h"
#include "gpu/encoders/image/vit.h"

#include <ATen/core/Tensor.h>

namespace fusefind {

namespace {

Result<std::unique_ptr<Encoder>> load(const EncoderSource& source, VitKind kind) {
    FUSEFIND_TRY_ASSIGN(const VitShape shape, VitShape::read(kind, source.config));
    FUSEFIND_TRY_ASSIGN(const PictureRecipe recipe,
                        PictureRecipe::read(source.folder, kind == VitKind::vit ? "ViT" : "Bit"));
    PatchGrid seen = shape.grid;
    if (kind == VitKind::vit) {
        FUSEFIND_TRY(shape.grid.check(recipe, source.config));
    } else {
        FUSEFIND_TRY_ASSIGN(seen, shape.grid.over(recipe, source.config));
    }
    FUSEFIND_TRY_ASSIGN(WeightReader weights, WeightReader::open(source.folder, source.device));
    return runInference([&]() -> Result<std::unique_ptr<Encoder>> {
        Vit network(shape, seen, weights);
        FUSEFIND_TRY(weights.status());
        return makePictureEncoder(source, shape.layers.width, recipe, std::move(network));
    });
}

} // namespace

Result<std::unique_ptr<Encoder>> loadVit(const EncoderSource& source) {
    return load(source, VitKind::vit);
}

Result<std::unique_ptr<Encoder>> loadDinov2(const EncoderSource& source) {
    return load(source, VitKind::dinov2);
}

Result<std::unique_ptr<Encoder>> loadDinov2WithRegisters(const EncoderSource& source) {
    return load(source, VitKind::dinov2WithRegisters);
}

} // namespace fusefind
