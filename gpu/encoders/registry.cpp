#include "core/base/atomic_file.h"
#include "core/base/text.h"
#include "gpu/encoders/architectures.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>

namespace fusefind {

namespace {

using Loader = Result<std::unique_ptr<Encoder>> (*)(const EncoderSource&);

const std::map<std::string, Loader, std::less<>>& loaders() {
    static const std::map<std::string, Loader, std::less<>> known{{"aisfx", loadAisfx},
                                                                  {"bert", loadBert},
                                                                  {"efficientnet_lite", loadEfficientNetLite},
                                                                  {"whisper_encoder", loadWhisperEncoder}};
    return known;
}

} // namespace

Result<std::unique_ptr<Encoder>> loadEncoder(const std::filesystem::path& modelFolder, std::string id,
                                             const Device& device, const EncoderOptions& options) {
    FUSEFIND_TRY_ASSIGN(ModelConfig config, ModelConfig::read(modelFolder / "config.json"));
    FUSEFIND_TRY_ASSIGN(const std::string type, config.textOr("", "model_type"));
    const auto found = loaders().find(type);
    if (found == loaders().end()) {
        std::vector<std::string_view> known;
        for (const auto& [name, loader] : loaders())
            known.push_back(name);
        return fail(
            ErrorCode::unsupported,
            fmt::format("the architecture \"{}\" is unknown (known: {})", singleLine(type), fmt::join(known, ", ")),
            config.file(), "use a model of a known architecture");
    }
    return found->second({modelFolder, std::move(id), device, options, std::move(config)});
}

std::string licenceOf(const EncoderSource& source) {
    if (auto stated = source.config.textOr("", "license"); stated && !stated->empty()) return singleLine(*stated);
    const auto notice = readFile(source.folder / "NOTICE.txt");
    return notice ? singleLine(toUtf8(std::string_view(*notice).substr(0, notice->find('\n')))) : std::string();
}

} // namespace fusefind
