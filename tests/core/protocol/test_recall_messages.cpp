#include "core/protocol/recall_messages.h"

#include <QtTest/QTest>

using namespace fusefind;

namespace {

RecallState anyState() {
    const Recall recall{10.5, 100.0 / 3, 99.75, 100, 500};
    RecallState state{true, "mine", {}, "no space"};
    state.dataSets = {{4,
                       "/pairs/\xff",
                       Split::test,
                       20,
                       15,
                       {{Modality::text, Modality::audio, recall, {}}},
                       {{1000, "old", 1, 2, 3.5}, {2000, "mine", 4, 5, 100.0 / 7}}}};
    return state;
}

} // namespace

class TestRecallMessages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBackAsItWas() {
        const RecallState state = recallStateFromJson(toJson(anyState())).value();
        QVERIFY(toJson(state) == toJson(anyState()));
        QVERIFY(state.dataSets.at(0).recalls.at(0).recall.r5 == 100.0 / 3);
        QVERIFY(recallStateFromJson(toJson(RecallState())));
    }

    void whatIsWrongIsNamed_data() {
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("split") << QByteArray("/dataSets/0/split") << QByteArray("\"half\"") << QByteArray("split");
        QTest::newRow("pairs") << QByteArray("/dataSets/0/pairs") << QByteArray("-1") << QByteArray("pairs");
        QTest::newRow("recall") << QByteArray("/dataSets/0/recalls/0/r5") << QByteArray("101") << QByteArray("r5");
        QTest::newRow("modality") << QByteArray("/dataSets/0/recalls/0/from") << QByteArray("\"smell\"")
                                  << QByteArray("from");
        QTest::newRow("history") << QByteArray("/dataSets/0/history/1/r10") << QByteArray("null") << QByteArray("r10");
        QTest::newRow("space") << QByteArray("/space") << QByteArray("3") << QByteArray("space");
    }
    void whatIsWrongIsNamed() {
        QFETCH(QByteArray, pointer);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, named);
        Json json = toJson(anyState());
        json[Json::json_pointer(pointer.toStdString())] = Json::parse(value.toStdString());
        const auto refused = recallStateFromJson(json);
        QVERIFY(!refused);
        QVERIFY2(refused.error().what.find(named.toStdString()) != std::string::npos, refused.error().what.c_str());
    }
};

QTEST_GUILESS_MAIN(TestRecallMessages)
#include "test_recall_messages.moc"
