#include "core/protocol/methods.h"
#include "ui/on_screen.h"
#include "ui/stand_in_worker.h"
#include "ui/views/metrics/data_set_figures.h"
#include "ui/views/metrics/metrics_dock.h"
#include "ui/views/metrics/recall_figures.h"
#include "ui/views/widgets/line_chart.h"

#include <QtTest/QTest>
#include <QtWidgets/QLabel>

using namespace fusefind;

namespace {

DataSetRecall recallOf(const char* path, int64_t encoded, size_t measurements) {
    DataSetRecall set{1, path, Split::test, 1000, encoded, {}, {}};
    if (encoded > 0)
        set.recalls = {{Modality::text, Modality::image, {12.5, 30, 45.75, 5000, 1000}, {}},
                       {Modality::image, Modality::text, {20, 40, 60, 1000, 5000}, {}}};
    for (size_t i = 0; i < measurements; ++i)
        set.history.push_back({1'700'000'000'000 + static_cast<int64_t>(i), "mine", 16.25, 35, 50.0 + double(i)});
    return set;
}

struct Fixture {
    explicit Fixture(const RecallState& measured) {
        worker.answer(method::kRecallState, [measured](const Json&) { return toJson(measured); });
        client.start();
        window.resize(500, 900);
        dock.resize(window.size());
        window.show();
    }
    [[nodiscard]] bool isConnected() const {
        return QTest::qWaitFor([this] { return !worker.asked(method::kRecallState).empty(); });
    }
    [[nodiscard]] bool says(const char* text) const { return saysOnScreen(dock, QString::fromUtf8(text)); }
    std::vector<DataSetFigures*> parts() const {
        std::vector<DataSetFigures*> seen;
        for (auto* part : dock.findChildren<DataSetFigures*>())
            if (part->isVisible()) seen.push_back(part);
        return seen;
    }

    StandInWorker worker;
    WorkerClient client{worker.options()};
    LibraryState state{client};
    LiveRecall recall{client};
    QWidget window; // without a layout: the offscreen platform warns of a window's least size
    MetricsDock dock{state, recall, &window};
};

} // namespace

class TestMetrics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyDataSetHasItsTableAndItsHistory() {
        const Fixture fixture(
            {false, "mine", {recallOf("/data/photos <b>", 980, 3), recallOf("/data/sounds", 1000, 1)}, {}});
        QTRY_COMPARE(fixture.parts().size(), size_t{2});
        QVERIFY(fixture.says("photos <b>"));
        QVERIFY(fixture.says("980 of 1,000 pairs are encoded"));
        QVERIFY(fixture.says("3 measurements since"));
        const auto* figures = fixture.parts()[0]->findChild<RecallFigures*>();
        QCOMPARE(figures->rowCount(), 2);
        QCOMPARE(figures->item(0, 0)->text(), QStringLiteral("Text → Picture"));
        QCOMPARE(figures->item(0, 3)->text(), QStringLiteral("45.8"));
        QCOMPARE(figures->item(0, 4)->text(), QStringLiteral("5,000"));
        const auto* chart = fixture.parts()[0]->findChild<LineChart*>();
        QVERIFY(chart && chart->isVisible());
        QVERIFY(chart->accessibleDescription().contains(QStringLiteral("16.3 / 35.0 / 52.0")));
    }

    void whatIsNotEncodedOrNotHeldOutIsSaid() {
        DataSetRecall nothing = recallOf("/data/b", 0, 0);
        nothing.pairs = 0;
        const Fixture fixture({false, "mine", {recallOf("/data/a", 0, 0), nothing}, {}});
        QVERIFY(fixture.says("none of 1,000 pairs is encoded yet"));
        QVERIFY(fixture.says("Nothing that this space knows is held out"));
        for (const auto* part : fixture.parts())
            QVERIFY(!part->findChild<RecallFigures*>()->isVisible());
    }

    void whatTheWorkerTellsIsFollowed() {
        Fixture fixture(RecallState{});
        QVERIFY(fixture.isConnected());
        QVERIFY(fixture.says("Add folders of pairs under Data"));
        fixture.worker.tell(event::kRecall, toJson(RecallState{true, "mine", {recallOf("/data/a", 5, 1)}, {}}));
        QVERIFY(fixture.says("Being measured"));
        QCOMPARE(fixture.parts().size(), size_t{1});
        fixture.worker.tell(event::kRecall, toJson(RecallState{false, {}, {}, "an encoder is missing"}));
        QVERIFY(fixture.says("an encoder is missing"));
        QVERIFY(fixture.parts().empty());
        fixture.worker.tell(event::kRecall, Json("nonsense"));
    }

    void judgedResultsAreCountedWithTheirShareOfGoodOnes() {
        Fixture fixture(RecallState{});
        QVERIFY(fixture.says("none yet"));
        fixture.dock.showJudged({{8, 12}, {{{2, 3}, {5, 7}, {0, 0}}}});
        QVERIFY(fixture.says("12, of them good: 8"));
        QVERIFY(fixture.says("Among the first 1: 66.7 % of 3"));
        QVERIFY(fixture.says("Among the first 5: 71.4 % of 7"));
        QVERIFY(fixture.says("Among the first 10: none"));
    }
};

QTEST_MAIN(TestMetrics)
#include "test_metrics.moc"
