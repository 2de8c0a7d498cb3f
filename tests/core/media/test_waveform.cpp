#include "core/base/atomic_file.h"
#include "core/media/waveform.h"
#include "support/media_files.h"
#include "support/temp_dir.h"

#include <QtTest/QTest>
#include <cmath>

using namespace fusefind;

class TestWaveform : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void peaksFollowTheSound() {
        const TempDir folder;
        std::vector<float> samples = sine(100, 30, 16000, 0.8F);
        std::fill(samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(samples.size() / 2), 0.0F);
        QVERIFY(writeFileAtomically(folder / "a.wav", wavFile(samples, 16000)).has_value());
        const auto [seconds, peaks] = waveformPeaks(folder / "a.wav", 100).value();
        QCOMPARE(seconds, 30.0);
        QCOMPARE(peaks.rows(), size_t{100});
        QCOMPARE(peaks.cols(), size_t{2});
        for (size_t i = 0; i < 49; ++i)
            QVERIFY(peaks.row(i)[0] == 0 && peaks.row(i)[1] == 0);
        for (size_t i = 51; i < 100; ++i) {
            QVERIFY(std::abs(peaks.row(i)[0] + 0.8F) < 0.01F);
            QVERIFY(std::abs(peaks.row(i)[1] - 0.8F) < 0.01F);
        }
    }

    void aSoundShorterThanTheDrawingIsSpread() {
        const TempDir folder;
        QVERIFY(writeFileAtomically(folder / "a.wav", wavFile(std::vector<float>{0.5F, -0.5F}, 16000)).has_value());
        const Matrix peaks = waveformPeaks(folder / "a.wav", 10).value().peaks;
        QVERIFY(std::abs(peaks.row(0)[1] - 0.5F) < 0.01F);
        QVERIFY(std::abs(peaks.row(9)[0] + 0.5F) < 0.01F);
    }

    void itCanBeStopped() {
        const TempDir folder;
        QVERIFY(writeFileAtomically(folder / "a.wav", wavFile(sine(100, 1, 16000), 16000)).has_value());
        std::stop_source source;
        source.request_stop();
        QCOMPARE(waveformPeaks(folder / "a.wav", 10, source.get_token()).error().code, ErrorCode::cancelled);
    }
};

QTEST_GUILESS_MAIN(TestWaveform)
#include "test_waveform.moc"
