#include "ui/models/file_names.h"
#include "ui/search_page_fixture.h"
#include "ui/views/search/result_bar.h"

#include <QtCore/QStandardPaths>
#include <QtGui/QShortcut>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>

using namespace fusefind;
using Fixture = SearchPageFixture;

// What was found, and how one moves in it.
class TestSearchResults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QLocale::setDefault(QLocale(QLocale::English));
    }

    void aNewQuestionStartsAtTheTopWithNothingSelected() {
        Fixture fixture(2000, 200);
        fixture.type("beach");
        QVERIFY(fixture.shows(200));
        QSignalSpy current(&fixture.page, &SearchPage::currentHitChanged);
        fixture.view.select(150);
        QVERIFY(fixture.view.verticalScrollBar()->value() > 0);
        QVERIFY(current.last()[0].value<std::optional<LibraryHit>>().has_value());
        QSignalSpy searched(&fixture.page, &SearchPage::searched);
        fixture.type(" party");
        QVERIFY(searched.wait());
        QTRY_COMPARE(fixture.view.verticalScrollBar()->value(), 0);
        QVERIFY(!fixture.view.currentIndex().isValid());
        QVERIFY(!current.last()[0].value<std::optional<LibraryHit>>().has_value());
    }

    void theSameQuestionAgainKeepsThePlace() {
        Fixture fixture(2000, 200);
        fixture.line.setText(QStringLiteral("beach")); // at once: one question
        QVERIFY(fixture.shows(200));
        fixture.view.select(50);
        const int place = fixture.view.verticalScrollBar()->value();
        const size_t asked = fixture.worker.asked(method::kSearch).size();
        QSignalSpy answered(fixture.view.model(), &QAbstractItemModel::modelReset);
        fixture.page.refresh();
        QVERIFY(answered.wait());
        QCOMPARE(fixture.worker.asked(method::kSearch).size(), asked + 1);
        QTRY_COMPARE(fixture.view.currentIndex().row(), 50);
        QCOMPARE(fixture.view.verticalScrollBar()->value(), place);
    }

    void theThresholdSaysHowManyItHides() {
        Fixture fixture;
        fixture.type("beach");
        QVERIFY(fixture.shows(20));
        auto& bar = fixture.child<ResultBar>();
        bar.setThreshold(0.3F);
        QVERIFY(fixture.shows(10));
        auto* const hidden = bar.findChild<QPushButton*>();
        QVERIFY(hidden->isVisible());
        QCOMPARE(hidden->text(), QStringLiteral("10 hidden – show all"));
        bar.setThreshold(1);
        QVERIFY(fixture.says(QStringLiteral("score lower than the slider")));
        hidden->click();
        QVERIFY(fixture.shows(20));
        QVERIFY(!hidden->isVisible());
    }

    void theFirstHitsAreShownBeforeTheRest() {
        Fixture fixture;
        QVERIFY(fixture.shows(2000));
        fixture.worker.answerInPart(method::kSearch, [](const Json&) -> Result<Json> {
            LibraryAnswer first;
            for (int i = 0; i < 5; ++i)
                first.hits.push_back({madeUpItem(5 * i), 0.9F, {}, {}, {}}); // as the answer begins
            return toJson(first);
        });
        fixture.worker.hold(method::kSearch);
        fixture.type("beach");
        QVERIFY(fixture.shows(5));
        fixture.view.select(3);
        fixture.worker.release(method::kSearch);
        QVERIFY(fixture.shows(20));
        QVERIFY(fixture.view.currentHit()->item.path == madeUpItem(15).path); // the choice stays
    }

    void everythingWorksByKeyboard() {
        Fixture fixture;
        QVERIFY(fixture.shows(2000));
        QSignalSpy preview(&fixture.page, &SearchPage::previewRequested);
        QSignalSpy open(&fixture.page, &SearchPage::openRequested);
        QSignalSpy reveal(&fixture.page, &SearchPage::revealRequested);
        fixture.page.focusBox();
        fixture.type("beach");
        QVERIFY(fixture.shows(20));
        QTest::keyClick(&fixture.line, Qt::Key_Return);
        QVERIFY(fixture.view.hasFocus());
        QCOMPARE(fixture.view.currentIndex().row(), 0);
        QTest::keyClick(&fixture.view, Qt::Key_Right);
        QCOMPARE(fixture.view.currentIndex().row(), 1);
        QTest::keyClick(&fixture.view, Qt::Key_Down);
        QVERIFY(fixture.view.currentIndex().row() > 2);
        fixture.page.selectPrevious();
        QTest::keyClick(&fixture.view, Qt::Key_Space);
        QTest::keyClick(&fixture.view, Qt::Key_Return);
        QTest::keyClick(&fixture.view, Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(preview.size(), 1);
        QCOMPARE(open.size(), 1);
        QCOMPARE(reveal.size(), 1);
        QTest::keyClick(&fixture.view, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(fixture.view.resultLayout(), ResultDelegate::Layout::list);
        const int row = fixture.view.currentIndex().row();
        QTest::keyClick(&fixture.view, Qt::Key_Down);
        QCOMPARE(fixture.view.currentIndex().row(), row + 1);
        QTest::keyClick(&fixture.view, Qt::Key_1, Qt::ControlModifier);
        const QSize before = fixture.view.gridSize();
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(&fixture.view, Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(fixture.view.gridSize().height() > before.height());
        QTest::keyClicks(&fixture.view, QStringLiteral("x"));
        QVERIFY(fixture.line.hasFocus());
        QCOMPARE(fixture.line.text(), QStringLiteral("beachx"));
        QTest::keyClick(&fixture.view, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(fixture.line.hasFocus());
    }

    // So that the sheet, which is made of the table, tells no lie.
    void thePageListensToTheKeysOfTheTableAndToNoOthers() {
        Fixture fixture;
        QList<QKeySequence> heard;
        for (const QShortcut* shortcut : fixture.page.findChildren<QShortcut*>(Qt::FindDirectChildrenOnly))
            heard += shortcut->keys();
        QList<QKeySequence> told;
        for (const ShortcutId id :
             {ShortcutId::focusBox, ShortcutId::showGrid, ShortcutId::showList, ShortcutId::filters, ShortcutId::larger,
              ShortcutId::smaller, ShortcutId::reveal, ShortcutId::moreLike, ShortcutId::lessLike,
              ShortcutId::goodResult, ShortcutId::badResult})
            told += keysOf(id);
        QCOMPARE(QSet(heard.begin(), heard.end()), QSet(told.begin(), told.end()));
        QCOMPARE(fixture.child<ResultBar>().gridButton()->toolTip(), QStringLiteral("Grid (Ctrl+1)"));
    }

    void theOrderOfTheLibraryIsChosen() {
        Fixture fixture;
        QVERIFY(fixture.shows(2000));
        fixture.child<ResultBar>().findChild<QComboBox*>()->setCurrentIndex(static_cast<int>(BrowseOrder::oldest));
        QTRY_COMPARE(fixture.view.model()->index(0, 0).data().toString(), shownName(madeUpItem(1999).path));
    }

    void aHundredThousandFilesScrollToTheirEnd() {
        Fixture fixture(100'000);
        QVERIFY(fixture.shows(100'000));
        QScrollBar* const bar = fixture.view.verticalScrollBar();
        std::vector<qint64> pauses;
        for (int step = 0; step <= 200; ++step) {
            QElapsedTimer timer;
            timer.start();
            bar->setValue(static_cast<int>(int64_t{bar->maximum()} * step / 200));
            fixture.view.viewport()->repaint();
            pauses.push_back(timer.elapsed());
            QApplication::processEvents();
        }
        std::sort(pauses.begin(), pauses.end());
        qInfo("longest pause %lld ms, 95 of 100 under %lld ms", pauses.back(), pauses[pauses.size() * 95 / 100]);
        QVERIFY(pauses[pauses.size() / 2] < 50); // far from what a machine under load may cost
        const int last = 99'999;
        QTRY_COMPARE(fixture.view.model()->index(last, 0).data().toString(), shownName(madeUpItem(last).path));
    }
};

QTEST_MAIN(TestSearchResults)
#include "test_search_results.moc"
