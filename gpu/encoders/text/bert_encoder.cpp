#include "gpu/device/torch_call.h"
#include "gpu/encoders/architectures.h"
#include "gpu/encoders/text/bert.h"
#include "gpu/encoders/text/sentence_folder.h"
#include "gpu/encoders/text/text_encoder.h"

#include <ATen/core/Tensor.h>

namespace fusefind {

namespace {

Result<std::unique_ptr<Encoder>> load(const EncoderSource& source, BertKind kind, const char* own) {
    FUSEFIND_TRY_ASSIGN(const BertShape shape, BertShape::read(kind, source.config));
    FUSEFIND_TRY_ASSIGN(SentenceSettings settings, SentenceSettings::read(source, shape.longest()));
    TextRecipe recipe;
    recipe.maxTokens = static_cast<size_t>(settings.maxTokens);
    recipe.prompt = std::move(settings.prompt);
    FUSEFIND_TRY_ASSIGN(recipe.tokenizer, loadTokenizerFor(source, shape.vocabulary));
    FUSEFIND_TRY_ASSIGN(WeightReader weights, WeightReader::open(source.folder, source.device));
    return runInference([&]() -> Result<std::unique_ptr<Encoder>> {
        const std::string prefix = weights.prefix(own, "embeddings.word_embeddings.weight");
        Bert network(shape, settings.pooling, prefix, weights);
        FUSEFIND_TRY(weights.status());
        return makeTextEncoder(source, shape.layers.width, std::move(recipe), std::move(network));
    });
}

} // namespace

Result<std::unique_ptr<Encoder>> loadBert(const EncoderSource& source) {
    return load(source, BertKind::bert, "bert.");
}

Result<std::unique_ptr<Encoder>> loadRoberta(const EncoderSource& source) {
    return load(source, BertKind::roberta, "roberta.");
}

} // namespace fusefind
