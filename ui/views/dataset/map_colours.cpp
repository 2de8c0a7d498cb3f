#include "ui/views/dataset/map_colours.h"

#include "ui/models/pair_text.h"
#include "ui/views/widgets/chart_look.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <algorithm>

namespace fusefind {

namespace {

struct MapText {
    Q_DECLARE_TR_FUNCTIONS(MapText)
};

constexpr int kSteps = 17; // of the colours from low to high

// By one of a few kinds of things, which `nameOf` names.
template <class Enum, size_t kCount, class Of, class NameOf>
MapColours byClass(const PairMap& map, const std::array<Enum, kCount>& all, const QPalette& palette, Of of,
                   NameOf nameOf) {
    MapColours result;
    std::array<qlonglong, kCount> counts{};
    for (size_t i = 0; i < map.size(); ++i) {
        const auto number = static_cast<size_t>(of(i));
        result.of.push_back(static_cast<uint8_t>(number));
        ++counts[number];
    }
    for (size_t i = 0; i < kCount; ++i) {
        result.colours.push_back(lineColour(static_cast<int>(i), palette));
        if (counts[i] > 0)
            result.legend.push_back(
                {QStringLiteral("%1 (%2)").arg(nameOf(all[i]), QLocale().toString(counts[i])), result.colours.back()});
    }
    return result;
}

QColor between(const QColor& low, const QColor& high, double share) {
    const auto mix = [share](float a, float b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(mix(low.redF(), high.redF()), mix(low.greenF(), high.greenF()),
                            mix(low.blueF(), high.blueF()));
}

struct Range {
    float low = 0;
    float high = 0;
    [[nodiscard]] uint8_t step(float score) const {
        const float share = high > low ? std::clamp((score - low) / (high - low), 0.0F, 1.0F) : 0.5F;
        return static_cast<uint8_t>(share * (kSteps - 1) + 0.5F);
    }
};

// Of nine tenths of the scores: a few far ones must not make all others look alike.
Range rangeOf(const std::vector<float>& scores) {
    std::vector<float> known;
    std::ranges::copy_if(scores, std::back_inserter(known), [](float score) { return score != kNoScore; });
    if (known.empty()) return {};
    const auto at = [&](double share) {
        const auto place = known.begin() + static_cast<std::ptrdiff_t>(share * double(known.size() - 1));
        std::ranges::nth_element(known, place);
        return *place;
    };
    constexpr double kCutOff = 0.05;
    const float low = at(kCutOff);
    return {low, at(1 - kCutOff)};
}

MapColours byScore(const PairMap& map, const QPalette& palette) {
    MapColours result;
    const auto& scores = map.points().scores;
    const Range range = rangeOf(scores);
    bool any = false;
    bool none = false;
    for (const float score : scores) {
        result.of.push_back(score == kNoScore ? uint8_t{kSteps} : range.step(score));
        (score == kNoScore ? none : any) = true;
    }
    for (int i = 0; i < kSteps; ++i)
        result.colours.push_back(
            between(lineColour(1, palette), lineColour(0, palette), static_cast<double>(i) / (kSteps - 1)));
    result.colours.push_back(palette.color(QPalette::PlaceholderText));
    const auto number = [](float score) { return QLocale().toString(static_cast<double>(score), 'f', 2); };
    if (any) {
        result.legend.push_back({MapText::tr("Unlike: %1 or less").arg(number(range.low)), result.colours.front()});
        result.legend.push_back({MapText::tr("Alike: %1 or more").arg(number(range.high)), result.colours[kSteps - 1]});
    }
    if (none) result.legend.push_back({MapText::tr("One half not encoded"), result.colours.back()});
    return result;
}

} // namespace

MapColours coloursOf(const PairMap& map, MapColouring by, const QPalette& palette) {
    switch (by) {
    case MapColouring::kind:
        return byClass(
            map, kDataPairKinds, palette, [&](size_t i) { return map.points().kinds[i]; }, pairKindPlural);
    case MapColouring::split:
        return byClass(
            map, kSplits, palette, [&](size_t i) { return map.split(i); }, splitName);
    case MapColouring::score:
        break;
    }
    return byScore(map, palette);
}

} // namespace fusefind
