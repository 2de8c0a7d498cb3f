// The text tower of CLAP (Wu et al. 2022, arXiv:2211.06687): RoBERTa, its pooled first token projected into the space
// that texts and sounds share.

#include "gpu/device/torch_call.h"
#include "gpu/encoders/clap_projection.h"
#include "gpu/encoders/text/bert.h"
#include "gpu/encoders/text/text_encoder.h"

#include <ATen/ATen.h>

namespace fusefind {

Result<std::unique_ptr<Encoder>> loadClapText(const EncoderSource& source) {
    FUSEFIND_TRY_ASSIGN(const ModelConfig config, source.config.part("text_config"));
    FUSEFIND_TRY_ASSIGN(const BertShape shape, BertShape::read(BertKind::roberta, config));
    FUSEFIND_TRY_ASSIGN(const int64_t dim, source.config.integerOr(512, "projection_dim", 1, 16'384));
    FUSEFIND_TRY_ASSIGN(const Activation activation, readActivation(config, "relu", "projection_hidden_act"));
    TextRecipe recipe;
    recipe.maxTokens = static_cast<size_t>(shape.longest());
    FUSEFIND_TRY_ASSIGN(recipe.tokenizer, loadTokenizerFor(source, shape.vocabulary));
    FUSEFIND_TRY_ASSIGN(WeightReader weights, WeightReader::open(source.folder, source.device));
    return runInference([&]() -> Result<std::unique_ptr<Encoder>> {
        const int64_t width = shape.layers.width;
        const Bert network(shape, Pooling::cls, "text_model.", weights);
        const Linear pooler = Linear::take(weights, "text_model.pooler.dense", width, width);
        const auto projection = ClapProjection::take(weights, "text_projection.", width, dim, activation);
        FUSEFIND_TRY(weights.status());
        return makeTextEncoder(source, dim, std::move(recipe),
                               [=](const at::Tensor& tokens, const std::optional<at::Tensor>& mask) {
                                   return projection(at::tanh(pooler(network(tokens, mask))));
                               });
    });
}

} // namespace fusefind
