#include "gpu/encoders/text/sentence_folder.h"

#include "core/base/atomic_file.h"
#include "core/base/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace fusefind {

namespace {

constexpr int64_t kSpecialTokens = 2; // [CLS] and [SEP]

// What the caller says, else the folder (1_Pooling/config.json, else "pooling" in config.json), else the mean.
Result<Pooling> readPooling(const EncoderSource& source) {
    if (source.options.pooling) return *source.options.pooling;
    const std::filesystem::path file = source.folder / "1_Pooling" / "config.json";
    if (!std::filesystem::exists(file)) {
        FUSEFIND_TRY_ASSIGN(const std::string stated, source.config.textOr("mean", "pooling"));
        const auto pooling = poolingFromString(stated);
        if (pooling) return *pooling;
        return fail(ErrorCode::unsupported, fmt::format("the pooling \"{}\" is unknown (known: cls, mean)", stated),
                    source.config.file());
    }
    FUSEFIND_TRY_ASSIGN(const ModelConfig config, ModelConfig::read(file));
    FUSEFIND_TRY_ASSIGN(const bool cls, config.flagOr(false, "pooling_mode_cls_token"));
    FUSEFIND_TRY_ASSIGN(const bool mean, config.flagOr(false, "pooling_mode_mean_tokens"));
    if (cls == mean)
        return fail(ErrorCode::unsupported, "the pooling is neither of the first token alone nor of the mean alone",
                    file);
    return cls ? Pooling::cls : Pooling::mean;
}

// The longest text in tokens, if the folder says so.
Result<std::optional<int64_t>> readMaxTokens(const std::filesystem::path& folder) {
    constexpr int64_t kMost = 1 << 20;
    if (std::filesystem::exists(folder / "sentence_bert_config.json")) {
        FUSEFIND_TRY_ASSIGN(const ModelConfig config, ModelConfig::read(folder / "sentence_bert_config.json"));
        if (config.has("max_seq_length")) return config.integer("max_seq_length", kSpecialTokens, kMost);
    }
    if (std::filesystem::exists(folder / "tokenizer_config.json")) {
        FUSEFIND_TRY_ASSIGN(const ModelConfig config, ModelConfig::read(folder / "tokenizer_config.json"));
        // A number beyond all measure stands for no limit.
        if (const auto most = config.integer("model_max_length", kSpecialTokens, kMost)) return *most;
    }
    return std::nullopt;
}

Result<std::string> readPrompt(const std::filesystem::path& folder) {
    const std::filesystem::path file = folder / "config_sentence_transformers.json";
    if (!std::filesystem::exists(file)) return std::string();
    FUSEFIND_TRY_ASSIGN(const ModelConfig config, ModelConfig::read(file));
    FUSEFIND_TRY_ASSIGN(const std::string name, config.textOr("", "default_prompt_name"));
    FUSEFIND_TRY_ASSIGN(const ModelConfig prompts, config.part("prompts"));
    return prompts.textOr("", name.c_str());
}

// A list of modules: the network, the pooling, and perhaps a normalisation, which changes nothing that matters here.
Status checkModules(const std::filesystem::path& folder) {
    const std::filesystem::path file = folder / "modules.json";
    if (!std::filesystem::exists(file)) return {};
    FUSEFIND_TRY_ASSIGN(const std::string text, readFile(file, size_t{1} << 20));
    const auto modules = nlohmann::json::parse(text, nullptr, false);
    if (!modules.is_array()) return fail(ErrorCode::invalidInput, "this is no list of modules", file);
    for (const auto& module : modules) {
        const std::string type = module.is_object() && module.contains("type") && module["type"].is_string()
                                     ? module["type"].get<std::string>()
                                     : "";
        const std::string name = type.substr(type.rfind('.') + 1);
        if (name != "Transformer" && name != "Pooling" && name != "Normalize")
            return fail(
                ErrorCode::unsupported,
                fmt::format("its module \"{}\" is unknown (known: Transformer, Pooling, Normalize)", singleLine(name)),
                file);
    }
    return {};
}

} // namespace

Result<SentenceSettings> SentenceSettings::read(const EncoderSource& source, int64_t longest) {
    SentenceSettings settings;
    FUSEFIND_TRY(checkModules(source.folder));
    FUSEFIND_TRY_ASSIGN(settings.pooling, readPooling(source));
    FUSEFIND_TRY_ASSIGN(const auto most, readMaxTokens(source.folder));
    settings.maxTokens = std::min(most.value_or(longest), longest);
    settings.prompt = source.options.prompt;
    if (settings.prompt.empty()) {
        FUSEFIND_TRY_ASSIGN(settings.prompt, readPrompt(source.folder));
    }
    return settings;
}

} // namespace fusefind
