#include "core/media/sound.h"
#include "support/media_files.h"
#include "support/temp_dir.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <random>

using namespace fusefind;

namespace {

constexpr int kRate = 16'000;

// Sound of which no stretch is like another: noise below 2 kHz, the same at every call.
std::vector<float> wandering(double seconds, int rate) {
    std::mt19937 random(7);
    std::normal_distribution<float> step(0, 0.3F);
    std::vector<float> samples(static_cast<size_t>(seconds * rate));
    float slow = 0;
    float slower = 0;
    for (float& sample : samples) {
        slow += (step(random) - slow) * 0.3F;
        slower += (slow - slower) * 0.3F;
        sample = std::clamp(2 * slower, -1.0F, 1.0F);
    }
    return samples;
}

// By how many samples `piece` lies later in `whole` than `expected`, found by correlation within +-reach.
int displacement(const std::vector<float>& whole, const std::vector<float>& piece, int expected, int reach) {
    double best = -1e9;
    int found = reach + 1;
    for (int shift = -reach; shift <= reach; ++shift) {
        double product = 0;
        for (size_t i = 0; i < piece.size(); ++i) {
            const auto at = expected + shift + static_cast<int64_t>(i);
            if (at >= 0 && at < static_cast<int64_t>(whole.size()))
                product += whole[static_cast<size_t>(at)] * piece[i];
        }
        if (product > best) {
            best = product;
            found = shift;
        }
    }
    return found;
}

// A file of silence, with a tone in its second `toneAt`.
std::string hoursOfWav(int hours, int toneAt) {
    constexpr int kSlowRate = 8000;
    const int seconds = 3600 * hours;
    const std::string silence(2 * kSlowRate, '\0');
    std::string wav = wavFile({}, kSlowRate, 1, static_cast<uint32_t>(seconds) * 2 * kSlowRate);
    const std::string tone = wavFile(sine(440, 1, kSlowRate), kSlowRate).substr(wav.size());
    for (int second = 0; second < seconds; ++second)
        wav += second == toneAt ? tone : silence;
    return wav;
}

float loudest(const std::vector<float>& samples) {
    float most = 0;
    for (const float sample : samples)
        most = std::max(most, std::abs(sample));
    return most;
}

} // namespace

class TestSoundSeek : public QObject {
    Q_OBJECT

    TempDir folder_;

private Q_SLOTS:
    void aStretchIsWhereTheWholeSoundHasIt_data() {
        QTest::addColumn<QString>("encoder");
        QTest::addColumn<QString>("container");
        const std::vector<std::pair<const char*, const char*>> formats{{"", "wav"},
                                                                       {"flac", "flac"},
                                                                       {"libmp3lame", "mp3"},
                                                                       {"libvorbis", "ogg"},
                                                                       {"libopus", "ogg"},
                                                                       {"aac", "ipod"},
                                                                       {"aac", "adts"},
                                                                       {"aac", "mov"},
                                                                       {"libopus", "webm"},
                                                                       {"aac", "mpegts"},
                                                                       {"libmp3lame", "matroska"},
                                                                       {"libmp3lame", "avi"},
                                                                       {"libvorbis", "webm"}};
        for (const auto& [encoder, container] : formats)
            QTest::addRow("%s %s", encoder, container)
                << QString::fromLatin1(encoder) << QString::fromLatin1(container);
    }
    void aStretchIsWhereTheWholeSoundHasIt() {
        QFETCH(QString, encoder);
        QFETCH(QString, container);
        const auto samples = wandering(20, 48'000);
        const auto bytes = encoder.isEmpty()
                               ? wavFile(samples, 48'000)
                               : codedSound(samples, 48'000, encoder.toStdString(), container.toStdString());
        if (!bytes) QSKIP("FFmpeg has no encoder for it, so there is no file to read");
        const auto path = folder_.write("a", *bytes);
        const auto whole = decodeSound(path, kRate).value().samples;
        auto reader = SoundReader::open(path, kRate).value();
        for (const double start : {7.3, 15.0, 0.2, 0.0, 11.1117, 4.0}) {
            const auto sought = reader.seek(start);
            QVERIFY2(sought.has_value(), sought ? "" : sought.error().text().c_str());
            const auto piece = reader.read(2000).value();
            QCOMPARE(piece.size(), size_t{2000});
            const int off = displacement(whole, piece, static_cast<int>(std::lround(start * kRate)), 400);
            QVERIFY2(std::abs(off) <= 3 * kRate / 1000, qPrintable(QStringLiteral("%1 at %2 s").arg(off).arg(start)));
        }
    }

    void ofAWavItIsTheSameToTheSample() {
        const auto path = folder_.write("a.wav", wavFile(wandering(10, kRate), kRate));
        const auto whole = decodeSound(path, kRate).value().samples;
        auto reader = SoundReader::open(path, kRate).value();
        for (const int at : {0, 1, 7999, 8001, 100'003}) {
            QVERIFY(reader.seek(static_cast<double>(at) / kRate).has_value());
            const auto piece = reader.read(1000).value();
            QVERIFY(std::ranges::equal(piece, std::span(whole).subspan(static_cast<size_t>(at), 1000)));
        }
    }

    void afterTheEndThereIsNothingAndBeforeItTheRest() {
        const auto path = folder_.write("a.wav", wavFile(wandering(10, kRate), kRate));
        auto reader = SoundReader::open(path, kRate).value();
        QVERIFY(reader.seek(9.5).has_value());
        QCOMPARE(reader.read(kRate).value().size(), size_t{kRate / 2});
        for (const double beyond : {10.0, 10.2, 11.0, 5000.0}) {
            QVERIFY(reader.seek(beyond).has_value());
            QVERIFY(reader.read(kRate).value().empty());
        }
        QVERIFY(reader.seek(2).has_value());
        QCOMPARE(reader.read(kRate).value().size(), size_t{kRate});
        QCOMPARE(reader.seek(7 * 3600).error().code, ErrorCode::limit);
    }

    void aPlaceInHoursOfSoundIsFoundAtOnce() {
        const auto path = folder_.write("a.wav", hoursOfWav(3, 9000));
        auto reader = SoundReader::open(path, kRate).value();
        QElapsedTimer timer;
        timer.start();
        QVERIFY(reader.seek(8999).has_value());
        QVERIFY(loudest(reader.read(kRate - 100).value()) < 0.01F);
        QVERIFY(loudest(reader.read(kRate).value()) > 0.4F);
        QVERIFY2(timer.elapsed() < 200, qPrintable(QString::number(timer.elapsed())));
    }

    void anHourWithoutAnyTableOfPlacesIsSearchedWithoutDecodingIt() {
        const auto minute = codedSound(wandering(60, kRate), kRate, "aac", "adts");
        if (!minute) QSKIP("FFmpeg has no AAC encoder, so there is no file to read");
        std::string hour;
        for (int i = 0; i < 60; ++i)
            hour += *minute;
        auto reader = SoundReader::open(folder_.write("a.aac", hour), kRate).value();
        QElapsedTimer timer;
        timer.start();
        QVERIFY(reader.seek(3500).has_value());
        QCOMPARE(reader.read(kRate).value().size(), size_t{kRate});
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }

    void aSoundCutShortEndsWhereItEnds() {
        auto bytes = codedSound(wandering(20, kRate), kRate, "libvorbis", "ogg");
        if (!bytes) QSKIP("FFmpeg has no Vorbis encoder, so there is no file to read");
        bytes->resize(bytes->size() * 3 / 4);
        auto reader = SoundReader::open(folder_.write("a.ogg", *bytes), kRate).value();
        QVERIFY(reader.seek(10).has_value());
        QCOMPARE(reader.read(kRate).value().size(), size_t{kRate});
        QVERIFY(reader.seek(19).has_value());
        QVERIFY(reader.read(kRate).value().empty());
    }

    void itCanBeStopped() {
        std::stop_source source;
        source.request_stop();
        auto reader = SoundReader::open(folder_.write("a.wav", wavFile(wandering(5, kRate), kRate)), kRate).value();
        QCOMPARE(reader.seek(4, source.get_token()).error().code, ErrorCode::cancelled);
    }
};

QTEST_GUILESS_MAIN(TestSoundSeek)
#include "test_sound_seek.moc"
