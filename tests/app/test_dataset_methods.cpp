#include "app/worker/dataset_methods.h"
#include "core/protocol/dataset_reports.h"
#include "core/protocol/map_messages.h"
#include "core/protocol/methods.h"
#include "support/pair_fixture.h"
#include "support/small_data.h"

#include <QtTest/QTest>
#include <future>

using namespace fusefind;
namespace fs = std::filesystem;

namespace {

// The methods on a fresh library, and a folder of 20 pictures and 4 sounds with a caption each.
struct Fixture {
    Fixture() {
        (void)Database::open(data / "library.db").value();
        writePairs(pairs.root(), 20, 4);
        methods.emplace(data / "library.db", models);
    }

    Result<Json> ask(const char* method, const Json& params, const std::stop_token& stop = {},
                     const ProgressSink& progress = {}) {
        return methods->answer(method, params, stop, progress);
    }
    DataSetInfo add() {
        return ask(method::kDataSetAdd, {{"path", pairs.root().native()}}).and_then(dataSetInfoFromJson).value();
    }
    DataPairPage page(int64_t dataSet, const DataPairFilter& filter = {}) {
        return ask(method::kDataPage, toJson(DataPageRequest{dataSet, filter, 0, 100}))
            .and_then(dataPageFromJson)
            .value();
    }

    TempDir data;
    PairFixture pairs;
    ModelStore models{"/nowhere"};
    std::optional<DataSetMethods> methods;
};

} // namespace

class TestDatasetMethods : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFolderIsAddedListedPagedAndCounted() {
        Fixture fixture;
        const DataSetInfo info = fixture.add();
        QCOMPARE(info.pairs, int64_t{24});
        const auto sets = fixture.ask(method::kDataSets, Json::object()).and_then(dataSetsFromJson).value();
        QCOMPARE(sets.size(), size_t{1});
        QCOMPARE(sets[0].path, fixture.pairs.root());
        QCOMPARE(fixture.page(info.id, {.kinds = {DataPairKind::audioText}}).total, int64_t{4});
        const auto counts =
            fixture.ask(method::kDataStatistics, {{"dataSet", info.id}}).and_then(dataStatisticsFromJson).value();
        QCOMPARE(counts.images, int64_t{20});
        QCOMPARE(counts.sounds, int64_t{4});
    }

    void whatIsChangedComesBackByWhatTheAnswerSays() {
        Fixture fixture;
        const DataSetInfo info = fixture.add();
        DataChange change;
        change.selection = {.dataSet = info.id, .filter = {.kinds = {DataPairKind::imageText}}, .rows = {{0, 3}}};
        const auto changed = fixture.ask(method::kDataChange, toJson(change)).and_then(dataChangedFromJson).value();
        QCOMPARE(changed.changed, int64_t{3});
        QCOMPARE(fixture.page(info.id, {.excluded = true}).total, int64_t{3});
        for (const DataChange& undo : changed.undo)
            QVERIFY(fixture.ask(method::kDataChange, toJson(undo)));
        QCOMPARE(fixture.page(info.id, {.excluded = true}).total, int64_t{0});
    }

    void pairsAreFoundByTheirNumbers() {
        Fixture fixture;
        const DataSetInfo info = fixture.add();
        const DataSelection validation{
            .dataSet = info.id, .filter = {.splits = {Split::validation}}, .rows = {{0, info.pairs}}};
        const auto numbers =
            fixture.ask(method::kDataNumbers, toJson(validation)).and_then(pairNumbersFromJson).value().pairs;
        QCOMPARE(static_cast<int64_t>(numbers.size()), fixture.page(info.id, validation.filter).total);
        const auto page = fixture.page(info.id, {.pairs = numbers});
        QCOMPARE(page.total, static_cast<int64_t>(numbers.size()));
        for (const DataPair& pair : page.pairs)
            QCOMPARE(pair.split, Split::validation);
        QCOMPARE(fixture.page(info.id, {.kinds = {DataPairKind::audioText}, .pairs = {1, 2, 99'999}}).total,
                 int64_t{0});
        QCOMPARE(fixture.page(info.id, {.pairs = {1, 2, 99'999}}).total, int64_t{2});
    }

    void addingIsCancelled() {
        Fixture fixture;
        std::stop_source source;
        const auto stopped = fixture.ask(method::kDataSetAdd, {{"path", fixture.pairs.root().native()}},
                                         source.get_token(), [&](const Progress&) { source.request_stop(); });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::cancelled);
        QVERIFY(fixture.ask(method::kDataSets, Json::object()).value()["dataSets"].empty());
    }

    void changesFromSeveralThreadsAllHold() {
        Fixture fixture;
        const DataSetInfo info = fixture.add();
        std::vector<std::future<bool>> done;
        for (int64_t row = 0; row < 8; ++row)
            done.push_back(std::async(std::launch::async, [&, row] {
                DataChange change;
                change.selection = {.dataSet = info.id, .rows = {{row * 3, 3}}};
                return fixture.ask(method::kDataChange, toJson(change)).has_value();
            }));
        for (auto& one : done)
            QVERIFY(one.get());
        QCOMPARE(fixture.page(info.id, {.excluded = true}).total, int64_t{24});
    }

    void removedDataSetsAreForgottenAtTheNextStart() {
        Fixture fixture;
        const DataSetInfo info = fixture.add();
        const Json out{{"dataSet", info.id}, {"removed", true}};
        QVERIFY(fixture.ask(method::kDataSetRemove, out));
        fixture.methods.reset();
        fixture.methods.emplace(fixture.data / "library.db", fixture.models);
        // Bringing it back would keep it; removing it again fails once there is nothing to remove.
        QTRY_VERIFY(!fixture.ask(method::kDataSetRemove, out));
    }

    void badParametersAreSaid_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("params");
        QTest::newRow("no path") << QByteArray(method::kDataSetAdd) << QByteArray("{}");
        QTest::newRow("half a path") << QByteArray(method::kDataSetAdd) << QByteArray(R"({"path": "pairs"})");
        QTest::newRow("no folder") << QByteArray(method::kDataSetAdd) << QByteArray(R"({"path": "/nowhere/at/all"})");
        QTest::newRow("a list") << QByteArray(method::kDataSetRemove) << QByteArray("[]");
        QTest::newRow("no flag") << QByteArray(method::kDataSetRemove) << QByteArray(R"({"dataSet": 1})");
        QTest::newRow("no data set") << QByteArray(method::kDataStatistics) << QByteArray(R"({"dataSet": 99})");
        QTest::newRow("a negative page") << QByteArray(method::kDataPage)
                                         << QByteArray(R"({"dataSet": 1, "filter": {"kinds": [], "splits": [],
                                                "words": ""}, "offset": -1, "limit": 1})");
        QTest::newRow("an unknown kind") << QByteArray(method::kDataPage)
                                         << QByteArray(R"({"dataSet": 1, "filter": {"kinds": ["x"], "splits": [],
                                                "words": ""}, "offset": 0, "limit": 1})");
        QTest::newRow("no change") << QByteArray(method::kDataChange) << QByteArray("{}");
        QTest::newRow("no target") << QByteArray(method::kDataExport) << QByteArray("{}");
    }
    void badParametersAreSaid() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, params);
        Fixture fixture;
        const auto refused = fixture.ask(name.constData(), Json::parse(params.toStdString()));
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::invalidInput || refused.error().code == ErrorCode::notFound);
    }
};

QTEST_GUILESS_MAIN(TestDatasetMethods)
#include "test_dataset_methods.moc"
