#include "core/protocol/frame.h"
#include "support/damaged.h"

#include <QtTest/QTest>
#include <cmath>
#include <limits>

using namespace fusefind;

namespace {

std::vector<Message> everyKindOfMessage() {
    const Json params{{"path", "/p\xff/a\n.jpg"},
                      {"list", {1, -2, 3.5, nullptr, true}},
                      {"jpeg", Json::binary({0, 255, 128})},
                      {"nested", {{"deeper", {{"empty", Json::object()}}}}}};
    return {Hello{3, "1.2.3", 4321},
            Request{std::numeric_limits<uint64_t>::max(), "search", params},
            Request{1, "facets", Json::object()},
            Cancel{7},
            ProgressNote{8, {"encode", 5, std::numeric_limits<int64_t>::max(), "half"}},
            Partial{9, Json::array()},
            Reply{10, params},
            Reply{11, Json(nullptr)},
            Reply{12, fail(ErrorCode::limit, "too \"large\"", "/odd\xc3", "choose a smaller one")},
            Event{"changed", Json::object()}};
}

std::string framesOf(const std::vector<Message>& messages) {
    std::string all;
    for (const Message& message : messages)
        all += encodeFrame(message).value();
    return all;
}

std::string frameAround(std::string_view body) {
    std::string frame;
    for (int shift = 24; shift >= 0; shift -= 8)
        frame += static_cast<char>(body.size() >> shift);
    return frame + std::string(body);
}

// What one frame around these bytes is read as.
Result<std::optional<Message>> read(std::string_view body) {
    FrameReader reader;
    reader.feed(frameAround(body));
    return reader.next();
}

} // namespace

class TestFrame : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMessageComesBackAsItWas() {
        for (const Message& message : everyKindOfMessage()) {
            FrameReader reader;
            reader.feed(encodeFrame(message).value());
            const auto read = reader.next();
            QVERIFY2(read && *read, read ? "nothing" : read.error().text().c_str());
            QCOMPARE((*read)->index(), message.index());
            QVERIFY(toJson(**read) == toJson(message));
            QVERIFY(!reader.next().value());
        }
    }

    void twoMessagesInOneFeedComeOneAfterTheOther() {
        const auto messages = everyKindOfMessage();
        FrameReader reader;
        reader.feed(framesOf(messages));
        for (const Message& message : messages)
            QVERIFY(toJson(*reader.next().value()) == toJson(message));
        QVERIFY(!reader.next().value());
    }

    void bytesMayArriveOneByOne() {
        const auto messages = everyKindOfMessage();
        FrameReader reader;
        size_t arrived = 0;
        for (const char byte : framesOf(messages)) {
            reader.feed({&byte, 1});
            const auto message = reader.next();
            QVERIFY(message.has_value());
            if (*message) QVERIFY(toJson(**message) == toJson(messages.at(arrived++)));
        }
        QCOMPARE(arrived, messages.size());
    }

    void aStreamMayBeSplitAnywhere() {
        const std::vector<Message> messages{Hello{1, "0", 2}, Reply{3, Json{{"a", 1.5}}}};
        const std::string bytes = framesOf(messages);
        for (size_t split = 0; split <= bytes.size(); ++split) {
            FrameReader reader;
            std::vector<Message> arrived;
            for (const auto part : {std::string_view(bytes).substr(0, split), std::string_view(bytes).substr(split)}) {
                reader.feed(part);
                while (auto message = reader.next().value())
                    arrived.push_back(std::move(*message));
            }
            QCOMPARE(arrived.size(), messages.size());
            for (size_t i = 0; i < messages.size(); ++i)
                QVERIFY(toJson(arrived[i]) == toJson(messages[i]));
        }
    }

    // nlohmann writes frames; its own reader is the oracle for ours.
    void cborIsReadAsItsWriterReadsIt() {
        for (const Message& message : everyKindOfMessage()) {
            const std::string frame = encodeFrame(message).value();
            QVERIFY(Json::from_cbor(frame.substr(4)) == toJson(message));
        }
        for (const Json& number : {Json(23), Json(24), Json(255), Json(256), Json(65536), Json(-1), Json(-25),
                                   Json(-257), Json(std::numeric_limits<int64_t>::min()), Json(0.1), Json(1.0e300),
                                   Json(-0.0), Json(std::numeric_limits<double>::infinity())}) {
            const auto message = read(encodeFrame(Partial{1, number})->substr(4));
            QVERIFY(message.has_value());
            QCOMPARE(std::get<Partial>(**message).value.dump(), number.dump());
        }
    }

    void aNumberThatIsNoneDoesNotEndTheStream() {
        const auto message = read(encodeFrame(Partial{1, std::numeric_limits<double>::quiet_NaN()})->substr(4));
        QVERIFY(message.has_value());
        QVERIFY(std::isnan(std::get<Partial>(**message).value.get<double>()));
    }

    void aFrameThatSaysToBeTooLargeIsRefusedAtOnce() {
        FrameReader reader;
        reader.feed("\xff\xff\xff\xff");
        QCOMPARE(reader.next().error().code, ErrorCode::limit);
        QCOMPARE(reader.next().error().code, ErrorCode::limit); // and stays so
    }

    void aMessageLargerThanAFrameIsNotWritten() {
        const Reply reply{1, Json::binary(std::vector<uint8_t>(kMaxFrameBytes))};
        QCOMPARE(encodeFrame(reply).error().code, ErrorCode::limit);
        const Reply fits{1, Json::binary(std::vector<uint8_t>(kMaxFrameBytes - 100))};
        FrameReader reader;
        reader.feed(encodeFrame(fits).value());
        QVERIFY(reader.next().value().has_value());
    }

    void whatIsNotAMessageIsAnError_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("limit");
        const auto row = [](const char* name, const std::string& body, bool limit = false) {
            QTest::newRow(name) << QByteArray::fromStdString(body) << limit;
        };
        const auto cbor = [](const Json& json) {
            const auto bytes = Json::to_cbor(json);
            return std::string(bytes.begin(), bytes.end());
        };
        row("nothing", "");
        row("text", "GET / HTTP/1.1\r\n\r\n");
        row("a number", cbor(5));
        row("no type", cbor({{"id", 5}}));
        row("an unknown type", cbor({{"type", "reboot"}}));
        row("a type of another type", cbor({{"type", 5}}));
        row("no id", cbor({{"type", "request"}, {"method", "search"}, {"params", nullptr}}));
        row("a negative id", cbor({{"type", "cancel"}, {"id", -1}}));
        row("no params", cbor({{"type", "request"}, {"id", 1}, {"method", "search"}}));
        row("a progress backwards",
            cbor({{"type", "progress"}, {"id", 1}, {"phase", ""}, {"done", -1}, {"total", 0}, {"detail", ""}}));
        row("a protocol beyond a number", cbor({{"type", "hello"}, {"protocol", uint64_t{1} << 40}}));
        row("bytes after it", cbor({{"type", "cancel"}, {"id", 1}}) + "x");
        row("a length that is not said", "\xbf\x64type\x66"
                                         "cancel\xff");
        row("text in endless pieces", std::string(1 << 20, '\x7f'));
        row("bytes in endless pieces", std::string(1 << 20, '\x5f'));
        row("a list that is longer than its bytes", "\x9b\xff\xff\xff\xff\xff\xff\xff\xff");
        row("text that is longer than its bytes", "\x7b\x7f\xff\xff\xff\xff\xff\xff\xff"
                                                  "abc");
        row("a key that comes twice", "\xa2\x61\x61\x01\x61\x61\x02");
        row("a key that is a number", "\xa1\x01\x02");
        row("tags without end", std::string(1 << 20, '\xc1'));
        row("a bomb of lists", std::string(1 << 20, '\x81'), true);
        std::string maps;
        for (int i = 0; i < (1 << 18); ++i)
            maps += "\xa1\x61\x61";
        row("a bomb of maps", maps, true);
        row("a very wide object", "\xb9\xff\xff", true);
        row("very many values", std::string("\x9a\x00\x80\x00\x00", 5) + std::string(size_t{8} << 20, '\x01'), true);
    }
    void whatIsNotAMessageIsAnError() {
        QFETCH(QByteArray, body);
        QFETCH(bool, limit);
        const auto message = read(body.toStdString());
        QVERIFY(!message);
        QCOMPARE(message.error().code, limit ? ErrorCode::limit : ErrorCode::invalidInput);
    }

    // Another version's Hello may look different but for its number, which is all that it takes to say so.
    void aHelloIsReadByItsNumberAlone() {
        const auto bytes = Json::to_cbor({{"type", "hello"}, {"protocol", 99}, {"version", 7}});
        const auto message = read(std::string(bytes.begin(), bytes.end()));
        QVERIFY(message.has_value());
        QCOMPARE(std::get<Hello>(**message).protocol, 99);
        QCOMPARE(std::get<Hello>(**message).version, std::string());
    }

    void damagedFramesNeverCrash() {
        std::mt19937 random(1);
        std::vector<std::string> bodies;
        for (const Message& message : everyKindOfMessage())
            bodies.push_back(encodeFrame(message)->substr(4));
        constexpr int kFrames = 100'000;
        int understood = 0;
        for (int i = 0; i < kFrames; ++i) {
            const auto message = read(damaged(bodies[static_cast<size_t>(i) % bodies.size()], random));
            if (!message) continue;
            ++understood;
            QVERIFY(toJson(**message).is_object());
        }
        QVERIFY(understood > 0); // much damage only changes a letter
        QVERIFY(understood < kFrames);
    }
};

QTEST_GUILESS_MAIN(TestFrame)
#include "test_frame.moc"
