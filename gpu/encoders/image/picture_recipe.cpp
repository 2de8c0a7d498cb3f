#include "gpu/encoders/image/picture_recipe.h"

#include "core/base/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <ranges>

namespace fusefind {

namespace {

constexpr int kLargestSide = 4096;
// Pictures are decoded to at least this many times the size they are resized to, so that what is lost before is too
// fine to be seen in the latent: with 4 the cosine to the latent of the whole picture was 0.9997 for a small network of
// random weights.
constexpr int kFinerThanResized = 8;

// What one of the library's processors does where its file does not say otherwise.
struct Processor {
    bool square = true; // a size that is one number is that of both sides, else of the short side
    bool cut = false;
    bool cutShare = false; // ConvNeXt's: the size is that of the cut, a share of what the picture is resized to
    int resample = 3;
    std::vector<double> mean{0.5, 0.5, 0.5};
    std::vector<double> deviation{0.5, 0.5, 0.5};
};

const std::vector<double> kImageNetMean{0.485, 0.456, 0.406};
const std::vector<double> kImageNetDeviation{0.229, 0.224, 0.225};
const std::vector<double> kClipMean{0.48145466, 0.4578275, 0.40821073};
const std::vector<double> kClipDeviation{0.26862954, 0.26130258, 0.27577711};

const std::map<std::string, Processor, std::less<>>& processors() {
    static const std::map<std::string, Processor, std::less<>> known{
        {"Bit", {.square = false, .cut = true, .mean = kClipMean, .deviation = kClipDeviation}},
        {"CLIP", {.square = false, .cut = true, .mean = kClipMean, .deviation = kClipDeviation}},
        {"ConvNext",
         {.square = false, .cutShare = true, .resample = 2, .mean = kImageNetMean, .deviation = kImageNetDeviation}},
        {"Siglip", {}},
        {"ViT", {.resample = 2}},
    };
    return known;
}

// "CLIPImageProcessorFast", "CLIPFeatureExtractor" -> "CLIP"
std::string_view familyOf(std::string_view name) {
    for (const std::string_view ending : {"Fast", "ImageProcessor", "FeatureExtractor"})
        if (name.ends_with(ending)) name.remove_suffix(ending.size());
    return name;
}

Result<const Processor*> findProcessor(const ModelConfig& config, const std::string& usual) {
    FUSEFIND_TRY_ASSIGN(const std::string old, config.textOr(usual, "feature_extractor_type"));
    FUSEFIND_TRY_ASSIGN(const std::string name, config.textOr(old, "image_processor_type"));
    const auto found = processors().find(familyOf(name));
    if (found != processors().end()) return &found->second;
    return fail(ErrorCode::unsupported,
                fmt::format("the picture processor \"{}\" is unknown (known: {})", singleLine(name),
                            fmt::join(std::views::keys(processors()), ", ")),
                config.file());
}

// A size is a number, or an object of height and width or of the shortest edge.
struct Size {
    int64_t shortSide = 0;
    int64_t width = 0;
    int64_t height = 0;
};

Result<Size> readSize(const ModelConfig& config, const char* key, bool square) {
    constexpr int64_t kUsual = 224;
    Size size;
    const auto side = [](const ModelConfig& from, const char* name) { return from.integer(name, 1, kLargestSide); };
    if (!config.isObject(key)) {
        FUSEFIND_TRY_ASSIGN(const int64_t number, config.integerOr(kUsual, key, 1, kLargestSide));
        (square ? size.width : size.shortSide) = number;
        size.height = size.width;
        return size;
    }
    FUSEFIND_TRY_ASSIGN(const ModelConfig part, config.part(key));
    if (part.has("shortest_edge")) {
        FUSEFIND_TRY_ASSIGN(size.shortSide, side(part, "shortest_edge"));
    } else {
        FUSEFIND_TRY_ASSIGN(size.width, side(part, "width"));
        FUSEFIND_TRY_ASSIGN(size.height, side(part, "height"));
    }
    return size;
}

Result<Interpolation> readInterpolation(const ModelConfig& config, int usual) {
    FUSEFIND_TRY_ASSIGN(const int64_t resample, config.integerOr(usual, "resample", 0, 5));
    if (resample == 2) return Interpolation::bilinear;
    if (resample == 3) return Interpolation::bicubic;
    return fail(ErrorCode::unsupported,
                fmt::format("it resizes with Pillow's filter {} (2, bilinear, and 3, bicubic, are known)", resample),
                config.file());
}

Status readScale(const ModelConfig& config, const Processor& processor, PictureRecipe& recipe) {
    FUSEFIND_TRY_ASSIGN(const bool rescale, config.flagOr(true, "do_rescale"));
    FUSEFIND_TRY_ASSIGN(const bool normalize, config.flagOr(true, "do_normalize"));
    FUSEFIND_TRY_ASSIGN(const double factor, config.numberOr(1.0 / 255, "rescale_factor", 1e-6, 1));
    FUSEFIND_TRY_ASSIGN(const auto mean, config.numbersOr(processor.mean, "image_mean", -1e3, 1e3));
    FUSEFIND_TRY_ASSIGN(const auto deviation, config.numbersOr(processor.deviation, "image_std", 1e-6, 1e3));
    for (size_t colour = 0; colour < 3; ++colour) {
        const double spread = normalize ? deviation[colour] : 1;
        recipe.factor[colour] = static_cast<float>((rescale ? factor : 1) / spread);
        recipe.offset[colour] = static_cast<float>(normalize ? -mean[colour] / spread : 0);
    }
    return {};
}

// ConvNeXt's size: below 384 the cut's, above the whole picture's.
Status applyCutShare(const ModelConfig& config, PictureRecipe& recipe) {
    constexpr int kWholeFrom = 384;
    const int side = recipe.width = recipe.height = recipe.shortSide;
    FUSEFIND_TRY_ASSIGN(const double share, config.numberOr(224.0 / 256, "crop_pct", 0.1, 1));
    if (side < kWholeFrom) {
        recipe.shortSide = static_cast<int>(side / share);
    } else {
        recipe.shortSide = 0;
        recipe.resizedWidth = recipe.resizedHeight = side;
    }
    return {};
}

Status checkCut(const ModelConfig& config, const PictureRecipe& recipe) {
    const int leastWidth = recipe.shortSide > 0 ? recipe.shortSide : recipe.resizedWidth;
    const int leastHeight = recipe.shortSide > 0 ? recipe.shortSide : recipe.resizedHeight;
    if (recipe.width > 0 && recipe.width <= leastWidth && recipe.height > 0 && recipe.height <= leastHeight) return {};
    return fail(ErrorCode::unsupported, "it does not cut a centre that lies within the resized picture", config.file());
}

} // namespace

Result<PictureRecipe> PictureRecipe::read(const std::filesystem::path& folder, const std::string& processor) {
    FUSEFIND_TRY_ASSIGN(const ModelConfig config, ModelConfig::read(folder / "preprocessor_config.json"));
    FUSEFIND_TRY_ASSIGN(const Processor* usual, findProcessor(config, processor));
    FUSEFIND_TRY_ASSIGN(const bool resize, config.flagOr(true, "do_resize"));
    if (!resize) return fail(ErrorCode::unsupported, "it does not resize the pictures (do_resize)", config.file());
    FUSEFIND_TRY_ASSIGN(const Size size, readSize(config, "size", usual->square));
    PictureRecipe recipe;
    recipe.shortSide = static_cast<int>(size.shortSide);
    recipe.resizedWidth = recipe.width = static_cast<int>(size.width);
    recipe.resizedHeight = recipe.height = static_cast<int>(size.height);
    FUSEFIND_TRY_ASSIGN(recipe.interpolation, readInterpolation(config, usual->resample));
    FUSEFIND_TRY_ASSIGN(const bool cut, config.flagOr(usual->cut, "do_center_crop"));
    if (usual->cutShare) {
        FUSEFIND_TRY(applyCutShare(config, recipe));
    } else if (cut) {
        FUSEFIND_TRY_ASSIGN(const Size centre, readSize(config, "crop_size", true));
        recipe.width = static_cast<int>(centre.width);
        recipe.height = static_cast<int>(centre.height);
    }
    FUSEFIND_TRY(checkCut(config, recipe));
    FUSEFIND_TRY(readScale(config, *usual, recipe));
    recipe.decoded = kFinerThanResized * std::max({recipe.shortSide, recipe.resizedWidth, recipe.resizedHeight});
    return recipe;
}

Result<std::vector<uint8_t>> PictureRecipe::prepare(const Sample& sample, const std::string& encoder) const {
    const auto* picture = std::get_if<Picture>(&sample);
    if (picture == nullptr) return fail(ErrorCode::invalidInput, fmt::format("{} encodes pictures only", encoder));
    const auto pixels =
        static_cast<size_t>(std::max(picture->width, 0)) * static_cast<size_t>(std::max(picture->height, 0));
    if (pixels == 0 || picture->rgb.size() != pixels * 3) return fail(ErrorCode::invalidInput, "the picture is empty");
    const Picture resized = shortSide > 0 ? resizeShortSide(*picture, shortSide, interpolation)
                                          : resizePicture(*picture, resizedWidth, resizedHeight, interpolation);
    return cutCentre(resized, width, height, corner).rgb;
}

} // namespace fusefind
