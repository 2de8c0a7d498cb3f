#include "core/base/atomic_file.h"
#include "core/base/text.h"
#include "gpu/encoders/architectures.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <ranges>

namespace fusefind {

namespace {

using Loader = Result<std::unique_ptr<Encoder>> (*)(const EncoderSource&);
using Towers = std::map<Modality, Loader>;

const std::map<std::string, Towers, std::less<>>& architectures() {
    static const std::map<std::string, Towers, std::less<>> known{
        {"aisfx", {{Modality::audio, loadAisfx}}},
        {"audio-spectrogram-transformer", {{Modality::audio, loadAst}}},
        {"bert", {{Modality::text, loadBert}}},
        {"clap", {{Modality::text, loadClapText}, {Modality::audio, loadClapAudio}}},
        {"clip", {{Modality::image, loadClipImage}, {Modality::text, loadClipText}}},
        {"convnext", {{Modality::image, loadConvNext}}},
        {"dinov2", {{Modality::image, loadDinov2}}},
        {"dinov2_with_registers", {{Modality::image, loadDinov2WithRegisters}}},
        {"efficientnet_lite", {{Modality::image, loadEfficientNetLite}}},
        {"hubert", {{Modality::audio, loadHubert}}},
        {"roberta", {{Modality::text, loadRoberta}}},
        {"siglip", {{Modality::image, loadSiglipImage}, {Modality::text, loadSiglipText}}},
        {"vit", {{Modality::image, loadVit}}},
        {"wav2vec2", {{Modality::audio, loadWav2Vec2}}},
        {"whisper", {{Modality::audio, loadWhisper}}},
        {"whisper_encoder", {{Modality::audio, loadWhisperEncoder}}},
        {"xlm-roberta", {{Modality::text, loadRoberta}}},
    };
    return known;
}

Result<Towers> findTowers(const ModelConfig& config) {
    FUSEFIND_TRY_ASSIGN(const std::string type, config.textOr("", "model_type"));
    if (type == kProgramType) {
        FUSEFIND_TRY_ASSIGN(const Modality modality, torchScriptModality(config));
        return Towers{{modality, loadTorchScript}};
    }
    const auto found = architectures().find(type);
    if (found != architectures().end()) return found->second;
    return fail(ErrorCode::unsupported,
                fmt::format("the architecture \"{}\" is unknown (known: {}, and {})", singleLine(type),
                            fmt::join(std::views::keys(architectures()), ", "), kProgramType),
                config.file(), "use a model of a known architecture");
}

} // namespace

Result<std::unique_ptr<Encoder>> loadEncoder(const std::filesystem::path& modelFolder, std::string id,
                                             const Device& device, const EncoderOptions& options) {
    FUSEFIND_TRY_ASSIGN(ModelConfig config, ModelConfig::read(modelFolder / "config.json"));
    FUSEFIND_TRY_ASSIGN(const Towers towers, findTowers(config));
    const auto tower = options.modality ? towers.find(*options.modality) : towers.begin();
    if (tower == towers.end())
        return fail(ErrorCode::invalidInput, fmt::format("{} does not encode {}", id, toString(*options.modality)));
    return tower->second({modelFolder, std::move(id), device, options, std::move(config)});
}

Result<std::map<Modality, int>> latentDimsOf(const std::filesystem::path& modelFolder, const Device& device) {
    FUSEFIND_TRY_ASSIGN(const ModelConfig config, ModelConfig::read(modelFolder / "config.json"));
    FUSEFIND_TRY_ASSIGN(const Towers towers, findTowers(config));
    std::map<Modality, int> dims;
    for (const auto& [modality, loader] : towers) {
        FUSEFIND_TRY_ASSIGN(const auto encoder, loader({modelFolder, modelFolder.filename(), device, {}, config}));
        dims.emplace(modality, encoder->info().dim);
    }
    return dims;
}

std::string licenceOf(const EncoderSource& source) {
    if (auto stated = source.config.textOr("", "license"); stated && !stated->empty()) return singleLine(*stated);
    const auto notice = readFile(source.folder / "NOTICE.txt");
    return notice ? singleLine(toUtf8(std::string_view(*notice).substr(0, notice->find('\n')))) : std::string();
}

} // namespace fusefind
