#include "core/base/atomic_file.h"
#include "core/media/probe.h"
#include "support/media_files.h"
#include "support/temp_dir.h"

#include <QtTest/QTest>
#include <cmath>
#include <cstdlib>

using namespace fusefind;

class TestProbe : public QObject {
    Q_OBJECT

    TempDir folder_;

private Q_SLOTS:
    void theKindFollowsTheExtensionInAnyCase() {
        QVERIFY(kindByExtension("a/B.JPG") == ItemKind::image);
        QVERIFY(kindByExtension("x.opus") == ItemKind::audio);
        QVERIFY(kindByExtension("x.MKV") == ItemKind::video);
        QVERIFY(!kindByExtension("notes.txt"));
        QVERIFY(!kindByExtension("jpg"));
        QVERIFY(!kindByExtension(""));
    }

    void aPictureTellsItsSizeAsShownAndItsDate() {
        const std::string jpeg =
            jpegWithExif(encodePicture(quarters(64, 48), ".jpg"), exifBlock(6, "2021:06:15 12:30:45"));
        const MediaInfo info = probeMedia(folder_.write("a.jpg", jpeg)).value();
        QVERIFY(info.kind == ItemKind::image);
        QCOMPARE(info.width, 48);
        QCOMPARE(info.height, 64);
        using namespace std::chrono;
        QCOMPARE(info.taken.value(), sys_days(2021y / June / 15) + 12h + 30min + 45s);
    }

    void everyFormatTellsOrientationAndDate() {
        for (const char* name : {"turned.png", "turned.webp", "turned.tiff"}) {
            const auto info = probeMedia(std::filesystem::path(FUSEFIND_GOLDEN_DIR) / "media" / name);
            QVERIFY2(info.has_value(), info ? "" : info.error().text().c_str());
            QCOMPARE(info->width, 16);
            QCOMPARE(info->height, 8);
            QVERIFY2(info->taken.has_value(), name);
        }
    }

    void aDateThatIsNoneIsNone() {
        for (const char* date :
             {"0000:00:00 00:00:00", "    :  :     :  :  ", "2021:13:40 12:30:45", "2021:06:15 25:30:45", ""}) {
            const std::string jpeg = jpegWithExif(encodePicture(quarters(8, 8), ".jpg"), exifBlock(1, date));
            QVERIFY2(!probeMedia(folder_.write("a.jpg", jpeg)).value().taken, date);
        }
    }

    void aSoundTellsItsLength() {
        const MediaInfo info = probeMedia(folder_.write("a.wav", wavFile(sine(440, 2, 16000), 16000))).value();
        QVERIFY(info.kind == ItemKind::audio);
        QVERIFY(std::abs(info.seconds - 2) < 0.01);
        QCOMPARE(info.width, 0);
    }

    void aWavThatPromises4GbTellsTheLengthOfWhatIsThere() {
        const auto path = folder_.write("a.wav", wavFile(sine(440, 2, 16000), 16000, 1, 0xFFFFFFF0U));
        QVERIFY(std::abs(probeMedia(path).value().seconds - 2) < 0.01);
    }

    void aVideoTellsSizeAndLength() {
        const auto bytes = codedSound(sine(440, 2, 48000), 48000, "libopus", "matroska", true);
        if (!bytes) QSKIP("FFmpeg has no Opus encoder, so there is no file to read");
        const MediaInfo info = probeMedia(folder_.write("a.mkv", *bytes)).value();
        QVERIFY(info.kind == ItemKind::video);
        QCOMPARE(info.width, 64);
        QCOMPARE(info.height, 48);
        QVERIFY(std::abs(info.seconds - 2) < 0.1);
    }

    void contentCountsAndNotTheName() {
        QVERIFY(probeMedia(folder_.write("a.mp3", encodePicture(quarters(8, 8), ".png"))).value().kind ==
                ItemKind::image);
        QVERIFY(probeMedia(folder_.write("a.jpg", wavFile(sine(440, 1, 8000), 8000))).value().kind == ItemKind::audio);
        const auto text = probeMedia(folder_.write("a.png", "just text\n"));
        QVERIFY(!text);
        QCOMPARE(text.error().code, ErrorCode::unsupported);
        QCOMPARE(text.error().file, folder_ / "a.png");
    }
};

QTEST_GUILESS_MAIN(TestProbe)
#include "test_probe.moc"
