#include "gpu/fusemix/class_prior.h"
#include "gpu/fusemix/space.h"

#include <ATen/ATen.h>

#include <QtTest/QTest>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

using namespace fusefind;

namespace {

constexpr size_t kClasses = 3;
using Row = std::array<float, kClasses>;

// The latents are the logits, and the points the probabilities, to unit length.
Space bridge(int64_t classes = kClasses) {
    SpaceInfo info;
    info.name = "bridge";
    info.dim = info.recipe.dim = kClasses;
    info.modalities[Modality::image] = {{"heads"}, kClasses, classes, classes == 0};
    PerModality<int64_t> dims{};
    PerModality<OtherAdapter> others{};
    dims[indexOf(Modality::image)] = kClasses;
    others[indexOf(Modality::image)] = {classes, classes == 0};
    Model model = makeModel(info.recipe, dims, Device{}, others);
    for (const Parameter& parameter : model.modalities[indexOf(Modality::image)]->adapter.parameters())
        parameter.value.detach().copy_(parameter.value.dim() == 2 ? at::eye(kClasses) : at::zeros({kClasses}));
    return {info, std::move(model)};
}

Matrix matrixOf(const std::vector<Row>& rows) {
    Matrix matrix;
    for (const Row& row : rows)
        matrix.append(row);
    return matrix;
}

std::array<double, kClasses> softmax(const std::array<double, kClasses>& logits) {
    std::array<double, kClasses> shares{};
    std::ranges::transform(logits, shares.begin(), [](double logit) { return std::exp(logit); });
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    for (double& share : shares)
        share /= sum;
    return shares;
}

// Pictures that show the first class above all, and now and then another.
std::vector<Row> mostlyOfTheFirst(int count) {
    std::vector<Row> rows;
    for (int i = 0; i < count; ++i)
        rows.push_back(i % 4 == 0 ? Row{1, 2, 0} : i % 9 == 0 ? Row{0.5F, 0, 2} : Row{3, 0.5F, 0});
    return rows;
}

// What the point of a row should be, by the definition in class_prior.h.
Row expected(const std::vector<Row>& seen, const Row& row) {
    std::array<double, kClasses> prior{};
    prior.fill(kEvenPictures / kClasses);
    for (const Row& one : seen) {
        const auto shares = softmax({one[0], one[1], one[2]});
        for (size_t c = 0; c < kClasses; ++c)
            prior[c] += shares[c];
    }
    std::array<double, kClasses> logits{};
    for (size_t c = 0; c < kClasses; ++c)
        logits[c] = row[c] - kPriorShare * std::log(prior[c] / (kEvenPictures + double(seen.size())));
    const auto shares = softmax(logits);
    const double length = std::hypot(shares[0], shares[1], shares[2]);
    return {float(shares[0] / length), float(shares[1] / length), float(shares[2] / length)};
}

Matrix pointsOf(const Space& space, const std::vector<Row>& rows) {
    return space.project(Modality::image, matrixOf(rows)).value();
}

} // namespace

class TestClassPrior : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLogitsLoseAShareOfThePriorOfTheirClass() {
        for (const int count : {1, 7, 5000}) { // also more than are looked at at a time
            const auto seen = mostlyOfTheFirst(count);
            Space space = bridge();
            QVERIFY(space.adaptClasses(matrixOf(seen)));
            const Matrix points = pointsOf(space, {{3, 0.5F, 0}, {0, 0, 0}});
            for (size_t c = 0; c < kClasses; ++c) {
                QVERIFY(std::abs(points.row(0)[c] - expected(seen, {3, 0.5F, 0})[c]) < 1e-5);
                QVERIFY(std::abs(points.row(1)[c] - expected(seen, {0, 0, 0})[c]) < 1e-5);
            }
        }
    }

    void whatShowsEverywhereTellsPicturesApartNoLonger() {
        const std::vector<Row> pair{{3, 0.5F, 0}, {3, 0, 0.5F}};
        const auto cosine = [&](const Space& space) {
            const Matrix points = pointsOf(space, pair);
            return std::inner_product(points.row(0).begin(), points.row(0).end(), points.row(1).begin(), 0.0);
        };
        Space space = bridge();
        const double before = cosine(space);
        QVERIFY(space.adaptClasses(matrixOf(mostlyOfTheFirst(400))));
        QCOMPARE_LT(cosine(space), before);
    }

    void theSpaceSaysHowManyPicturesItExpects() {
        Space space = bridge();
        QVERIFY(space.adaptClasses(matrixOf(mostlyOfTheFirst(7))));
        QCOMPARE(space.info().recipe.reasons.back(), std::string("expects the classes that 7 pictures show"));
    }

    void withoutPicturesItStaysAsItWas() {
        Space space = bridge();
        const auto before = space.fingerprint();
        QVERIFY(space.adaptClasses(Matrix(0, kClasses)));
        QCOMPARE(space.fingerprint(), before);
    }

    void wrongLatentsAndSpacesWithoutClassesAreRefused() {
        Space space = bridge();
        const auto before = space.fingerprint();
        QCOMPARE(space.adaptClasses(Matrix(1, kClasses + 1)).error().code, ErrorCode::invalidInput);
        const float nan = std::numeric_limits<float>::quiet_NaN();
        QCOMPARE(space.adaptClasses(matrixOf({{0, nan, 0}})).error().code, ErrorCode::invalidInput);
        QCOMPARE(space.fingerprint(), before);
        QCOMPARE(bridge(0).adaptClasses(Matrix(1, kClasses)).error().code, ErrorCode::unsupported);
    }
};

QTEST_GUILESS_MAIN(TestClassPrior)
#include "test_class_prior.moc"
