#include "core/protocol/dataset_reports.h"

#include <QtTest/QTest>

using namespace fusefind;

namespace {

DataPair anyPair() {
    DataPair pair;
    pair.id = 7;
    pair.kind = DataPairKind::imageAudio;
    pair.image = "/a/\xff.png"; // names are bytes
    pair.sound = "/a/b.mp4";
    pair.soundIsVideo = true;
    pair.caption = "ein Café";
    pair.original = "ein Cafe";
    pair.split = Split::test;
    pair.moved = pair.excluded = pair.missing = true;
    pair.problem = "too short";
    pair.item = 3;
    pair.mtimeMs = -5;
    pair.size = 1000;
    pair.width = 4000;
    pair.height = 3000;
    pair.seconds = 1.5;
    pair.fit = -0.25;
    pair.rank = 17;
    pair.hasTwins = true;
    return pair;
}

DataSelection anySelection() {
    DataSelection selection{.dataSet = 4, .pairs = {1, 2}};
    selection.filter = {{DataPairKind::audioText}, {Split::train, Split::test}, true, false, 9, "two dogs",
                        {4, 1'000'000'000'000}};
    selection.rows = {{5, 10}, {20, 1}};
    return selection;
}

} // namespace

class TestDatasetMessages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBackAsItWas() {
        const DataSetInfo info{5, "/pairs", "captions.csv", 10, 2, 123, true};
        QVERIFY(toJson(dataSetInfoFromJson(toJson(info)).value()) == toJson(info));
        const DataPairPage page{1, {anyPair()}};
        QVERIFY(toJson(dataPageFromJson(toJson(page)).value()) == toJson(page));
        DataPageRequest request{4, anySelection().filter, 10, 20};
        request.filter.order = PairOrder::rank;
        QVERIFY(dataPageRequestFromJson(toJson(request)).value().filter == request.filter);
        const DataChange change{anySelection(), DataChangeKind::move, "a caption", Split::validation};
        QVERIFY(toJson(dataChangeFromJson(toJson(change)).value()) == toJson(change));
        const DataChanged changed{3, {change, change}};
        QVERIFY(toJson(dataChangedFromJson(toJson(changed)).value()) == toJson(changed));
        const DataExport target{anySelection(), "/out", false, true};
        QVERIFY(toJson(dataExportFromJson(toJson(target)).value()) == toJson(target));
        const DataExported report{3, 2, {"/a/b.png"}};
        QVERIFY(toJson(dataExportedFromJson(toJson(report)).value()) == toJson(report));
        DataStatistics counts;
        counts.pairs = {1, 2, 3};
        counts.wordsPerCaption = {4, 5};
        QVERIFY(toJson(dataStatisticsFromJson(toJson(counts)).value()) == toJson(counts));
    }

    void whatIsWrongIsNamed_data() {
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("kind of change") << QByteArray("/kind") << QByteArray("\"burn\"") << QByteArray("kind");
        QTest::newRow("split") << QByteArray("/split") << QByteArray("\"half\"") << QByteArray("split");
        QTest::newRow("caption") << QByteArray("/caption") << QByteArray("3") << QByteArray("caption");
        QTest::newRow("negative row") << QByteArray("/selection/rows/0/first") << QByteArray("-1")
                                      << QByteArray("first");
        QTest::newRow("number") << QByteArray("/selection/pairs/0") << QByteArray("\"one\"") << QByteArray("number");
        QTest::newRow("kind of pair") << QByteArray("/selection/filter/kinds/0") << QByteArray("\"smell\"")
                                      << QByteArray("kind of pairs");
        QTest::newRow("numbers of pairs")
            << QByteArray("/selection/filter/pairs") << QByteArray("[1, 2]") << QByteArray("pairs");
        QTest::newRow("order") << QByteArray("/selection/filter/order") << QByteArray("\"beauty\"")
                               << QByteArray("order");
        QTest::newRow("words") << QByteArray("/selection/filter/words") << QByteArray("null") << QByteArray("words");
    }
    void whatIsWrongIsNamed() {
        QFETCH(QByteArray, pointer);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, named);
        Json json = toJson(DataChange{anySelection(), DataChangeKind::move, {}, Split::train});
        json[Json::json_pointer(pointer.toStdString())] = Json::parse(value.toStdString());
        const auto refused = dataChangeFromJson(json);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::invalidInput);
        QVERIFY2(refused.error().what.find(named.toStdString()) != std::string::npos, refused.error().what.c_str());
    }

    void numbersThatDescendAreRefused() {
        const auto refused = dataPageRequestFromJson(toJson(DataPageRequest{1, {.pairs = {2, 1}}, 0, 10}));
        QVERIFY(!refused);
        QVERIFY(refused.error().what.find("ascend") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestDatasetMessages)
#include "test_dataset_messages.moc"
