#include "core/index/hnsw_index.h"
#include "support/latent_like.h"

#include <QtTest/QTest>
#include <atomic>
#include <numeric>
#include <thread>

using namespace fusefind;

// Small enough for the thread sanitizer, which is what it is for.
class TestIndexThreads : public QObject {
    Q_OBJECT

    static constexpr size_t kDim = 16;
    Matrix points_ = latentLike(1600, kDim, 7);
    Matrix queries_ = latentLike(200, kDim, 8);

private Q_SLOTS:
    void searchesGoOnWhilePointsAreAddedAndRemoved() {
        const auto index = HnswIndex::create(kDim, 2).value();
        QVERIFY(index->add(labelsFrom(0, 1100), rowsOf(points_, 0, 1100)).has_value());
        std::atomic<size_t> failures{0};
        {
            std::vector<std::jthread> readers;
            for (size_t reader = 0; reader < 2; ++reader)
                readers.emplace_back([&, reader] {
                    for (size_t i = reader; i < 150; ++i) {
                        const auto hits = index->search(queries_.row(i % queries_.rows()), 10);
                        if (!hits || hits->size() != 10) ++failures;
                    }
                });
            for (size_t first = 1100; first < 1600; first += 100) {
                const auto labels = labelsFrom(static_cast<Label>(first), 100);
                if (!index->add(labels, rowsOf(points_, first, 100))) ++failures;
                if (!index->remove(std::span(labels).first(20))) ++failures;
            }
            if (!index->remove(labelsFrom(0, 300)) || !index->compact()) ++failures;
        }
        QCOMPARE(failures.load(), size_t{0});
        QVERIFY(!index->wantsCompaction());
        QCOMPARE(index->size(), size_t{1100 - 300 + 5 * 80});
    }

    void whatChangesDuringACompactionIsKept() {
        const auto index = HnswIndex::create(kDim, 1).value();
        QVERIFY(index->add(labelsFrom(0, 1600), points_).has_value());
        QVERIFY(index->remove(labelsFrom(0, 800)).has_value());
        {
            const std::jthread compacting([&] { QVERIFY(index->compact().has_value()); });
            for (Label label = 800; label < 900; ++label)
                QVERIFY(index->remove(std::span(&label, 1)).has_value());
        }
        QCOMPARE(index->labels(), labelsFrom(900, 700));
        QVERIFY(index->compact().has_value());
        QCOMPARE(index->labels(), labelsFrom(900, 700));
        QVERIFY(!index->wantsCompaction());
    }
};

QTEST_GUILESS_MAIN(TestIndexThreads)
#include "test_index_threads.moc"
