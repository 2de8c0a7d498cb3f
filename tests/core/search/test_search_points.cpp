#include "core/index/exact_index.h"
#include "core/index/hnsw_index.h"
#include "core/search/search_points.h"
#include "support/latent_like.h"

#include <QtTest/QTest>
#include <algorithm>
#include <numeric>

using namespace fusefind;

class TestSearchPoints : public QObject {
    Q_OBJECT

    // 3000 points: items 0 to 499 are pictures of one point each, items 500 to 749 sounds of ten segments. Labels start
    // at 1, as SQLite's do; the points of one sound lie close together, so that a sound would fill a whole list by
    // itself.
    static constexpr size_t kDim = 32;
    Matrix points_ = latentLike(3000, kDim, 1);
    std::unique_ptr<HnswIndex> index_;
    std::unique_ptr<LabelTable> table_;

private Q_SLOTS:
    void initTestCase() {
        std::vector<LabelRow> rows;
        for (Label label = 3000; label >= 1; --label) {
            const int64_t place = label - 1;
            const int64_t segment = (place - 500) % 10;
            rows.push_back(place < 500
                               ? LabelRow{label, place, 0, 0, ItemKind::image}
                               : LabelRow{label, 500 + (place - 500) / 10, segment * 5000, segment * 5000 + 10000,
                                          place % 20 < 10 ? ItemKind::audio : ItemKind::video});
        }
        table_ = std::make_unique<LabelTable>(std::move(rows));
        for (size_t i = 500; i < 3000; ++i) {
            const auto first = points_.row(500 + (i - 500) / 10 * 10);
            for (size_t d = 0; d < kDim; ++d)
                points_.row(i)[d] = first[d] + 0.2F * points_.row(i)[d];
        }
        normalizeRows(points_);
        index_ = HnswIndex::create(kDim, {}).value();
        std::vector<Label> labels(3000);
        std::iota(labels.begin(), labels.end(), Label{1});
        QVERIFY(index_->add(labels, points_).has_value());
    }

    void eachItemComesOnceAtItsBestSegment() {
        const auto query = points_.row(1234);
        SearchRequest request;
        request.top = 15;
        const auto hits = searchPoints(*index_, *table_, query, request).value();
        QCOMPARE(hits.size(), size_t{15});
        QCOMPARE(hits.front().label, Label{1235});
        QCOMPARE(hits.front().itemId, int64_t{500 + 734 / 10});
        QCOMPARE(hits.front().startMs, int64_t{20000});
        QCOMPARE(hits.front().endMs, int64_t{30000});
        QVERIFY(hits.front().score > 0.999F);
        std::vector<int64_t> items;
        for (const SearchHit& hit : hits)
            items.push_back(hit.itemId);
        std::sort(items.begin(), items.end());
        QVERIFY(std::adjacent_find(items.begin(), items.end()) == items.end());
        QVERIFY(std::is_sorted(hits.begin(), hits.end(), [](auto& a, auto& b) { return a.score > b.score; }));
    }

    void everyItemCanBeAskedFor() {
        SearchRequest request;
        request.top = 750;
        QCOMPARE(searchPoints(*index_, *table_, points_.row(0), request).value().size(), size_t{750});
        request.top = 100000;
        QCOMPARE(searchPoints(*index_, *table_, points_.row(0), request).value().size(), size_t{750});
        request.top = 0;
        QVERIFY(searchPoints(*index_, *table_, points_.row(0), request).value().empty());
    }

    void onlyTheKindsAskedForAreFound() {
        SearchRequest request;
        request.scope.kinds = {ItemKind::audio, ItemKind::video};
        const auto sounds = searchPoints(*index_, *table_, points_.row(3), request).value();
        QCOMPARE(sounds.size(), request.top);
        for (const SearchHit& hit : sounds)
            QVERIFY(table_->find(hit.label)->kind != ItemKind::image);
        request.scope.kinds = {ItemKind::image};
        const auto pictures = searchPoints(*index_, *table_, points_.row(700), request).value();
        QCOMPARE(pictures.size(), request.top);
        QVERIFY(std::all_of(pictures.begin(), pictures.end(),
                            [](auto& hit) { return hit.itemId < 500 && hit.endMs == 0; }));
    }

    void onlyItemsOfTheScopeAreFound() {
        SearchRequest request;
        request.scope.items = {7, 600, 601, 999999};
        QCOMPARE(searchPoints(*index_, *table_, points_.row(3), request).value().size(), size_t{3});
        request.scope.kinds = {ItemKind::image};
        QCOMPARE(searchPoints(*index_, *table_, points_.row(3), request).value().front().itemId, int64_t{7});
        request.scope.items->clear();
        QVERIFY(searchPoints(*index_, *table_, points_.row(3), request).value().empty());
    }

    void nothingBelowTheSmallestScoreIsShown() {
        SearchRequest request;
        request.top = 750;
        const auto all = searchPoints(*index_, *table_, points_.row(3), request).value();
        request.minScore = all[40].score;
        QCOMPARE(searchPoints(*index_, *table_, points_.row(3), request).value().size(), size_t{41});
        request.minScore = 1.5F;
        QVERIFY(searchPoints(*index_, *table_, points_.row(3), request).value().empty());
    }

    void exactAndFastAgreeOnWhatIsNear() {
        SearchRequest request;
        request.top = 10;
        const auto fast = searchPoints(*index_, *table_, points_.row(3), request).value();
        request.exact = true;
        const auto exact = searchPoints(*index_, *table_, points_.row(3), request).value();
        QCOMPARE(fast.size(), exact.size());
        for (size_t i = 0; i < fast.size(); ++i)
            QCOMPARE(fast[i].itemId, exact[i].itemId);
    }

    void labelsTheLibraryNoLongerKnowsAreReplacedByTheNextBest() {
        const auto rows = table_->rows();
        const LabelTable pictures({rows.begin(), rows.begin() + 500});
        SearchRequest request;
        request.top = 5;
        const auto hits = searchPoints(*index_, pictures, points_.row(1234), request).value();
        QCOMPARE(hits.size(), size_t{5});
        QVERIFY(std::all_of(hits.begin(), hits.end(), [](auto& hit) { return hit.itemId < 500; }));
    }

    void rowsAreFoundAmongGaps() {
        const std::vector<Label> labels{3, 4, 9, 10, 11, 5000000000, 5000000001, 9000000000000000000};
        std::vector<LabelRow> rows;
        for (const Label label : labels)
            rows.push_back({label, label + 1, 0, 0, ItemKind::image});
        const LabelTable table(std::move(rows));
        for (const Label label : labels)
            QCOMPARE(table.find(label)->itemId, label + 1);
        for (const Label label : {Label{-5}, Label{0}, Label{2}, Label{5}, Label{8}, Label{12}, Label{4999999999},
                                  Label{5000000002}, Label{9000000000000000001}})
            QVERIFY(table.find(label) == nullptr);
        QVERIFY(LabelTable({}).find(1) == nullptr);
    }
};

QTEST_GUILESS_MAIN(TestSearchPoints)
#include "test_search_points.moc"
