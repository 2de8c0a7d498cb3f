#include "ui/map_fixture.h"
#include "ui/on_screen.h"
#include "ui/theme/appearance.h"
#include "ui/views/dataset/map_legend.h"
#include "ui/views/dataset/map_tip.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

using namespace fusefind;

namespace {

using Pairs = std::vector<int64_t>;

bool isNear(QPointF a, QPointF b) {
    return (a - b).manhattanLength() < 1.5;
}

QToolButton& tool(const MapFixture& fixture, const char* name) {
    for (QToolButton* one : fixture.panel.findChildren<QToolButton*>())
        if (one->accessibleName() == QLatin1String(name)) return *one;
    qFatal("there is no tool %s", name);
}

} // namespace

class TestPairMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePointsAreDrawnInTheColourOfTheirKind() {
        MapFixture fixture;
        QVERIFY(fixture.shows());
        const QImage seen = fixture.view.grab().toImage();
        const auto& colours = fixture.view.colours();
        for (const int64_t pair : {1, 55, 91}) {
            const QColor colour = seen.pixelColor(fixture.at(pair).toPoint());
            const QColor own = colours.colours[pair > 90 ? 1 : 0];
            QVERIFY(qAbs(colour.hslHue() - own.hslHue()) < 20);
        }
        QCOMPARE(fixture.panel.findChild<MapLegend*>()->accessibleName(),
                 QStringLiteral("Pictures with captions (90), Sounds with captions (10)"));
    }

    void aLassoChoosesWhatItSurrounds() {
        MapFixture fixture;
        QVERIFY(fixture.shows());
        QSignalSpy changed(&fixture.panel, &MapPanel::chosenChanged);
        fixture.drag(fixture.around(12, 24), Qt::ShiftModifier);
        QCOMPARE(fixture.view.chosen(), (Pairs{12, 13, 14, 22, 23, 24}));
        fixture.drag(fixture.around(99, 100), Qt::ShiftModifier | Qt::ControlModifier); // beside them
        QCOMPARE(fixture.view.chosen(), (Pairs{12, 13, 14, 22, 23, 24, 99, 100}));
        fixture.drag(fixture.around(1, 1), Qt::ShiftModifier); // in their place
        QCOMPARE(fixture.view.chosen(), Pairs{1});
        QCOMPARE(changed.size(), 3);
    }

    void draggingMovesAndWithTheToolItIsTheLasso() {
        MapFixture fixture;
        QVERIFY(fixture.shows());
        const QPointF before = fixture.at(45);
        fixture.drag({{100, 100}, {150, 130}});
        QVERIFY(isNear(fixture.at(45), before + QPointF(50, 30)));
        QVERIFY(fixture.view.chosen().empty());
        tool(fixture, "Lasso").click();
        fixture.drag(fixture.around(34, 34));
        QCOMPARE(fixture.view.chosen(), Pairs{34});
    }

    void theWheelZoomsAroundTheMouse() {
        MapFixture fixture;
        QVERIFY(fixture.shows());
        const QPointF fixed = fixture.at(23);
        const double apart = fixture.at(24).x() - fixed.x();
        QWheelEvent wheel(fixed, fixture.view.mapToGlobal(fixed), {}, {0, 240}, Qt::NoButton, {}, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(&fixture.view, &wheel);
        QVERIFY(isNear(fixture.at(23), fixed));
        QVERIFY(fixture.at(24).x() - fixed.x() > 1.4 * apart);
        tool(fixture, "Show all").click();
        QVERIFY(isNear(fixture.at(23), fixed));
    }

    void everythingWorksFromTheKeyboard() {
        MapFixture fixture;
        QVERIFY(fixture.shows());
        fixture.view.setFocus();
        const QPointF before = fixture.at(55);
        QTest::keyClick(&fixture.view, Qt::Key_Right);
        QVERIFY(fixture.at(55).x() < before.x());
        QTest::keyClick(&fixture.view, Qt::Key_Down);
        QVERIFY(fixture.at(55).y() < before.y());
        const double apart = fixture.at(56).x() - fixture.at(55).x();
        QTest::keyClick(&fixture.view, Qt::Key_Plus);
        QVERIFY(fixture.at(56).x() - fixture.at(55).x() > apart);
        QTest::keyClick(&fixture.view, Qt::Key_Minus);
        QTest::keyClick(&fixture.view, Qt::Key_Home);
        QVERIFY(isNear(fixture.at(55), before));
        QTest::keyClick(&fixture.view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(fixture.view.chosen().size(), size_t{100});
        QTest::keyClick(&fixture.view, Qt::Key_Escape);
        QVERIFY(fixture.view.chosen().empty());
        QTest::keyClick(&fixture.view, Qt::Key_Return); // what is in the middle
        QCOMPARE(fixture.view.chosen().size(), size_t{1});
    }

    void aClickChoosesAPointAndBesideThemAllNothing() {
        MapFixture fixture;
        QVERIFY(fixture.shows());
        fixture.click(fixture.at(7));
        QCOMPARE(fixture.view.chosen(), Pairs{7});
        fixture.click(fixture.at(8) + QPointF(2, 2), Qt::ControlModifier);
        QCOMPARE(fixture.view.chosen(), (Pairs{7, 8}));
        fixture.click((fixture.at(7) + fixture.at(18)) / 2);
        QVERIFY(fixture.view.chosen().empty());
    }

    void whatAFilterStopsIsNeitherSeenNorChosen() {
        MapFixture fixture;
        QVERIFY(fixture.shows());
        fixture.panel.setFilter({.splits = {Split::validation}});
        QTRY_VERIFY(!fixture.view.placeOf(4));
        QVERIFY(fixture.view.placeOf(5));
        fixture.view.chooseAll();
        QCOMPARE(fixture.view.chosen(), (Pairs{5, 15, 25, 35, 45, 55, 65, 75, 85, 95}));
    }

    void thePairUnderTheMouseIsExplained() {
        MapFixture fixture;
        QVERIFY(fixture.shows());
        auto* const tip = fixture.panel.findChild<MapTip*>();
        QVERIFY(!fixture.view.childAt(fixture.at(42).toPoint())); // what would take the mouse away from it
        fixture.hover(fixture.at(42));
        QTRY_VERIFY(tip->isVisible());
        QCOMPARE(tip->pair()->id, int64_t{42});
        QVERIFY(saysOnScreen(*tip, QStringLiteral("thing 42")));
        QTRY_VERIFY(!fixture.worker.asked(method::kThumbnail).empty());
        fixture.hover((fixture.at(42) + fixture.at(53)) / 2);
        QVERIFY(!tip->isVisible());
    }

    void thePointsAreColouredByPartAndByScore() {
        MapFixture fixture;
        QVERIFY(fixture.shows());
        QTRY_COMPARE(fixture.panel.map().split(4), Split::validation);
        auto* const colouring = fixture.panel.findChild<QComboBox*>();
        auto* const legend = fixture.panel.findChild<MapLegend*>();
        colouring->setCurrentIndex(1);
        QCOMPARE(legend->accessibleName(), QStringLiteral("Training (90), Validation (10)"));
        colouring->setCurrentIndex(2);
        QVERIFY(legend->accessibleName().contains(QStringLiteral("One half not encoded")));
        const auto& of = fixture.view.colours().of;
        QVERIFY(of[0] < of[48] - 1 && of[48] < of[98]);
    }

    void newPlacesMoveThePointsAndWhatIsChosenStaysChosen() {
        MapFixture fixture;
        fixture.worker.hold(method::kDataMap);
        fixture.panel.setDataSet(1);
        fixture.window.show();
        QTRY_COMPARE(fixture.panel.map().size(), size_t{100});
        fixture.view.chooseAll();
        QVERIFY(fixture.panel.map().isDrawing());
        fixture.worker.release(method::kDataMap);
        QTRY_VERIFY(fixture.panel.map().answer());
        QCOMPARE(fixture.view.chosen().size(), size_t{100});
    }

    void whatHasNotBeenEncodedIsSaid() {
        MapFixture fixture(7);
        QVERIFY(fixture.shows());
        QVERIFY(saysOnScreen(fixture.panel, QStringLiteral("7 pairs have not been encoded yet")));
    }

    void withoutASpaceTheReasonIsSaidAndTheMapCanBeDrawnLater() {
        MapFixture fixture;
        fixture.worker.answerInPart(method::kDataMap, nullptr);
        fixture.worker.answer(method::kDataMap, [](const Json&) -> Result<Json> {
            return fail(ErrorCode::notFound, "no space is in use");
        });
        fixture.panel.setDataSet(1);
        fixture.window.show();
        QVERIFY(saysOnScreen(fixture.panel, QStringLiteral("no space is in use")));
        fixture.worker.answerInPart(method::kDataMap,
                                    [](const Json&) -> Result<Json> { return toJson(MapFixture::grid()); });
        fixture.worker.answer(method::kDataMap, [](const Json&) -> Result<Json> { return toJson(MapAnswer{100, 0}); });
        tool(fixture, "Draw the map again").click();
        QTRY_COMPARE(fixture.panel.map().size(), size_t{100});
        QVERIFY(saysOnScreen(fixture.panel, QStringLiteral("100 pairs.")));
    }

    void aMapThatNobodyLooksAtIsNotDrawnAndOneThatIsLeftIsGivenUp() {
        MapFixture fixture;
        fixture.panel.setDataSet(1);
        QVERIFY(fixture.worker.asked(method::kDataMap).empty());
        fixture.worker.hold(method::kDataMap);
        fixture.window.show();
        QTRY_COMPARE(fixture.worker.asked(method::kDataMap).size(), size_t{1});
        fixture.panel.setDataSet(2);
        QTRY_COMPARE(fixture.worker.asked(method::kDataMap).size(), size_t{2});
        QTRY_COMPARE(fixture.worker.cancelled(), 1);
    }

    void theMapIsLegibleInBothAppearances() {
        MapFixture fixture;
        QVERIFY(fixture.shows());
        for (const Appearance appearance : {Appearance::dark, Appearance::light}) {
            applyAppearance(appearance);
            QVERIFY(fixture.settles());
            const QImage seen = fixture.view.grab().toImage();
            const QColor behind = seen.pixelColor(((fixture.at(1) + fixture.at(12)) / 2).toPoint());
            const QColor point = seen.pixelColor(fixture.at(1).toPoint());
            QVERIFY(qAbs(behind.lightness() - point.lightness()) > 40);
        }
    }
};

QTEST_MAIN(TestPairMap)
#include "test_pair_map.moc"
