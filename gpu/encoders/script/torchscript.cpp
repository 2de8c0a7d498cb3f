#include "core/base/text.h"
#include "gpu/device/torch_call.h"
#include "gpu/encoders/audio/sound_encoder.h"
#include "gpu/encoders/image/picture_encoder.h"
#include "gpu/encoders/script/script_program.h"
#include "gpu/encoders/text/text_encoder.h"

#include <ATen/ATen.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

// A network that came as a program, model.pt beside a config.json {"model_type": "torchscript", "modality": …}. How
// samples are prepared for it is said as for published models (preprocessor_config.json, tokenizer.json), or in
// config.json: the README has the keys. What its forward takes:
//   image: f32 [N, 3, height, width]
//   text:  i64 [N, L] and bool [N, L], true where there is a token; the rest is token 0
//   audio: f32 [N, samples]

namespace fusefind {

namespace {

using Loaded = Result<std::unique_ptr<Encoder>>;

// The D of its latents, which nothing but the program knows: that of an input that was made up. Two of them, so that a
// program that was traced for one alone is noticed now.
Result<int64_t> findDim(const EncoderSource& source, const ScriptProgram& program, std::vector<at::Tensor> inputs) {
    constexpr int64_t kLargestDim = 1 << 20;
    for (at::Tensor& input : inputs)
        input = input.to(torchDevice(source.device));
    auto dim = runInference([&] { return program(std::move(inputs)).size(1); });
    if (!dim) {
        const bool ofProgram = dim.error().code == ErrorCode::internal;
        return fail(ofProgram ? ErrorCode::invalidInput : dim.error().code, dim.error().what,
                    source.folder / kProgramName, dim.error().advice);
    }
    if (*dim >= 1 && *dim <= kLargestDim) return *dim;
    return fail(ErrorCode::invalidInput, fmt::format("the model's program gives latents of {} numbers", *dim),
                source.folder / kProgramName);
}

Loaded loadPictures(const EncoderSource& source, ScriptProgram program) {
    FUSEFIND_TRY_ASSIGN(const PictureRecipe recipe, PictureRecipe::read(source.folder, "CLIP"));
    FUSEFIND_TRY_ASSIGN(const int64_t dim,
                        findDim(source, program, {at::zeros({2, 3, recipe.height, recipe.width}, at::kFloat)}));
    // Scripts may look at pixels as they lie in memory (view), and expect them one colour after the other.
    return runInference([&] {
        return makePictureEncoder(source, dim, recipe, [program = std::move(program)](const at::Tensor& pixels) {
            return program({pixels.contiguous()});
        });
    });
}

Loaded loadTexts(const EncoderSource& source, ScriptProgram program) {
    constexpr int64_t kLargestVocabulary = 10'000'000;
    constexpr int64_t kMostTokens = 65'536;
    FUSEFIND_TRY_ASSIGN(const int64_t vocabulary, source.config.integer("vocab_size", 1, kLargestVocabulary));
    FUSEFIND_TRY_ASSIGN(const int64_t most, source.config.integer("max_tokens", 1, kMostTokens));
    TextRecipe recipe;
    recipe.maxTokens = static_cast<size_t>(most);
    recipe.prompt = source.options.prompt;
    FUSEFIND_TRY_ASSIGN(recipe.tokenizer, loadTokenizerFor(source, vocabulary));
    const at::Tensor tokens = at::zeros({2, std::min<int64_t>(most, 4)}, at::kLong);
    FUSEFIND_TRY_ASSIGN(const int64_t dim, findDim(source, program, {tokens, at::ones_like(tokens, at::kBool)}));
    return makeTextEncoder(
        source, dim, std::move(recipe),
        [program = std::move(program)](const at::Tensor& ids, const std::optional<at::Tensor>& mask) {
            return program({ids, mask ? *mask : at::ones_like(ids, at::kBool)});
        });
}

Loaded loadSounds(const EncoderSource& source, ScriptProgram program) {
    constexpr double kMostSeconds = 600;
    SoundRecipe recipe;
    FUSEFIND_TRY_ASSIGN(recipe.rate, source.config.integer("sampling_rate", 1000, 192'000));
    FUSEFIND_TRY_ASSIGN(const double longest, source.config.numberOr(10, "max_seconds", 0.1, kMostSeconds));
    FUSEFIND_TRY_ASSIGN(const double shortest, source.config.numberOr(0, "min_seconds", 0, longest));
    const auto samples = [&](double seconds) { return std::llround(seconds * static_cast<double>(recipe.rate)); };
    recipe.longest = samples(longest);
    recipe.shortest = std::max<int64_t>(samples(shortest), 1);
    const int64_t tried = std::clamp(recipe.rate, recipe.shortest, recipe.longest); // a second
    FUSEFIND_TRY_ASSIGN(const int64_t dim, findDim(source, program, {at::zeros({2, tried}, at::kFloat)}));
    return makeSoundEncoder(source, dim, recipe,
                            [program = std::move(program)](const at::Tensor& sounds) { return program({sounds}); });
}

} // namespace

Result<Modality> torchScriptModality(const ModelConfig& config) {
    FUSEFIND_TRY_ASSIGN(const std::string name, config.textOr("", "modality"));
    if (const auto modality = modalityFromString(name)) return *modality;
    return fail(ErrorCode::invalidInput, fmt::format("\"{}\" is not a modality", singleLine(name)), config.file(),
                "set \"modality\" to image, text or audio");
}

Result<std::unique_ptr<Encoder>> loadTorchScript(const EncoderSource& source) {
    FUSEFIND_TRY_ASSIGN(const Modality modality, torchScriptModality(source.config));
    FUSEFIND_TRY_ASSIGN(ScriptProgram program, ScriptProgram::load(source.folder / kProgramName, source.device));
    switch (modality) {
    case Modality::image:
        return loadPictures(source, std::move(program));
    case Modality::text:
        return loadTexts(source, std::move(program));
    case Modality::audio:
        break;
    }
    return loadSounds(source, std::move(program));
}

} // namespace fusefind
