#include "ui/views/preview/heat_colours.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fusefind {

namespace {

constexpr int kCount = 256;

struct LinearRgb {
    double red = 0;
    double green = 0;
    double blue = 0;

    [[nodiscard]] bool inGamut() const {
        constexpr double kSlack = 1e-6;
        const auto inside = [](double value) { return value >= -kSlack && value <= 1 + kSlack; };
        return inside(red) && inside(green) && inside(blue);
    }
};

// The matrices are those of the paper.
LinearRgb fromOklab(double lightness, double a, double b) {
    const double l = std::pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
    const double m = std::pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
    const double s = std::pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
    return {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

int toByte(double linear) {
    const double value = std::clamp(linear, 0.0, 1.0);
    const double encoded = value <= 0.0031308 ? 12.92 * value : 1.055 * std::pow(value, 1 / 2.4) - 0.055;
    return int(std::lround(encoded * 255));
}

QRgb colourAt(double t) {
    constexpr double kDarkest = 0.14;
    constexpr double kLightest = 0.96;
    constexpr double kFirstHue = 295; // degrees: violet
    constexpr double kLastHue = 465;  // past the full circle: yellow
    constexpr double kMostChroma = 0.19;
    const double lightness = std::lerp(kDarkest, kLightest, t);
    const double hue = std::lerp(kFirstHue, kLastHue, t) * std::numbers::pi / 180;
    // Lightness is kept and colour given up where the screen cannot show both.
    for (double chroma = kMostChroma * std::sqrt(std::sin(std::numbers::pi * std::clamp(t, 0.02, 0.97)));;
         chroma *= 0.98) {
        const LinearRgb rgb = fromOklab(lightness, chroma * std::cos(hue), chroma * std::sin(hue));
        if (rgb.inGamut() || chroma < 1e-4) return qRgb(toByte(rgb.red), toByte(rgb.green), toByte(rgb.blue));
    }
}

} // namespace

QList<QRgb> heatColours() {
    QList<QRgb> colours;
    colours.reserve(kCount);
    for (int i = 0; i < kCount; ++i)
        colours.append(colourAt(double(i) / (kCount - 1)));
    return colours;
}

} // namespace fusefind
