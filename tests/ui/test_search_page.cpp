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
#include <QtWidgets/QPushButton>

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
