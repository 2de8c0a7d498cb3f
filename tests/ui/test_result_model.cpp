#include "core/protocol/methods.h"
#include "ui/models/file_names.h"
#include "ui/models/item_text.h"
#include "ui/models/result_model.h"
#include "ui/models/thumbnail_cache.h"
#include "ui/stand_in_worker.h"

#include <QtCore/QMimeData>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace fusefind;

namespace {

constexpr int kLibrary = 100'000;

// A model of a made-up library, and the worker behind it.
struct Fixture {
    Fixture() {
        serveLibrary(worker, kLibrary, 20);
        client.start();
    }

    bool browse(BrowseOrder order = BrowseOrder::newest) {
        QSignalSpy browsed(&model, &ResultModel::browsed);
        model.browse({}, order);
        return browsed.wait();
    }
    // Whether the row's page has come, waiting for it if need be.
    bool arrives(int row) {
        if (model.hit(row)) return true;
        QSignalSpy browsed(&model, &ResultModel::browsed);
        return browsed.wait() && model.hit(row);
    }

    StandInWorker worker;
    WorkerClient client{worker.options()};
    ResultModel model{client};
};

LibraryAnswer answerOf(std::initializer_list<float> scores, std::optional<float> closeScore = {}) {
    LibraryAnswer answer;
    for (const float score : scores) {
        LibraryHit hit;
        hit.item = madeUpItem(static_cast<int64_t>(answer.hits.size()));
        hit.score = score;
        answer.hits.push_back(hit);
    }
    answer.closeScore = closeScore;
    return answer;
}

} // namespace

class TestResultModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLibraryIsListedWholeAndFetchedWhereItIsLookedAt() {
        Fixture fixture;
        QAbstractItemModelTester tester(&fixture.model);
        QVERIFY(fixture.browse());
        QCOMPARE(fixture.model.rowCount(), kLibrary);
        QVERIFY(fixture.arrives(70'123));
        QCOMPARE(fixture.model.hit(70'123)->item.path, madeUpItem(70'123).path);
        QVERIFY(fixture.worker.asked(method::kBrowse).size() < 10);
    }

    void aRowOnItsWaySaysSo() {
        Fixture fixture;
        QVERIFY(fixture.browse());
        const QModelIndex index = fixture.model.index(50'000);
        QCOMPARE(index.data().toString(), QStringLiteral("Loading…"));
        QSignalSpy changed(&fixture.model, &QAbstractItemModel::dataChanged);
        QVERIFY(changed.wait());
        QCOMPARE(index.data().toString(), shownName(madeUpItem(50'000).path));
    }

    void pagesLookedAtLongAgoAreForgotten() {
        StandInWorker worker;
        serveLibrary(worker, kLibrary, 0);
        WorkerClient client(worker.options());
        client.start();
        BrowsePages pages(client);
        QSignalSpy arrived(&pages, &BrowsePages::rowsArrived);
        pages.start({}, BrowseOrder::newest);
        QVERIFY(arrived.wait());
        for (int64_t page = 1; page < 40; ++page) {
            QVERIFY(!pages.hit(page * BrowsePages::kPageSize));
            QVERIFY(arrived.wait());
            QVERIFY(pages.hit(page * BrowsePages::kPageSize));
        }
        QCOMPARE(pages.pagesKept(), BrowsePages::kPagesKept);
        QVERIFY(!pages.hit(0));
    }

    void pagesScrolledPastAreNotWaitedFor() {
        Fixture fixture;
        QVERIFY(fixture.browse());
        fixture.worker.hold(method::kBrowse);
        for (int page = 10; page < 30; ++page)
            QVERIFY(!fixture.model.hit(page * 500));
        QTRY_COMPARE(fixture.worker.cancelled(), 17); // all but the last three
        fixture.worker.release(method::kBrowse);
        QTRY_VERIFY(fixture.model.hit(29 * 500));
    }

    void aLibraryThatShrankLosesItsLastRows() {
        Fixture fixture;
        QAbstractItemModelTester tester(&fixture.model);
        QVERIFY(fixture.browse());
        serveLibrary(fixture.worker, 30, 0);
        fixture.model.reload();
        QTRY_COMPARE(fixture.model.rowCount(), 30);
        QVERIFY(fixture.model.hit(29));
        QVERIFY(!fixture.model.hit(30));
    }

    void aThresholdHidesTheWorstHits() {
        Fixture fixture;
        QAbstractItemModelTester tester(&fixture.model);
        fixture.model.showHits(answerOf({0.4F, 0.3F, 0.3F, 0.1F, -0.2F}, 0.3F));
        QCOMPARE(fixture.model.rowCount(), 5);
        QCOMPARE(fixture.model.closeCount(), 3);
        fixture.model.setThreshold(0.3F);
        QCOMPARE(fixture.model.rowCount(), 3);
        QCOMPARE(fixture.model.hiddenCount(), 2);
        fixture.model.setThreshold(-1);
        QCOMPARE(fixture.model.rowCount(), 5);
        QCOMPARE(fixture.model.hiddenCount(), 0);
    }

    void filesAreDraggedOutByTheirOwnNames() {
        Fixture fixture;
        LibraryAnswer answer = answerOf({0.5F});
        answer.hits[0].item.path = "/library/50% \xff & ü.jpg"; // not UTF-8
        fixture.model.showHits(answer);
        const std::unique_ptr<QMimeData> mime(fixture.model.mimeData({fixture.model.index(0)}));
        QCOMPARE(mime->urls().size(), 1);
        QCOMPARE(localFile(mime->urls()[0]).value(), answer.hits[0].item.path);
    }

    void aToolTipNeverTakesANameForHtml() {
        Fixture fixture;
        LibraryAnswer answer = answerOf({0.5F});
        answer.hits[0].item.path = "/library/<b>bold<b>.jpg";
        fixture.model.showHits(answer);
        const QString tip = fixture.model.index(0).data(Qt::ToolTipRole).toString();
        QVERIFY(tip.contains(QStringLiteral("&lt;b&gt;bold")));
        QVERIFY(!tip.contains(QStringLiteral("<b>")));
    }

    void thumbnailsAreAskedForAFewAtATimeAndDroppedWhenNotWanted() {
        Fixture fixture;
        ThumbnailCache cache(fixture.client);
        fixture.worker.hold(method::kThumbnail);
        std::vector<ThumbnailCache::Wanted> wanted;
        for (int64_t i = 0; i < 40; ++i)
            wanted.push_back({madeUpItem(i * 12).path, ItemKind::image, 1});
        cache.want(wanted);
        QCOMPARE(cache.underWay(), 6);
        QTRY_COMPARE(fixture.worker.asked(method::kThumbnail).size(), size_t{6});
        const std::vector<ThumbnailCache::Wanted> others(wanted.begin() + 30, wanted.begin() + 34);
        cache.want(others);
        QTRY_COMPARE(fixture.worker.cancelled(), 6);
        fixture.worker.release(method::kThumbnail);
        QTRY_VERIFY(cache.find(others.back()));
        QCOMPARE(fixture.worker.asked(method::kThumbnail).size(), size_t{10});
    }

    void thumbnailsStayUnderTheirMemory() {
        Fixture fixture;
        constexpr qsizetype kBytes = 2 << 20;
        ThumbnailCache cache(fixture.client, kBytes);
        QSignalSpy arrived(&cache, &ThumbnailCache::arrived);
        ThumbnailCache::Wanted last;
        for (int64_t i = 0; i < 30; ++i) {
            last = {madeUpItem(i * 12).path, ItemKind::image, 1};
            cache.want({last});
            QVERIFY(arrived.wait());
        }
        QVERIFY(cache.bytes() <= kBytes);
        QVERIFY(cache.bytes() > kBytes / 2);
        QVERIFY(cache.find(last));
    }

    void aThumbnailThatFailedIsNotAskedForAgain() {
        Fixture fixture;
        fixture.worker.answer(method::kThumbnail,
                              [](const Json&) { return fail(ErrorCode::invalidInput, "truncated"); });
        ThumbnailCache cache(fixture.client);
        const ThumbnailCache::Wanted wanted{madeUpItem(0).path, ItemKind::image, 1};
        cache.want({wanted});
        QTRY_VERIFY(cache.failed(wanted));
        cache.want({wanted});
        QCOMPARE(cache.underWay(), 0);
        cache.forgetFailures();
        cache.want({wanted});
        QCOMPARE(cache.underWay(), 1);
    }

    void durationsReadAsClocksDo() {
        QCOMPARE(durationText(0), QStringLiteral("0:00"));
        QCOMPARE(durationText(35.9), QStringLiteral("0:35"));
        QCOMPARE(durationText(3723), QStringLiteral("1:02:03"));
    }
};

QTEST_MAIN(TestResultModel)
#include "test_result_model.moc"
