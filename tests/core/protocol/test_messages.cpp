#include "core/protocol/caption_messages.h"
#include "core/protocol/frame.h"
#include "core/protocol/library_messages.h"
#include "core/protocol/media_messages.h"
#include "support/damaged.h"
#include "support/train_samples.h"

#include <QtTest/QTest>
#include <algorithm>
#include <functional>
#include <limits>

using namespace fusefind;

namespace {

const std::filesystem::path kOddPath("/photos/\xff\xfe name\n\"1\".jpg"); // no UTF-8 at all

// As it is after a journey over the socket.
Json sent(const Json& json) {
    FrameReader reader;
    reader.feed(encodeFrame(Reply{1, json}).value());
    return *std::get<Reply>(reader.next().value().value()).result;
}

// What a reader makes of a value, as JSON again.
using Reread = std::function<Result<Json>(const Json&)>;

template <class T>
Reread by(Result<T> (*parse)(const Json&)) {
    return [parse](const Json& json) -> Result<Json> {
        FUSEFIND_TRY_ASSIGN(const T value, parse(json));
        return toJson(value);
    };
}

struct Sample {
    const char* name;
    Json json;
    Reread reread;
};

LibraryItem fullItem() {
    return {kOddPath, ItemKind::video, int64_t{1} << 40, -5, 1920, 1080, 12.5, 1'600'000'000'123};
}

LibraryFilter fullFilter() {
    return {{ItemKind::image, ItemKind::audio}, kOddPath, -1, 1'700'000'000'000};
}

LibraryQuery fullQuery() {
    return {
        {{"a dog", {}, true, 1}, {{}, kOddPath, false, 0.25F}}, fullFilter(), "mine", 100'000, -0.5F, true, true, 60};
}

std::vector<Sample> samples() {
    const LibraryHit hit{fullItem(), 0.75F, 1.5, 11.5, {fullItem(), {"/b", {}, 0, 0, 0, 0, 0, {}}}};
    const LibraryHit plainHit{{"/b", {}, 0, 0, 0, 0, 0, {}}, -0.125F, {}, {}, {}};
    const Facets facets{{{ItemKind::audio, 3}}, {{kOddPath, 5, true}, {"/b", 0, false}}, {{2024, 1}, {-1, 2}}};
    const ScanState scan{ScanPhase::encode, 5, 10, 2.5, 2.0, {{kOddPath, 1, 2}}, 3, "no space"};
    return {
        {"item", toJson(fullItem()), by(libraryItemFromJson)},
        {"plain item", toJson(LibraryItem{"/a", {}, 0, 0, 0, 0, 0, {}}), by(libraryItemFromJson)},
        {"query", toJson(fullQuery()), by(libraryQueryFromJson)},
        {"empty query", toJson(LibraryQuery()), by(libraryQueryFromJson)},
        {"answer", toJson(LibraryAnswer{"mine", 12.5, {hit, plainHit}, 0.5F, {kOddPath}}), by(libraryAnswerFromJson)},
        {"empty answer", toJson(LibraryAnswer()), by(libraryAnswerFromJson)},
        {"browse", toJson(BrowseRequest{fullFilter(), BrowseOrder::longest, 5, 0}), by(browseRequestFromJson)},
        {"plain browse", toJson(BrowseRequest()), by(browseRequestFromJson)},
        {"files", toJson(BrowseAnswer{7, {fullItem()}}), by(browseAnswerFromJson)},
        {"no files", toJson(BrowseAnswer()), by(browseAnswerFromJson)},
        {"facets", toJson(facets), by(facetsFromJson)},
        {"no facets", toJson(Facets()), by(facetsFromJson)},
        {"scan", toJson(scan), by(scanStateFromJson)},
        {"idle scan", toJson(ScanState()), by(scanStateFromJson)},
        {"captions wanted", toJson(CaptionsRequest{kOddPath, 2.5, 5}), by(captionsRequestFromJson)},
        {"captions of a picture wanted", toJson(CaptionsRequest{kOddPath, {}, 1}), by(captionsRequestFromJson)},
        {"captions", toJson(CaptionsAnswer{{{"a dog", 0.5F}, {"", -1}}}), by(captionsAnswerFromJson)},
        {"no captions", toJson(CaptionsAnswer()), by(captionsAnswerFromJson)},
        {"thumbnail", toJson(ThumbnailRequest{kOddPath, 128}), by(thumbnailRequestFromJson)},
        {"picture", toJson(PictureRequest{kOddPath, 4096}), by(pictureRequestFromJson)},
        {"pixels", toJson(PixelBlock{2, 1, 3, {0, 1, 2, 253, 254, 255}}), by(pixelBlockFromJson)},
        {"grey pixels", toJson(PixelBlock{1, 2, 1, {0, 255}}), by(pixelBlockFromJson)},
        {"no pixels", toJson(PixelBlock()), by(pixelBlockFromJson)},
        {"sound", toJson(SoundRequest{kOddPath, 0.5, 60, 16000}), by(soundRequestFromJson)},
        {"samples", toJson(SoundBlock{16000, {0, -1, 0.1F}}), by(soundBlockFromJson)},
        {"no samples", toJson(SoundBlock{16000, {}}), by(soundBlockFromJson)},
        {"waveform request", toJson(WaveformRequest{kOddPath, 10}), by(waveformRequestFromJson)},
        {"waveform", toJson(Waveform{2.5, {-1, 1, -0.1F, 0.1F}}), by(waveformFromJson)},
        {"spectrogram", toJson(SpectrogramRequest{kOddPath, 1, 2, 300, 64}), by(spectrogramRequestFromJson)},
        {"pairs request", toJson(PairsRequest{{kOddPath, "/b"}}), by(pairsRequestFromJson)},
        {"pairs", toJson(fullPairsAnswer(kOddPath)), by(pairsAnswerFromJson)},
        {"no pairs", toJson(PairsAnswer()), by(pairsAnswerFromJson)},
        {"training request", toJson(fullTrainingRequest(kOddPath)), by(trainingRequestFromJson)},
        {"estimate", toJson(fullTrainingEstimate()), by(trainingEstimateFromJson)},
        {"training", toJson(fullTrainingState(kOddPath)), by(trainingStateFromJson)},
        {"no training", toJson(TrainingState()), by(trainingStateFromJson)}};
}

// Every place in a value, the value itself among them.
std::vector<Json::json_pointer> placesIn(const Json& json) {
    std::vector<Json::json_pointer> places;
    const Json leaves = json.flatten();
    for (const auto& [place, leaf] : leaves.items())
        for (Json::json_pointer at(place);; at = at.parent_pointer()) {
            if (std::find(places.begin(), places.end(), at) == places.end()) places.push_back(at);
            if (at.empty()) break;
        }
    return places;
}

const std::vector<Json> kWrongValues{// clang-format off
    nullptr, true, -1, 0, "text", std::string("zero\0byte", 9), Json::array(), Json::array({1}), Json::object(),
    Json::binary({1, 2, 3}), std::numeric_limits<uint64_t>::max(), std::numeric_limits<int64_t>::min(), 1e308,
    std::numeric_limits<double>::quiet_NaN(), -std::numeric_limits<double>::infinity()};
// clang-format on

struct Refusal {
    const char* place;
    Json value;
    ErrorCode code = ErrorCode::invalidInput;
};

} // namespace

class TestMessages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyValueComesBackAsItWas() {
        for (const Sample& sample : samples()) {
            const auto read = sample.reread(sent(sample.json));
            QVERIFY2(read, read ? "" : (sample.name + (": " + read.error().text())).c_str());
            QVERIFY2(*read == sample.json, sample.name);
        }
    }

    void theFieldsOfAQueryArriveInTheirPlaces() {
        const auto query = libraryQueryFromJson(sent(toJson(fullQuery()))).value();
        QCOMPARE(query.terms.size(), size_t{2});
        QCOMPARE(query.terms[0].text, std::string("a dog"));
        QVERIFY(query.terms[1].file == kOddPath);
        QVERIFY(!query.terms[1].wanted);
        QCOMPARE(query.terms[1].weight, 0.25F);
        QVERIFY(query.filter.kinds == fullFilter().kinds);
        QVERIFY(query.filter.under == kOddPath);
        QVERIFY(query.filter.fromMs == -1);
        QVERIFY(query.filter.toMs == 1'700'000'000'000);
        QCOMPARE(query.top, size_t{100'000});
        QVERIFY(query.minScore == -0.5F);
        QVERIFY(query.exact && query.foldSimilar);
    }

    void theFieldsOfAnAnswerArriveInTheirPlaces() {
        const LibraryAnswer answer{"mine", 3, {{fullItem(), 0.75F, 1.5, 11.5, {fullItem()}}}, {}, {kOddPath}};
        const auto read = libraryAnswerFromJson(sent(toJson(answer))).value();
        const LibraryHit& hit = read.hits.at(0);
        QVERIFY(hit.item.path == kOddPath);
        QVERIFY(hit.item.kind == ItemKind::video);
        QCOMPARE(hit.item.mtimeMs, int64_t{-5});
        QVERIFY(hit.item.takenMs == 1'600'000'000'123);
        QVERIFY(hit.startSeconds == 1.5 && hit.endSeconds == 11.5);
        QCOMPARE(hit.similar.size(), size_t{1});
        QVERIFY(!read.closeScore);
        QVERIFY(read.shortened == answer.shortened);
    }

    void theFieldsOfATrainingArriveInTheirPlaces() {
        const auto state = trainingStateFromJson(sent(toJson(fullTrainingState(kOddPath)))).value();
        QVERIFY(state.phase == TrainingPhase::compare);
        QVERIFY(state.request.folders.at(0) == kOddPath);
        QVERIFY(state.request.encoders == fullTrainingRequest(kOddPath).encoders);
        QVERIFY(state.request.options == fullTrainingRequest(kOddPath).options);
        QCOMPARE(state.request.extends, std::string("old"));
        QVERIFY(state.remainingSeconds == 2.0);
        QVERIFY(state.baseline.at(0).to == Modality::audio);
        QVERIFY(!state.baseline[0].intervals);
        QCOMPARE(state.epochs.at(1).step, int64_t{16});
        const TrainingResult& result = state.result.value();
        QCOMPARE(result.after.at(0).recall.r10, 99.75);
        QCOMPARE(result.after[0].intervals->at(0).high, 20.25);
        QVERIFY(result.comparisons.at(0).before == std::vector<std::filesystem::path>({"/b", kOddPath}));
        QVERIFY(result.stopped);
        QVERIFY(result.kept == std::vector{Modality::audio});
    }

    void soundIsFourBytesASampleLittleEndian() {
        const Json json = toJson(SoundBlock{8000, {1.0F}});
        QVERIFY(json["samples"] == Json::binary({0, 0, 0x80, 0x3f}));
    }

    void everyErrorComesBackAsItWas() {
        for (int code = 0; code <= static_cast<int>(ErrorCode::internal); ++code) {
            const Error error{static_cast<ErrorCode>(code), "what", kOddPath, "advice"};
            const Error read = errorFromJson(sent(toJson(error)));
            QCOMPARE(read.code, error.code);
            QCOMPARE(read.text(), error.text());
            QVERIFY(read.file == error.file);
        }
        QVERIFY(!errorFromJson(5).text().empty());
        QCOMPARE(errorFromJson({{"code", "new"}, {"what", "x"}, {"file", ""}, {"advice", ""}}).code,
                 ErrorCode::internal);
    }

    void aMissingFieldIsAnErrorThatNamesIt() {
        for (const Sample& sample : samples()) {
            for (const auto& [key, value] : sample.json.items()) {
                Json without = sample.json;
                without.erase(key);
                const auto read = sample.reread(without);
                if (read) { // one that may be left out
                    QVERIFY2(!read->contains(key), sample.name);
                    continue;
                }
                QCOMPARE(read.error().code, ErrorCode::invalidInput);
                QVERIFY2(read.error().what.find(key) != std::string::npos, read.error().what.c_str());
            }
        }
    }

    void aWrongValueAnywhereIsReadOrRefusedAndNeverChanged() {
        for (const Sample& sample : samples()) {
            for (const auto& place : placesIn(sample.json)) {
                for (const Json& wrong : kWrongValues) {
                    Json json = sample.json;
                    json[place] = wrong;
                    const auto read = sample.reread(sent(json));
                    if (!read) continue;
                    const auto context = std::string(sample.name) + place.to_string() + " " + wrong.dump(-1, ' ', true);
                    QVERIFY2(read->contains(place) && (*read)[place] == wrong, context.c_str());
                }
            }
        }
    }

    void damagedValuesNeverCrash() {
        std::mt19937 random(2);
        constexpr int kRounds = 4000;
        for (const Sample& sample : samples()) {
            const std::string frame = encodeFrame(Reply{1, sample.json}).value();
            for (int i = 0; i < kRounds; ++i) {
                FrameReader reader;
                reader.feed(frame.substr(0, 4));
                reader.feed(damaged(frame.substr(4), random));
                const auto message = reader.next();
                if (!message || !*message) continue;
                const auto* reply = std::get_if<Reply>(&**message);
                if (reply && reply->result) (void)sample.reread(*reply->result);
            }
        }
    }

    void whatAsksForTooMuchIsRefused_data() {
        QTest::addColumn<int>("index");
        for (size_t i = 0; i < refusals().size(); ++i)
            QTest::addRow("%s%s", refusals()[i].first, refusals()[i].second.place) << static_cast<int>(i);
    }
    void whatAsksForTooMuchIsRefused() {
        QFETCH(int, index);
        const auto [name, refusal] = refusals().at(static_cast<size_t>(index));
        const auto all = samples();
        const auto sample = std::find_if(all.begin(), all.end(),
                                         [wanted = std::string_view(name)](const auto& s) { return s.name == wanted; });
        Json json = sample->json;
        json[Json::json_pointer(refusal.place)] = refusal.value;
        const auto read = sample->reread(json);
        QVERIFY(!read);
        QCOMPARE(read.error().code, refusal.code);
    }

    void aTermIsATextOrAFile() {
        QVERIFY(!libraryQueryFromJson(toJson(LibraryQuery{{QueryTerm()}, {}, {}, 20, {}, false, false})));
    }

private:
    static std::vector<std::pair<const char*, Refusal>> refusals() {
        constexpr auto kLimit = ErrorCode::limit;
        return {{"thumbnail", {"/longSide", 100'000, kLimit}},
                {"thumbnail", {"/longSide", 0}},
                {"thumbnail", {"/path", ""}},
                {"picture", {"/longSide", 5000, kLimit}},
                {"pixels", {"/width", 3}},
                {"pixels", {"/width", -2}},
                {"pixels", {"/height", 1 << 30}},
                {"pixels", {"/channels", 2}},
                {"sound", {"/seconds", 60.5, kLimit}},
                {"sound", {"/seconds", 0}},
                {"sound", {"/start", -1}},
                {"sound", {"/sampleRate", 1'000'000, kLimit}},
                {"samples", {"/samples", Json::binary({0, 0, 0x80, 0x3f, 1})}},
                {"samples", {"/samples", Json::binary({0, 0, 0xc0, 0x7f})}}, // not a number
                {"waveform", {"/peaks", Json::binary({0, 0, 0, 0})}},
                {"waveform request", {"/count", 2'000'000'000, kLimit}},
                {"spectrogram", {"/width", 1'000'000, kLimit}},
                {"spectrogram", {"/height", 1'000'000, kLimit}},
                {"spectrogram", {"/seconds", 1e9, kLimit}},
                {"query", {"/top", 0}},
                {"query", {"/top", 100'001}},
                {"query", {"/terms/0/weight", 0}},
                {"query", {"/terms/1/file", std::string("/a\0b", 4)}},
                {"query", {"/filter/kinds/0", "document"}},
                {"browse", {"/limit", 1'000'000}},
                {"browse", {"/offset", -1}},
                {"browse", {"/order", "random"}},
                {"item", {"/size", -1}},
                {"scan", {"/remainingSeconds", -1}}};
    }
};

QTEST_GUILESS_MAIN(TestMessages)
#include "test_messages.moc"
