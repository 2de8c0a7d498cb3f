#include "core/base/atomic_file.h"
#include "core/media/sound.h"
#include "support/media_files.h"
#include "support/temp_dir.h"

#include <QtTest/QTest>
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

using namespace fusefind;

namespace {

double loudness(std::span<const float> samples) {
    double sum = 0;
    for (const float sample : samples)
        sum += static_cast<double>(sample) * sample;
    return std::sqrt(sum / static_cast<double>(std::max<size_t>(samples.size(), 1)));
}

// Of a sine: half its sign changes a second.
double pitch(const Sound& sound) {
    int changes = 0;
    for (size_t i = 1; i < sound.samples.size(); ++i)
        changes += (sound.samples[i - 1] < 0) != (sound.samples[i] < 0) ? 1 : 0;
    return changes / 2.0 / sound.seconds();
}

} // namespace

class TestSound : public QObject {
    Q_OBJECT

    TempDir folder_;

private Q_SLOTS:
    void everyFormatIsReadAndResampled_data() {
        QTest::addColumn<QString>("encoder");
        QTest::addColumn<QString>("container");
        QTest::addColumn<bool>("video");
        QTest::newRow("flac") << "flac"
                              << "flac" << false;
        QTest::newRow("mp3") << "libmp3lame"
                             << "mp3" << false;
        QTest::newRow("opus") << "libopus"
                              << "ogg" << false;
        QTest::newRow("vorbis") << "libvorbis"
                                << "ogg" << false;
        QTest::newRow("m4a") << "aac"
                             << "ipod" << false;
        QTest::newRow("aac") << "aac"
                             << "adts" << false;
        QTest::newRow("mp4 video") << "aac"
                                   << "mp4" << true;
        QTest::newRow("mov video") << "aac"
                                   << "mov" << true;
        QTest::newRow("mkv video") << "libmp3lame"
                                   << "matroska" << true;
        QTest::newRow("webm") << "libopus"
                              << "webm" << false;
    }
    void everyFormatIsReadAndResampled() {
        QFETCH(QString, encoder);
        QFETCH(QString, container);
        QFETCH(bool, video);
        const auto bytes =
            codedSound(sine(440, 2, 48000), 48000, encoder.toStdString(), container.toStdString(), video);
        if (!bytes) QSKIP("FFmpeg has no encoder for it, so there is no file to read");
        const auto sound = decodeSound(folder_.write("a", *bytes), 16000);
        QVERIFY2(sound.has_value(), sound ? "" : sound.error().text().c_str());
        QCOMPARE(sound->sampleRate, 16000);
        QVERIFY2(std::abs(sound->seconds() - 2) < 0.1, std::to_string(sound->seconds()).c_str());
        QVERIFY2(std::abs(pitch(*sound) - 440) < 10, std::to_string(pitch(*sound)).c_str());
        QVERIFY2(std::abs(loudness(sound->samples) - 0.5 / std::sqrt(2)) < 0.02,
                 std::to_string(loudness(sound->samples)).c_str());
    }

    void wavIsReadToTheSample() {
        const auto samples = sine(440, 1, 16000);
        const Sound sound = decodeSound(folder_.write("a.wav", wavFile(samples, 16000)), 16000).value();
        QCOMPARE(sound.samples.size(), samples.size());
        for (size_t i = 0; i < samples.size(); ++i)
            QVERIFY(std::abs(sound.samples[i] - samples[i]) < 1e-4F);
    }

    void inPiecesItIsTheSameAsInOne() {
        const auto path = folder_.write("a.wav", wavFile(sine(440, 1, 44100), 44100));
        const Sound whole = decodeSound(path, 16000).value();
        auto reader = SoundReader::open(path, 16000).value();
        std::vector<float> joined;
        for (size_t count = 1;; count = count * 3 % 1009) {
            const auto piece = reader.read(count).value();
            if (piece.empty()) break;
            QVERIFY(piece.size() <= count);
            joined.insert(joined.end(), piece.begin(), piece.end());
        }
        QVERIFY(joined == whole.samples);
        QVERIFY(reader.read(10).value().empty());
    }

    void channelsAreAveragedAndNeverClip_data() {
        QTest::addColumn<double>("left");
        QTest::addColumn<double>("right");
        QTest::addColumn<double>("expected");
        QTest::newRow("both loud") << 0.9 << 0.9 << 0.9;
        QTest::newRow("one side") << 0.8 << 0.0 << 0.4;
        QTest::newRow("opposite") << 0.8 << -0.8 << 0.0;
    }
    void channelsAreAveragedAndNeverClip() {
        QFETCH(double, left);
        QFETCH(double, right);
        QFETCH(double, expected);
        std::vector<float> stereo;
        for (const float sample : sine(440, 1, 16000, 1)) {
            stereo.push_back(static_cast<float>(left) * sample);
            stereo.push_back(static_cast<float>(right) * sample);
        }
        for (const auto& bytes : {wavFile(stereo, 16000, 2), floatWavFile(stereo, 16000, 2)}) {
            const Sound sound = decodeSound(folder_.write("a.wav", bytes), 16000).value();
            QVERIFY(std::abs(loudness(sound.samples) - std::abs(expected) / std::sqrt(2)) < 0.001);
        }
    }

    void manyChannelsAreAveraged() {
        for (const int channels : {1, 3, 6, 8, 13}) {
            const std::vector<float> samples(static_cast<size_t>(channels) * 8000, 0.5F);
            const Sound sound =
                decodeSound(folder_.write("a.wav", floatWavFile(samples, 8000, channels)), 8000).value();
            QCOMPARE(sound.samples.size(), size_t{8000});
            QVERIFY(std::abs(sound.samples[4000] - 0.5F) < 1e-3F);
        }
    }

    void samplesThatAreNoNumbersOrTooLoudAreTamed() {
        std::vector<float> samples = sine(440, 1, 16000);
        samples[100] = std::numeric_limits<float>::quiet_NaN();
        samples[200] = std::numeric_limits<float>::infinity();
        samples[300] = 1e30F;
        for (const int rate : {16000, 8000}) {
            const Sound sound = decodeSound(folder_.write("a.wav", floatWavFile(samples, 16000)), rate).value();
            QVERIFY(std::ranges::all_of(sound.samples, [](float sample) { return sample >= -1 && sample <= 1; }));
            QVERIFY(loudness(sound.samples) > 0.3);
        }
    }

    void onlyTheBeginningIsReadIfThatIsAsked() {
        const auto path = folder_.write("a.wav", wavFile(sine(440, 3, 16000), 16000));
        QCOMPARE(decodeSound(path, 16000, 1).value().samples.size(), size_t{16000});
    }

    void tooLongASoundIsRefusedByWhatWasDecoded() {
        const auto path = folder_.write("a.wav", wavFile(sine(440, 3, 16000), 16000));
        auto reader = SoundReader::open(path, 16000, SoundLimits{.maxSeconds = 2}).value();
        QCOMPARE(reader.read(1000000).error().code, ErrorCode::limit);
    }

    void tooManyStreamsAreRefused() {
        const auto bytes = codedSound(sine(440, 1, 48000), 48000, "aac", "mp4", true);
        if (!bytes) QSKIP("FFmpeg has no AAC encoder, so there is no file to read");
        const auto path = folder_.write("a.mp4", *bytes);
        QVERIFY(SoundReader::open(path, 16000, SoundLimits{.maxStreams = 2}).has_value());
        const auto reader = SoundReader::open(path, 16000, SoundLimits{.maxStreams = 1});
        QVERIFY(!reader);
        QCOMPARE(reader.error().code, ErrorCode::limit);
    }

    void aSoundBrokenInTheMiddleGivesTheRest() {
        auto bytes = codedSound(sine(440, 4, 44100), 44100, "flac", "flac");
        if (!bytes) QSKIP("FFmpeg has no FLAC encoder, so there is no file to read");
        std::fill_n(bytes->begin() + static_cast<std::ptrdiff_t>(bytes->size() / 2), 500, '\x55');
        const Sound sound = decodeSound(folder_.write("a.flac", *bytes), 16000).value();
        QVERIFY2(sound.seconds() > 3 && sound.seconds() < 4.1, std::to_string(sound.seconds()).c_str());
    }

    void aSoundCutShortGivesWhatIsThere() {
        const auto bytes = codedSound(sine(440, 4, 44100), 44100, "libmp3lame", "mp3");
        if (!bytes) QSKIP("FFmpeg has no MP3 encoder, so there is no file to read");
        const Sound sound = decodeSound(folder_.write("a.mp3", bytes->substr(0, bytes->size() / 2)), 16000).value();
        QVERIFY2(std::abs(sound.seconds() - 2) < 0.2, std::to_string(sound.seconds()).c_str());
    }
};

QTEST_GUILESS_MAIN(TestSound)
#include "test_sound.moc"
