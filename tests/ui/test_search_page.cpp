#include "ui/models/file_names.h"
#include "ui/search_page_fixture.h"
#include "ui/views/search/facet_panel.h"
#include "ui/views/search/filter_bar.h"
#include "ui/views/search/result_bar.h"

#include <QtCore/QMimeData>
#include <QtCore/QStandardPaths>
#include <QtGui/QAccessible>
#include <QtGui/QDropEvent>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSlider>
#include <QtWidgets/QToolButton>

using namespace fusefind;
using Fixture = SearchPageFixture;

class TestSearchPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QLocale::setDefault(QLocale(QLocale::English));
    }

    void withNothingTypedTheWholeLibraryIsThere() {
        Fixture fixture;
        QVERIFY(fixture.shows(2000));
        QVERIFY(fixture.says(QStringLiteral("2,000 files")));
        QTRY_VERIFY(fixture.worker.asked(method::kThumbnail).size() > 3);
    }

    void typingSearchesWhenItPausesAndDropsTheAnswersBetween() {
        Fixture fixture;
        QVERIFY(fixture.shows(2000));
        QSignalSpy searched(&fixture.page, &SearchPage::searched);
        fixture.worker.hold(method::kSearch);
        fixture.type("beach");
        QTRY_COMPARE(fixture.worker.asked(method::kSearch).size(), size_t{2}); // the first letter, and the whole word
        QCOMPARE(fixture.lastQuery().terms.at(0).text, std::string("beach"));
        QTRY_COMPARE(fixture.worker.cancelled(), 1);
        fixture.worker.release(method::kSearch);
        QVERIFY(fixture.shows(20));
        QCOMPARE(searched.size(), 1);
        QVERIFY(fixture.says(QStringLiteral("Searching by “beach”")));
        QVERIFY(fixture.says(QStringLiteral("Close matches: 10")));
    }

    void escapeClearsAndTheLibraryIsBack() {
        Fixture fixture;
        fixture.type("beach");
        QVERIFY(fixture.shows(20));
        QTest::keyClick(&fixture.line, Qt::Key_Escape);
        QVERIFY(fixture.line.text().isEmpty());
        QVERIFY(fixture.shows(2000));
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

    void aDroppedSoundIsWhatIsSearchedBy() {
        Fixture fixture;
        QVERIFY(fixture.shows(2000));
        QMimeData mime;
        mime.setUrls({urlOf(fixture.files.write("rain.wav", "sound"))});
        QDragEnterEvent enter(QPoint(400, 500), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&fixture.page, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPoint(400, 500), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&fixture.page, &drop);
        QVERIFY(fixture.says(QStringLiteral("Searching by rain.wav")));
        QVERIFY(fixture.shows(20));
        QCOMPARE(fixture.lastQuery().terms.at(0).file, fixture.files / "rain.wav");
    }

    void moreAndLessLikeAResult() {
        Fixture fixture;
        QVERIFY(fixture.shows(2000));
        fixture.type("beach");
        const auto one = fixture.files.write("IMG_1.jpg", "picture");
        const auto other = fixture.files.write("IMG_2.jpg", "picture");
        fixture.page.moreLike(one);
        QVERIFY(fixture.says(QStringLiteral("Similar to IMG_1.jpg")));
        fixture.page.lessLike(other);
        QVERIFY(fixture.says(QStringLiteral("Similar to IMG_1.jpg, unlike IMG_2.jpg")));
        QTRY_COMPARE(fixture.lastQuery().terms.size(), size_t{2});
        QVERIFY(!fixture.lastQuery().terms[1].wanted);
    }

    void onlyUnwantedThingsAreExplainedAndNotAskedFor() {
        Fixture fixture;
        fixture.type("-beach");
        QVERIFY(fixture.says(QStringLiteral("Say also what to look for")));
        QVERIFY(fixture.worker.asked(method::kSearch).empty());
    }

    void facetsNarrowAndAreResetAtOnce() {
        Fixture fixture;
        QVERIFY(fixture.shows(2000));
        QTRY_VERIFY(fixture.kindBox("Sounds"));
        fixture.kindBox("Sounds")->click();
        QVERIFY(fixture.shows(667));
        fixture.type("rain");
        QVERIFY(fixture.shows(20));
        QCOMPARE(fixture.lastQuery().filter.kinds, std::set{ItemKind::audio});
        auto* const reset = fixture.child<FilterBar>().findChild<QPushButton*>();
        QVERIFY(reset->isVisible());
        reset->click();
        QVERIFY(fixture.lastQuery().filter.kinds == std::set{ItemKind::audio}); // not answered yet
        QTRY_VERIFY(fixture.lastQuery().filter.kinds.empty());
        QVERIFY(!fixture.child<FilterBar>().isVisible());
    }

    void yearsAreFiltersFromNewYearToNewYear() {
        LibraryFilter filter;
        setYear(filter, 2023);
        QCOMPARE(yearOf(filter), std::optional(2023));
        QCOMPARE(*filter.toMs - *filter.fromMs, int64_t{365} * 24 * 3600 * 1000);
        setYear(filter, {});
        QVERIFY(!filter.fromMs && !yearOf(filter));
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

    void nothingCloseIsSaidPlainlyAndTheNearestAreShown() {
        Fixture fixture;
        fixture.worker.answer(method::kSearch, [](const Json&) {
            LibraryAnswer answer;
            answer.hits.push_back({madeUpItem(0), 0.12F, {}, {}, {}});
            answer.closeScore = 0.3F;
            return Result<Json>(toJson(answer));
        });
        fixture.type("zebra");
        QVERIFY(fixture.says(QStringLiteral("Nothing close was found. These are the nearest.")));
        QVERIFY(fixture.shows(1));
    }

    void aSearchThatFailsSaysWhyAndThePageGoesOn() {
        Fixture fixture;
        fixture.worker.answer(method::kSearch, [](const Json&) -> Result<Json> {
            return fail(ErrorCode::unsupported, "no space is in use", {}, "train one first");
        });
        fixture.type("beach");
        QVERIFY(fixture.says(QStringLiteral("no space is in use; train one first")));
        serveLibrary(fixture.worker, 2000, 20);
        fixture.type("es");
        QVERIFY(fixture.shows(20));
        for (const NoticeBar* notice : fixture.page.findChildren<NoticeBar*>())
            QVERIFY(!notice->isVisible());
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

    void aWorkerThatDiesIsWaitedForAndAskedAgain() {
        Fixture fixture;
        QVERIFY(fixture.shows(2000));
        fixture.worker.hold(method::kSearch);
        fixture.type("beach");
        QTRY_VERIFY(!fixture.worker.asked(method::kSearch).empty());
        QTest::qWait(SearchSession::kTypingPauseMs);
        fixture.worker.die();
        QVERIFY(fixture.says(QStringLiteral("The engine stopped and is being started again")));
        QCOMPARE(fixture.view.model()->rowCount(), 2000); // the results stay
        fixture.worker.release(method::kSearch);
        fixture.worker.listen();
        QVERIFY(fixture.shows(20));
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

    void everyControlHasANameForThoseWhoDoNotSeeIt() {
        Fixture fixture;
        QVERIFY(fixture.shows(2000));
        QTRY_VERIFY(fixture.kindBox("Sounds"));
        for (QWidget* widget : fixture.page.findChildren<QWidget*>()) {
            if (!(widget->focusPolicy() & Qt::TabFocus) || widget->parentWidget() == &fixture.line) continue;
            if (QByteArray(widget->metaObject()->className()).startsWith("QScroll")) continue; // of a scroll area
            QAccessibleInterface* const accessible = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        }
    }
};

QTEST_MAIN(TestSearchPage)
#include "test_search_page.moc"
