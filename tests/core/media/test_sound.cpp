#include "core/base/atomic_file.h"
#include "core/media/sound.h"
#include "support/media_files.h"
#include "support/temp_dir.h"

#include <QtTest/QTest>
#include <algorithm>
#include <cmath>
#include <cstdlib>

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

    std::filesystem::path file(const std::string& name, const std::string& bytes) {
        const auto path = folder_ / name;
        if (!writeFileAtomically(path, bytes)) std::abort();
        return path;
    }

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
        const auto sound = decodeSound(file("a", *bytes), 16000);
        QVERIFY2(sound.has_value(), sound ? "" : sound.error().text().c_str());
        QCOMPARE(sound->sampleRate, 16000);
        QVERIFY2(std::abs(sound->seconds() - 2) < 0.1, std::to_string(sound->seconds()).c_str());
        QVERIFY2(std::abs(pitch(*sound) - 440) < 10, std::to_string(pitch(*sound)).c_str());
        QVERIFY2(std::abs(loudness(sound->samples) - 0.5 / std::sqrt(2)) < 0.02,
                 std::to_string(loudness(sound->samples)).c_str());
    }

    void wavIsReadToTheSample() {
        const auto samples = sine(440, 1, 16000);
        const Sound sound = decodeSound(file("a.wav", wavFile(samples, 16000)), 16000).value();
        QCOMPARE(sound.samples.size(), samples.size());
        for (size_t i = 0; i < samples.size(); ++i)
            QVERIFY(std::abs(sound.samples[i] - samples[i]) < 1e-4F);
    }
};

QTEST_GUILESS_MAIN(TestSound)
#include "test_sound.moc"
