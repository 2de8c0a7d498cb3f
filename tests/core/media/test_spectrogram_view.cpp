#include "core/media/spectrogram.h"
#include "support/media_files.h"
#include "support/temp_dir.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>
#include <algorithm>
#include <cmath>

using namespace fusefind;

namespace {

constexpr int kRate = 44'100;

uint8_t at(const Spectrogram& picture, int x, int y) {
    return picture.pixels[static_cast<size_t>(y) * static_cast<size_t>(picture.width) + static_cast<size_t>(x)];
}

int brightestRow(const Spectrogram& picture, int x) {
    int found = 0;
    for (int y = 1; y < picture.height; ++y)
        if (at(picture, x, y) > at(picture, x, found)) found = y;
    return found;
}

// From the bottom, where `height` bands share 0 to 22,050 Hz evenly in mel.
int rowFromTop(double hertz, int height) {
    const auto mel = [](double f) { return 2595 * std::log10(1 + f / 700); };
    return height - static_cast<int>(std::lround(mel(hertz) / mel(22'050) * (height + 1)));
}

} // namespace

class TestSpectrogramView : public QObject {
    Q_OBJECT

    TempDir folder_;

    [[nodiscard]] Spectrogram of(std::span<const float> samples, const SpectrogramView& view) const {
        return spectrogramOf(folder_.write("a.wav", floatWavFile(samples, kRate)), view).value();
    }

private Q_SLOTS:
    void aToneLightsItsRow_data() {
        QTest::addColumn<double>("hertz");
        for (const double hertz : {50.0, 100.0, 440.0, 1000.0, 4000.0, 15'000.0})
            QTest::addRow("%.0f Hz", hertz) << hertz;
    }
    void aToneLightsItsRow() {
        QFETCH(double, hertz);
        const auto picture = of(sine(hertz, 3, kRate, 1), {.start = 1, .seconds = 1, .width = 50, .height = 100});
        QCOMPARE(picture.width, 50);
        QCOMPARE(picture.height, 100);
        QCOMPARE(picture.pixels.size(), size_t{5000});
        const int expected = rowFromTop(hertz, 100);
        for (const int x : {0, 25, 49}) {
            // Below, a row is narrower than what a frame of 46 ms can tell apart.
            const int tolerance = hertz < 400 ? 2 : 1;
            QVERIFY2(std::abs(brightestRow(picture, x) - expected) <= tolerance,
                     qPrintable(QStringLiteral("%1, not %2").arg(brightestRow(picture, x)).arg(expected)));
            QVERIFY(at(picture, x, brightestRow(picture, x)) > 240);
            QVERIFY(at(picture, x, (expected + 50) % 100) < 100);
        }
    }

    void eightyDecibelsFillTheGreys() {
        for (const double decibels : {0.0, -20.0, -40.0, -60.0}) {
            const auto amplitude = static_cast<float>(std::pow(10, decibels / 20));
            const auto picture =
                of(sine(1000, 2, kRate, amplitude), {.start = 0.5, .seconds = 1, .width = 10, .height = 64});
            const int grey = at(picture, 5, brightestRow(picture, 5));
            const double expected = 255 * (1 + decibels / 80);
            QVERIFY2(std::abs(grey - expected) < 8, qPrintable(QStringLiteral("%1, not %2").arg(grey).arg(expected)));
        }
    }

    void silenceAndWhatIsAfterTheEndAreZero() {
        const auto black = [](uint8_t grey) { return grey == 0; };
        const auto silence = of(std::vector<float>(kRate), {.seconds = 1, .width = 30, .height = 20});
        QVERIFY(std::ranges::all_of(silence.pixels, black));
        const auto tone = of(sine(1000, 1, kRate), {.seconds = 2, .width = 100, .height = 20});
        for (int y = 0; y < 20; ++y)
            for (int x = 53; x < 100; ++x)
                QCOMPARE(at(tone, x, y), uint8_t{0});
        const auto beyond = of(sine(1000, 1, kRate), {.start = 100, .seconds = 1, .width = 10, .height = 20});
        QVERIFY(std::ranges::all_of(beyond.pixels, black));
    }

    void aClickIsSeenInAColumnOfManyFrames() {
        std::vector<float> samples(20 * kRate);
        samples[static_cast<size_t>(10.3 * kRate)] = 1;
        const auto picture = of(samples, {.seconds = 20, .width = 20, .height = 32});
        for (int x = 0; x < 20; ++x)
            QCOMPARE(at(picture, x, brightestRow(picture, x)) > 0, x == 10);
    }

    void anyStretchIsTheSameAsThatPartOfAll() {
        std::vector<float> samples;
        for (int i = 0; i < 10; ++i) {
            const auto tone = sine(200 * (i + 1), 1, kRate);
            samples.insert(samples.end(), tone.begin(), tone.end());
        }
        const auto all = of(samples, {.seconds = 10, .width = 1000, .height = 64});
        const auto part = of(samples, {.start = 6, .seconds = 2, .width = 200, .height = 64});
        for (int y = 0; y < 64; ++y)
            for (int x = 0; x < 200; ++x)
                QVERIFY(std::abs(at(part, x, y) - at(all, 600 + x, y)) <= 1);
    }

    void tenSecondsOfThreeHoursAreQuick() {
        constexpr int kSlowRate = 8000;
        const int seconds = 3 * 3600;
        std::string wav = wavFile({}, kSlowRate, 1, static_cast<uint32_t>(seconds) * 2 * kSlowRate);
        const std::string tone = wavFile(sine(440, 1, kSlowRate), kSlowRate).substr(wav.size());
        for (int second = 0; second < seconds; ++second)
            wav += tone;
        const auto path = folder_.write("long.wav", wav);
        QElapsedTimer timer;
        timer.start();
        const auto picture = spectrogramOf(path, {.start = 10'000, .seconds = 10}).value();
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(std::abs(brightestRow(picture, 400) - rowFromTop(440, picture.height)) <= 1);
    }

    void itCanBeStoppedAndNamesABadFile() {
        std::stop_source source;
        source.request_stop();
        const auto path = folder_.write("a.wav", wavFile(sine(100, 1, kRate), kRate));
        QCOMPARE(spectrogramOf(path, {}, source.get_token()).error().code, ErrorCode::cancelled);
        const auto bad = folder_.write("bad.wav", "no sound");
        QCOMPARE(spectrogramOf(bad, {}).error().file, bad);
    }
};

QTEST_GUILESS_MAIN(TestSpectrogramView)
#include "test_spectrogram_view.moc"
