#include "core/protocol/judge_messages.h"

#include <QtTest/QTest>

using namespace fusefind;

namespace {

Judgement anyJudgement() {
    return {{{"a dog", {}, true, 2}, {{}, "/\xff.png", false, 1}}, "/a/b.jpg", Verdict::bad, 7, "mine"};
}

} // namespace

class TestJudgeMessages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBackAsItWas() {
        Judgement judgement = anyJudgement();
        QVERIFY(toJson(judgementFromJson(toJson(judgement)).value()) == toJson(judgement));
        judgement.verdict.reset();
        QVERIFY(!judgementFromJson(toJson(judgement)).value().verdict);
        const Json query = judgedQueryJson(judgement.terms);
        QVERIFY(judgedQueryJson(judgedQueryFromJson(query).value()) == query);
        const Json hits{{"hits", {toJson(JudgedHit{"/a", Verdict::good}), toJson(JudgedHit{"/b", Verdict::bad})}}};
        QVERIFY(judgedHitsFromJson(hits).value().at(1).verdict == Verdict::bad);
        const JudgedCounts counts{{5, 9}, {{{1, 1}, {2, 4}, {3, 6}}}};
        QVERIFY(toJson(judgedCountsFromJson(toJson(counts)).value()) == toJson(counts));
    }

    void whatIsWrongIsNamed_data() {
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("verdict") << QByteArray("/verdict") << QByteArray("\"so so\"") << QByteArray("verdict");
        QTest::newRow("rank") << QByteArray("/rank") << QByteArray("0") << QByteArray("rank");
        QTest::newRow("path") << QByteArray("/path") << QByteArray("\"\"") << QByteArray("path");
        QTest::newRow("terms") << QByteArray("/terms") << QByteArray("[]") << QByteArray("looked for");
        QTest::newRow("term") << QByteArray("/terms/0/text") << QByteArray("3") << QByteArray("text");
    }
    void whatIsWrongIsNamed() {
        QFETCH(QByteArray, pointer);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, named);
        Json json = toJson(anyJudgement());
        json[Json::json_pointer(pointer.toStdString())] = Json::parse(value.toStdString());
        const auto refused = judgementFromJson(json);
        QVERIFY(!refused);
        QVERIFY2(refused.error().what.find(named.toStdString()) != std::string::npos, refused.error().what.c_str());
    }

    void moreGoodOnesThanJudgedOnesAreRefused() {
        Json json = toJson(JudgedCounts{{5, 9}, {}});
        json["all"]["good"] = 10;
        QVERIFY(!judgedCountsFromJson(json));
        json = toJson(JudgedCounts{});
        json["within"].erase(0);
        QVERIFY(!judgedCountsFromJson(json));
    }
};

QTEST_GUILESS_MAIN(TestJudgeMessages)
#include "test_judge_messages.moc"
