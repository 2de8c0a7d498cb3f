#include "support/encoder_inputs.h"

#include "core/tensors/safetensors.h"

#include <QtTest/QTest>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace fusefind {

Picture formulaPicture(int width, int height) {
    Picture picture{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < 3; ++c)
                picture.rgb.push_back(
                    static_cast<uint8_t>((x * (3 + c) / 2 + y * (5 - c) / 3 + x * y / (97 + 31 * c)) % 256));
    return picture;
}

Sound formulaSound(int rate, double seconds, uint32_t seed) {
    Sound sound{rate, {}};
    const auto count = static_cast<size_t>(rate * seconds);
    uint32_t state = seed;
    for (size_t i = 0; i < count; ++i) {
        const double t = static_cast<double>(i) / rate;
        state = state * 1664525U + 1013904223U;
        const double sweep = std::sin(2 * std::numbers::pi * (100.0 + 100.0 * seed) * t * (1 + t));
        sound.samples.push_back(static_cast<float>(0.5 * sweep + 0.1 * (state / 2147483648.0 - 1)));
    }
    return sound;
}

Matrix goldenMatrix(const std::string& file, const std::string& tensor) {
    const std::filesystem::path path = std::filesystem::path(FUSEFIND_GOLDEN_DIR) / "encoders" / file;
    const auto opened = SafetensorsFile::open(path);
    auto matrix = opened ? opened->readMatrix(tensor) : tl::unexpected<Error>(opened.error());
    if (matrix) return std::move(*matrix);
    QTest::qFail(matrix.error().text().c_str(), __FILE__, __LINE__);
    return {};
}

double largestDifference(const Matrix& found, const Matrix& expected) {
    if (found.rows() != expected.rows() || found.cols() != expected.cols() || expected.empty())
        return std::numeric_limits<double>::infinity();
    double difference = 0;
    double scale = 0;
    for (size_t i = 0; i < expected.values().size(); ++i) {
        const double wanted = expected.values()[i];
        const double distance = std::abs(found.values()[i] - wanted);
        if (std::isnan(distance)) return std::numeric_limits<double>::infinity();
        difference = std::max(difference, distance);
        scale = std::max(scale, std::abs(wanted));
    }
    return difference / scale;
}

double smallestCosine(const Matrix& found, const Matrix& expected) {
    if (found.rows() != expected.rows() || found.cols() != expected.cols() || expected.empty()) return -1;
    double smallest = 1;
    for (size_t row = 0; row < expected.rows(); ++row) {
        double product = 0;
        double foundSquare = 0;
        double expectedSquare = 0;
        for (size_t i = 0; i < expected.cols(); ++i) {
            const double a = found.row(row)[i];
            const double b = expected.row(row)[i];
            product += a * b;
            foundSquare += a * a;
            expectedSquare += b * b;
        }
        const double cosine = product / std::sqrt(foundSquare * expectedSquare);
        smallest = std::isnan(cosine) ? -1 : std::min(smallest, cosine);
    }
    return smallest;
}

} // namespace fusefind
