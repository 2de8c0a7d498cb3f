#include "ui/search_page_fixture.h"
#include "ui/views/preview/inspector.h"

#include <QtWidgets/QAbstractButton>

using namespace fusefind;

namespace {

// Keeps what is said, as the worker does.
struct Fixture : SearchPageFixture {
    Fixture() {
        worker.answer(method::kJudged, [](const Json&) { return Json{{"hits", Json::array()}}; });
        worker.answer(method::kJudge, [this](const Json& params) -> Result<Json> {
            if (refuses) return fail(ErrorCode::notFound, "not in the library any more");
            said.push_back(judgementFromJson(params).value());
            return toJson(JudgedCounts{{1, 1}, {{{1, 1}, {1, 1}, {1, 1}}}});
        });
        beside.resize(400, 700);
        inspector.resize(beside.size());
        QObject::connect(&page, &SearchPage::currentHitChanged, &inspector,
                         [this](const auto& hit) { inspector.inspect(hit, &page.judged()); });
        QObject::connect(&page.judged(), &JudgedResults::changed, &inspector, &Inspector::showVerdict);
        QObject::connect(&inspector, &Inspector::judged, &page, &SearchPage::judge);
    }
    bool search() {
        type("dog");
        return shows(20) && QTest::qWaitFor([&] { return worker.asked(method::kJudged).size() == 1; });
    }
    void press(Qt::Key key) {
        view.setFocus();
        QTest::keyClick(&view, key, Qt::ControlModifier);
    }
    QAbstractButton& button(Verdict verdict) {
        for (auto* one : inspector.findChildren<QAbstractButton*>())
            if (one->text() == verdictText(verdict)) return *one;
        qFatal("no such button");
    }
    [[nodiscard]] bool isSaid(size_t times) {
        return QTest::qWaitFor([&] { return said.size() == times; });
    }

    std::vector<Judgement> said;
    bool refuses = false;
    QWidget beside; // without a layout, as the window
    Inspector inspector{client, &beside};
};

} // namespace

class TestJudgedResults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aKeyCallsAResultGoodAndTheSameKeyTakesItBack() {
        Fixture fixture;
        QVERIFY(fixture.search());
        fixture.view.select(2);
        fixture.press(Qt::Key_G);
        QVERIFY(fixture.isSaid(1));
        const Judgement first = fixture.said.front();
        QCOMPARE(first.terms.at(0).text, std::string("dog"));
        QCOMPARE(first.rank, int64_t{3});
        QCOMPARE(first.space, std::string("made up"));
        QVERIFY(first.verdict == Verdict::good);
        QTRY_VERIFY(fixture.button(Verdict::good).isChecked());
        const QModelIndex row = fixture.view.model()->index(2, 0);
        QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Good result")));
        fixture.press(Qt::Key_B);
        QVERIFY(fixture.isSaid(2));
        QTRY_VERIFY(fixture.button(Verdict::bad).isChecked() && !fixture.button(Verdict::good).isChecked());
        fixture.press(Qt::Key_B);
        QVERIFY(fixture.isSaid(3));
        QVERIFY(!fixture.said.back().verdict);
        QTRY_VERIFY(!fixture.button(Verdict::bad).isChecked());
    }

    void theInspectorJudgesWhatItShows() {
        Fixture fixture;
        fixture.beside.show();
        QVERIFY(fixture.search());
        fixture.view.select(1);
        QTRY_VERIFY(fixture.button(Verdict::bad).isVisible());
        fixture.button(Verdict::bad).click();
        QVERIFY(fixture.isSaid(1));
        QCOMPARE(fixture.said[0].path, fixture.page.findChild<ResultView*>()->currentHit()->item.path);
        QTRY_VERIFY(fixture.button(Verdict::bad).isChecked());
        fixture.view.select(2);
        QVERIFY(!fixture.button(Verdict::bad).isChecked());
    }

    void whatTheLibraryRemembersIsShownAgain() {
        Fixture fixture;
        const auto path = madeUpItem(5).path; // the second hit
        fixture.worker.answer(method::kJudged, [path](const Json&) {
            return Json{{"hits", {toJson(JudgedHit{path, Verdict::bad})}}};
        });
        QVERIFY(fixture.search());
        fixture.view.select(1);
        QTRY_VERIFY(fixture.button(Verdict::bad).isChecked());
    }

    void whileBrowsingThereIsNothingToJudge() {
        Fixture fixture;
        fixture.beside.show();
        QVERIFY(fixture.shows(2000));
        fixture.view.select(0);
        QVERIFY(!fixture.button(Verdict::good).isVisible());
        fixture.press(Qt::Key_G);
        QVERIFY(fixture.search());
        QCOMPARE(fixture.worker.asked(method::kJudge).size(), size_t{0});
    }

    void whatCannotBeKeptIsSaidAndTheButtonSpringsBack() {
        Fixture fixture;
        fixture.refuses = true;
        QVERIFY(fixture.search());
        fixture.view.select(0);
        fixture.button(Verdict::good).click();
        QVERIFY(fixture.says(QStringLiteral("not in the library")));
        QVERIFY(!fixture.button(Verdict::good).isChecked());
    }
};

QTEST_MAIN(TestJudgedResults)
#include "test_judged_results.moc"
