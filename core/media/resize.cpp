#include "core/media/picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

// Separable resampling whose filter widens with the shrinking, after Pillow's: the kernel is evaluated at pixel
// centres, cut at the borders and normalised; columns first, rows second, rounded to 8 bits between them.
namespace fusefind {

namespace {

struct Kernel {
    double support; // half its width, in pixels of the result
    double (*value)(double);
};

double boxAt(double x) {
    return x > -0.5 && x <= 0.5 ? 1 : 0;
}
double triangleAt(double x) {
    return std::max(0.0, 1 - std::abs(x));
}

// Keys' cubic with a = -0.5.
double cubicAt(double x) {
    constexpr double kA = -0.5;
    x = std::abs(x);
    if (x < 1) return ((kA + 2) * x - (kA + 3)) * x * x + 1;
    if (x < 2) return (((x - 5) * x + 8) * x - 4) * kA;
    return 0;
}

Kernel kernelOf(Interpolation interpolation) {
    switch (interpolation) {
    case Interpolation::bilinear:
        return {1, triangleAt};
    case Interpolation::bicubic:
        return {2, cubicAt};
    case Interpolation::area:
        return {0.5, boxAt};
    }
    return {0.5, boxAt};
}

// For each position of the result: where its window begins and the weights of what is in it.
struct Window {
    int begin = 0;
    std::vector<float> weights;
};

std::vector<Window> windowsFor(int from, int to, const Kernel& kernel) {
    const double scale = static_cast<double>(from) / to;
    const double stretch = std::max(scale, 1.0);
    const double support = kernel.support * stretch;
    std::vector<Window> windows(static_cast<size_t>(to));
    for (int i = 0; i < to; ++i) {
        const double centre = (i + 0.5) * scale;
        const int begin = std::max(0, static_cast<int>(centre - support + 0.5));
        const int end = std::min(from, static_cast<int>(centre + support + 0.5));
        Window& window = windows[static_cast<size_t>(i)];
        window.begin = begin;
        double sum = 0;
        std::vector<double> weights;
        for (int x = begin; x < end; ++x) {
            weights.push_back(kernel.value((x - centre + 0.5) / stretch));
            sum += weights.back();
        }
        for (const double weight : weights)
            window.weights.push_back(static_cast<float>(sum != 0 ? weight / sum : weight));
    }
    return windows;
}

uint8_t toByte(float value) {
    return static_cast<uint8_t>(std::clamp(value + 0.5F, 0.0F, 255.0F));
}

Picture resizeColumns(const Picture& picture, int width, const Kernel& kernel) {
    const auto windows = windowsFor(picture.width, width, kernel);
    Picture result{width, picture.height, {}};
    result.rgb.resize(size_t{3} * static_cast<size_t>(width) * static_cast<size_t>(picture.height));
    uint8_t* to = result.rgb.data();
    for (int y = 0; y < picture.height; ++y) {
        const uint8_t* row =
            picture.rgb.data() + size_t{3} * static_cast<size_t>(picture.width) * static_cast<size_t>(y);
        for (const Window& window : windows) {
            const uint8_t* pixel = row + size_t{3} * static_cast<size_t>(window.begin);
            float red = 0;
            float green = 0;
            float blue = 0;
            for (const float weight : window.weights) {
                red += weight * static_cast<float>(pixel[0]);
                green += weight * static_cast<float>(pixel[1]);
                blue += weight * static_cast<float>(pixel[2]);
                pixel += 3;
            }
            *to++ = toByte(red);
            *to++ = toByte(green);
            *to++ = toByte(blue);
        }
    }
    return result;
}

// One row of the result; in blocks of fixed length, which the compiler turns into vector code.
void mixRows(const uint8_t* from, size_t stride, std::span<const float> weights, uint8_t* to) {
    constexpr size_t kBlock = 64;
    size_t x = 0;
    for (; x + kBlock <= stride; x += kBlock) {
        std::array<float, kBlock> sums{};
        for (size_t k = 0; k < weights.size(); ++k) {
            const uint8_t* row = from + k * stride + x;
            for (size_t i = 0; i < kBlock; ++i)
                sums[i] += weights[k] * static_cast<float>(row[i]);
        }
        for (size_t i = 0; i < kBlock; ++i)
            to[x + i] = toByte(sums[i]);
    }
    for (; x < stride; ++x) {
        float sum = 0;
        for (size_t k = 0; k < weights.size(); ++k)
            sum += weights[k] * static_cast<float>(from[k * stride + x]);
        to[x] = toByte(sum);
    }
}

Picture resizeRows(const Picture& picture, int height, const Kernel& kernel) {
    const size_t stride = size_t{3} * static_cast<size_t>(picture.width);
    Picture result{picture.width, height, {}};
    result.rgb.resize(stride * static_cast<size_t>(height));
    uint8_t* to = result.rgb.data();
    for (const Window& window : windowsFor(picture.height, height, kernel)) {
        mixRows(picture.rgb.data() + stride * static_cast<size_t>(window.begin), stride, window.weights, to);
        to += stride;
    }
    return result;
}

Picture cut(const Picture& picture, int left, int top, int width, int height) {
    Picture result{width, height, {}};
    const size_t stride = size_t{3} * static_cast<size_t>(width);
    result.rgb.resize(stride * static_cast<size_t>(height));
    for (int y = 0; y < height; ++y) {
        const size_t begin =
            static_cast<size_t>(top + y) * static_cast<size_t>(picture.width) + static_cast<size_t>(left);
        std::copy_n(picture.rgb.data() + 3 * begin, stride, result.rgb.data() + stride * static_cast<size_t>(y));
    }
    return result;
}

} // namespace

Picture resizePicture(const Picture& picture, int width, int height, Interpolation interpolation) {
    FUSEFIND_ASSERT(picture.width > 0 && picture.height > 0 && width > 0 && height > 0);
    const Kernel kernel = kernelOf(interpolation);
    if (width == picture.width && height == picture.height) return picture;
    if (width == picture.width) return resizeRows(picture, height, kernel);
    const Picture columns = resizeColumns(picture, width, kernel);
    return height == picture.height ? columns : resizeRows(columns, height, kernel);
}

Picture resizeShortSide(const Picture& picture, int side, Interpolation interpolation) {
    constexpr int kMaxAspect = 32;
    const int shortSide = std::min(picture.width, picture.height);
    if (std::max(picture.width, picture.height) / shortSide > kMaxAspect) {
        const int width = std::min(picture.width, kMaxAspect * shortSide);
        const int height = std::min(picture.height, kMaxAspect * shortSide);
        return resizeShortSide(cutCentre(picture, width, height, CutCorner::down), side, interpolation);
    }
    const auto scaled = [&](int length) { return static_cast<int>(static_cast<int64_t>(side) * length / shortSide); };
    return resizePicture(picture, scaled(picture.width), scaled(picture.height), interpolation);
}

Picture cutCentre(const Picture& picture, int width, int height, CutCorner corner) {
    FUSEFIND_ASSERT(width <= picture.width && height <= picture.height);
    const auto before = [&](int rest) {
        return corner == CutCorner::down ? rest / 2 : static_cast<int>(std::nearbyint(rest / 2.0));
    };
    return cut(picture, before(picture.width - width), before(picture.height - height), width, height);
}

} // namespace fusefind
