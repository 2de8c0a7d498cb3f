#include "core/index/hnsw_index.h"
#include "support/latent_like.h"

#include <QtTest/QTest>
#include <atomic>
#include <numeric>
#include <thread>

using namespace fusefind;

namespace {

std::vector<Label> labelsFrom(Label first, size_t count) {
    std::vector<Label> labels(count);
    std::iota(labels.begin(), labels.end(), first);
    return labels;
}

Matrix rowsOf(const Matrix& matrix, size_t first, size_t count) {
    Matrix part;
    for (size_t i = first; i < first + count; ++i)
        part.append(matrix.row(i));
    return part;
}

} // namespace

// Small enough for the thread sanitizer, which is what it is for.
class TestIndexThreads : public QObject {
    Q_OBJECT

    static constexpr size_t kDim = 32;
    Matrix points_ = latentLike(3500, kDim, 7);
    Matrix queries_ = latentLike(200, kDim, 8);

private Q_SLOTS:
    void searchesGoOnWhilePointsAreAddedAndRemoved() {
        const auto index = HnswIndex::create(kDim, {Storage::f32, 2}).value();
        QVERIFY(index->add(labelsFrom(0, 1500), rowsOf(points_, 0, 1500)).has_value());
        std::atomic<size_t> failures{0};
        {
            std::vector<std::jthread> readers;
            for (size_t reader = 0; reader < 2; ++reader)
                readers.emplace_back([&, reader] {
                    for (size_t i = reader; i < 500; ++i) {
                        const auto hits = index->search(queries_.row(i % queries_.rows()), 10);
                        if (!hits || hits->size() != 10) ++failures;
                    }
                });
            for (size_t first = 1500; first < 3500; first += 200) {
                const auto labels = labelsFrom(static_cast<Label>(first), 200);
                if (!index->add(labels, rowsOf(points_, first, 200))) ++failures;
                if (!index->remove(std::span(labels).first(60))) ++failures;
            }
        }
        QCOMPARE(failures.load(), size_t{0});
        QCOMPARE(index->size(), size_t{1500 + 10 * 140});
    }
};

QTEST_GUILESS_MAIN(TestIndexThreads)
#include "test_index_threads.moc"
