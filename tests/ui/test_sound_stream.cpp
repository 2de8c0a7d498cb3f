#include "core/protocol/media_messages.h"
#include "core/protocol/methods.h"
#include "ui/stand_in_worker.h"
#include "ui/views/preview/sound_stream.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <cmath>

namespace fusefind {

namespace {

constexpr int kRate = 1000;

// A sound whose every sample tells its place: exact in a float, and never repeated within 16 seconds.
float sampleAt(int64_t place) {
    return static_cast<float>(place % 16384) / 16384.0F;
}

// Answers kSound as the worker does for a sound of `seconds`.
StandInWorker::Answer soundOf(double seconds) {
    return [seconds](const Json& params) -> Result<Json> {
        const SoundRequest request = soundRequestFromJson(params).value();
        const int64_t end = std::llround(seconds * request.sampleRate);
        const int64_t from = std::llround(request.start * request.sampleRate);
        const int64_t to = std::min(end, from + std::lround(request.seconds * request.sampleRate));
        SoundBlock block{request.sampleRate, {}};
        for (int64_t place = from; place < to; ++place)
            block.samples.push_back(sampleAt(place));
        return toJson(block);
    };
}

// Reads until `count` samples are there or the stream ends.
std::vector<float> pull(SoundStream& stream, size_t count) {
    std::vector<float> samples(count);
    size_t done = 0;
    const auto more = [&] {
        done += stream.read(std::span(samples).subspan(done));
        return done == count || stream.atEnd();
    };
    if (!QTest::qWaitFor(more)) qWarning("the stream gave %zu of %zu samples", done, count);
    samples.resize(done);
    return samples;
}

std::vector<float> expected(int64_t from, int64_t to) {
    std::vector<float> samples;
    for (int64_t place = from; place < to; ++place)
        samples.push_back(sampleAt(place));
    return samples;
}

} // namespace

class TestSoundStream : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        worker_ = std::make_unique<StandInWorker>();
        client_ = std::make_unique<WorkerClient>(worker_->options());
        client_->start();
        stream_ = std::make_unique<SoundStream>(*client_);
    }
    void cleanup() {
        stream_.reset();
        client_.reset();
        worker_.reset();
    }

    void everySampleComesOnceAndInOrder() {
        worker_->answer(method::kSound, soundOf(10.25));
        stream_->open("/a.wav", kRate, 0);
        QCOMPARE(pull(*stream_, 20 * kRate), expected(0, 10250));
        QVERIFY(stream_->atEnd());
        QCOMPARE(stream_->position(), 10.25);
    }

    void aSoundStartsAtItsMoment() {
        worker_->answer(method::kSound, soundOf(60));
        stream_->open("/a.wav", kRate, 35);
        QCOMPARE(pull(*stream_, 100), expected(35000, 35100));
        QCOMPARE(stream_->position(), 35.1);
    }

    void aSoundOfThreeHoursIsHeldInSeconds() {
        worker_->answer(method::kSound, soundOf(3 * 3600));
        stream_->open("/long.wav", kRate, 2 * 3600);
        const auto most = size_t(SoundStream::kAheadSeconds * kRate);
        std::vector<float> heard(500);
        for (int second = 0; second < 60; ++second) {
            QTRY_VERIFY(stream_->held() >= heard.size());
            QVERIFY(stream_->held() <= most);
            stream_->read(heard);
            stream_->read(heard);
        }
        // Without a reader nothing more is asked for.
        QTRY_VERIFY(stream_->held() > most / 2);
        const double fetched = stream_->position() + double(stream_->held()) / kRate - 2 * 3600;
        QVERIFY(fetched <= 60 + SoundStream::kAheadSeconds);
        for (const Json& request : worker_->asked(method::kSound))
            QVERIFY(soundRequestFromJson(request)->seconds <= SoundStream::kAheadSeconds);
    }

    void aLoopGoesOverItsSeamWithoutAGap() {
        worker_->answer(method::kSound, soundOf(60));
        stream_->open("/a.wav", kRate, 20.5, TimeSpan{20, 21});
        std::vector<float> wanted = expected(20500, 21000);
        for (int round = 0; round < 3; ++round) {
            const auto again = expected(20000, 21000);
            wanted.insert(wanted.end(), again.begin(), again.end());
        }
        QCOMPARE(pull(*stream_, wanted.size()), wanted);
        QVERIFY(!stream_->atEnd());
    }

    void aLoopBeyondTheRealEndTurnsWhereTheSoundEnds() {
        worker_->answer(method::kSound, soundOf(2));
        stream_->open("/a.wav", kRate, 0, TimeSpan{0, 2.5});
        std::vector<float> wanted = expected(0, 2000);
        const auto again = expected(0, 500);
        wanted.insert(wanted.end(), again.begin(), again.end());
        QCOMPARE(pull(*stream_, wanted.size()), wanted);
    }

    void aLoopWhereNothingSoundsEnds() {
        worker_->answer(method::kSound, soundOf(2));
        stream_->open("/a.wav", kRate, 5, TimeSpan{5, 6});
        QTRY_VERIFY(stream_->atEnd());
        QVERIFY(worker_->asked(method::kSound).size() < 3);
    }

    void goingElsewhereForgetsWhatWasUnderWay() {
        worker_->answer(method::kSound, soundOf(100));
        worker_->hold(method::kSound);
        stream_->open("/a.wav", kRate, 0);
        QTRY_COMPARE(worker_->asked(method::kSound).size(), size_t{1});
        stream_->open("/a.wav", kRate, 50);
        QTRY_COMPARE(worker_->asked(method::kSound).size(), size_t{2});
        worker_->release(method::kSound);
        QCOMPARE(pull(*stream_, 100), expected(50000, 50100));
    }

    void nothingLeavesTheRangeOfALoudspeaker() {
        worker_->answer(method::kSound, [](const Json&) -> Result<Json> {
            return toJson(SoundBlock{kRate, {7.0F, -2.0F, 0.25F}});
        });
        stream_->open("/a.wav", kRate, 0);
        QCOMPARE(pull(*stream_, 3), (std::vector<float>{1, -1, 0.25F}));
    }

    void aBrokenFileIsToldOnceAndNotAskedForAgain() {
        worker_->answer(method::kSound, [](const Json&) -> Result<Json> {
            return fail(ErrorCode::notFound, "there is no such file", "/a.wav");
        });
        QSignalSpy failed(stream_.get(), &SoundStream::failed);
        stream_->open("/a.wav", kRate, 0);
        QVERIFY(failed.wait());
        QCOMPARE(failed.first().first().toString(), QStringLiteral("There is no such file."));
        std::vector<float> samples(10);
        QCOMPARE(stream_->read(samples), size_t{0});
        QCOMPARE(worker_->asked(method::kSound).size(), size_t{1});
    }

    void aSoundGoesOnWhenTheWorkerIsBack() {
        worker_->answer(method::kSound, soundOf(100));
        worker_->hold(method::kSound);
        QSignalSpy failed(stream_.get(), &SoundStream::failed);
        stream_->open("/a.wav", kRate, 3);
        QTRY_COMPARE(worker_->asked(method::kSound).size(), size_t{1});
        worker_->die();
        QTRY_COMPARE(failed.count(), 1);
        worker_->listen();
        worker_->release(method::kSound);
        QCOMPARE(pull(*stream_, 100), expected(3000, 3100));
    }

private:
    std::unique_ptr<StandInWorker> worker_;
    std::unique_ptr<WorkerClient> client_;
    std::unique_ptr<SoundStream> stream_;
};

} // namespace fusefind

QTEST_MAIN(fusefind::TestSoundStream)
#include "test_sound_stream.moc"
