#include "core/library/pairs/paired_data.h"
#include "support/pair_fixture.h"
#include "support/small_data.h"
#include "ui/real_window.h"
#include "ui/views/dataset/dataset_page.h"
#include "ui/views/dataset/map_panel.h"
#include "ui/views/dataset/pair_filters.h"
#include "ui/views/dataset/pair_table.h"

#include <QtCore/QStandardPaths>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QComboBox>

using namespace fusefind;

namespace {

constexpr int kPairs = 60; // of which RealLibrary's space was made: their latents are known

struct Fixture {
    explicit Fixture(const RealLibrary& library) : window(library.worker()) {
        writePairs(pairs.root(), 48, 12);
        window.window->resize(1400, 900);
        (void)window.hasKeyboard();
        window.press(Qt::Key_3, Qt::AltModifier);
        page.addFolders({pairs.root()});
    }

    // Of this folder: those of the tests before are data sets as well.
    [[nodiscard]] bool lists(int rows) const {
        return RealWindow::waits([&] {
            const DataPair* const first = model.pair(0);
            return model.rowCount() == rows && first &&
                   (first->image.empty() ? first->sound : first->image).native().starts_with(pairs.root().native());
        });
    }
    [[nodiscard]] bool drawsMap() {
        window.press(Qt::Key_2, Qt::ControlModifier);
        return RealWindow::waits([&] { return panel.map().answer().has_value(); });
    }
    [[nodiscard]] bool selects(int rows) const {
        return RealWindow::waits([&] { return table.selectionModel()->selectedRows().size() == rows; });
    }
    void press(const QString& text) const {
        for (QAbstractButton* one : page.findChildren<QAbstractButton*>())
            if (one->isVisible() && one->text() == text && RealWindow::waits([&] { return one->isEnabled(); }))
                return one->click();
        qFatal("there is no button %s", qPrintable(text));
    }
    // Those on the left half of the map, by a lasso around them.
    [[nodiscard]] std::vector<int64_t> lassoLeftHalf() const {
        MapView& view = panel.view();
        const double middle = view.width() / 2.0;
        const std::vector<QPointF> way{
            {0, 0}, {middle, 0}, {middle, double(view.height())}, {0, double(view.height())}};
        QTest::mousePress(&view, Qt::LeftButton, Qt::ShiftModifier, way[0].toPoint());
        for (const QPointF& point : way)
            QTest::mouseMove(&view, point.toPoint());
        QTest::mouseRelease(&view, Qt::LeftButton, Qt::ShiftModifier, way.back().toPoint());
        return view.chosen();
    }

    PairFixture pairs;
    RealWindow window;
    DatasetPage& page = *window.window->findChild<DatasetPage*>();
    PairTable& table = *page.findChild<PairTable*>();
    PairModel& model = *qobject_cast<PairModel*>(table.model());
    MapPanel& panel = *page.findChild<MapPanel*>();
};

} // namespace

class TestMapWithWorker : public QObject {
    Q_OBJECT

    RealLibrary library_;

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        const QString problem = library_.prepare();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    void whatIsChosenOnTheMapIsExcludedMovedExportedAndFoundInTheTable() {
        Fixture fixture(library_);
        QVERIFY(fixture.lists(kPairs));
        QVERIFY(fixture.drawsMap());
        QCOMPARE(fixture.panel.map().size(), size_t(kPairs));
        QCOMPARE(fixture.panel.map().answer()->notEncoded, int64_t{0});

        const auto chosen = fixture.lassoLeftHalf();
        const int count = int(chosen.size());
        QVERIFY(count > 0 && count < kPairs);
        QVERIFY(fixture.lists(count));
        QVERIFY(fixture.selects(count));
        fixture.press(QStringLiteral("Exclude from training"));
        const auto excluded = [&](int row) { return fixture.model.pair(row) && fixture.model.pair(row)->excluded; };
        QVERIFY(RealWindow::waits([&] { return excluded(0) && excluded(count - 1); }));
        QVERIFY(fixture.selects(count));
        fixture.press(QStringLiteral("Undo"));
        QVERIFY(RealWindow::waits([&] { return !excluded(0) && !excluded(count - 1); }));

        const auto target = std::filesystem::canonical(library_.dataDir()) / "exported";
        fixture.page.exportTo(target, true, false);
        QVERIFY(fixture.window.says(QStringLiteral("%1 pairs were exported to").arg(count)));

        fixture.window.press(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(fixture.table.isVisible());
        QCOMPARE(fixture.model.rowCount(), count);
        fixture.press(QStringLiteral("Chosen on the map: %1").arg(count));
        QVERIFY(fixture.lists(kPairs));
        QVERIFY(fixture.panel.view().chosen().empty());
    }

    void whatIsMovedToTheOtherPartChangesItsPlaceInTheLegendAlone() {
        Fixture fixture(library_);
        QVERIFY(fixture.lists(kPairs));
        QVERIFY(fixture.drawsMap());
        const int64_t pair = fixture.model.pair(0)->id;
        const auto point = static_cast<size_t>(std::ranges::find(fixture.panel.map().points().pairs, pair) -
                                               fixture.panel.map().points().pairs.begin());
        const Split before = fixture.panel.map().split(point);
        const auto places = fixture.panel.map().points().places;
        fixture.table.setCurrentIndex(fixture.model.index(0, PairModel::captionColumn));
        fixture.press(before == Split::train ? QStringLiteral("Move to validation")
                                             : QStringLiteral("Move to training"));
        QVERIFY(RealWindow::waits([&] { return fixture.panel.map().split(point) != before; }));
        QVERIFY(fixture.panel.map().points().places == places);
        fixture.press(QStringLiteral("Undo"));
        QVERIFY(RealWindow::waits([&] { return fixture.panel.map().split(point) == before; }));
    }

    void thePairsThatFitLeastComeFirstWhenAsked() {
        Fixture fixture(library_);
        QVERIFY(fixture.lists(kPairs));
        auto* const order = fixture.page.findChild<PairFilters*>()->findChild<QComboBox*>();
        order->setCurrentIndex(order->findText(QStringLiteral("Likely mismatches first")));
        const auto fit = [&](int row) {
            const DataPair* const pair = fixture.model.pair(row);
            return pair ? pair->fit : std::nullopt;
        };
        QVERIFY(RealWindow::waits([&] { return fit(0) && fit(kPairs - 1) && *fit(0) < *fit(kPairs - 1); }));
        for (int row = 1; row < kPairs; ++row)
            QVERIFY(fit(row - 1).value() <= fit(row).value());
        QVERIFY(fixture.model.index(0, PairModel::noteColumn).data().toString().contains(QStringLiteral("rank")));
        // The map, whose points have no order, is drawn as ever.
        QVERIFY(fixture.drawsMap());
        QCOMPARE(fixture.panel.map().size(), size_t(kPairs));
        fixture.panel.view().chooseAll();
        QVERIFY(fixture.lists(kPairs));
    }

    void aFolderThatIsReadAgainHasANewMap() {
        Fixture fixture(library_);
        QVERIFY(fixture.lists(kPairs));
        QVERIFY(fixture.drawsMap());
        const auto before = fixture.panel.map().points().pairs;
        fixture.press(QStringLiteral("Read again"));
        QVERIFY(RealWindow::waits([&] {
            return fixture.panel.map().answer() && fixture.panel.map().points().pairs.front() != before.front() &&
                   fixture.panel.map().size() == size_t(kPairs);
        }));
        fixture.panel.view().chooseAll();
        QVERIFY(fixture.lists(kPairs));
    }
};

QTEST_MAIN(TestMapWithWorker)
#include "test_map_with_worker.moc"
