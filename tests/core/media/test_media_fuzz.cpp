#include "core/base/atomic_file.h"
#include "core/media/picture.h"
#include "core/media/probe.h"
#include "core/media/sound.h"
#include "core/media/spectrogram.h"
#include "support/media_files.h"
#include "support/temp_dir.h"

#include <QtTest/QTest>
#include <cstdlib>
#include <random>

using namespace fusefind;

namespace {

// Some bytes changed, and often the end gone. The first bytes change more often: there the sizes stand.
std::string damaged(std::string bytes, std::mt19937& random) {
    const auto below = [&](size_t end) { return std::uniform_int_distribution<size_t>(0, end - 1)(random); };
    const size_t changes = 1 + below(8);
    for (size_t i = 0; i < changes; ++i) {
        const size_t at = below(2) == 0 ? below(std::min<size_t>(bytes.size(), 200)) : below(bytes.size());
        bytes[at] = below(2) == 0 ? static_cast<char>(below(256)) : static_cast<char>(bytes[at] ^ (1 << below(8)));
    }
    if (below(3) == 0) bytes.resize(1 + below(bytes.size()));
    return bytes;
}

} // namespace

// Damaged files of every format, at fixed seeds: whatever comes back, nothing crashes and nothing hangs.
class TestMediaFuzz : public QObject {
    Q_OBJECT

    TempDir folder_;
    static constexpr int kRounds = 40;

private Q_SLOTS:
    void damagedPicturesNeitherCrashNorHang_data() {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const std::string& name, const std::string& bytes) {
            QTest::newRow(name.c_str()) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
        };
        for (const char* extension : {".png", ".jpg", ".webp", ".tiff", ".bmp"})
            row(extension, encodePicture(quarters(40, 30), extension));
        row("jpeg with exif",
            jpegWithExif(encodePicture(quarters(40, 30), ".jpg"), exifBlock(6, "2021:06:15 12:30:45")));
        for (const char* name : {"moving.gif", "moving.webp", "turned.tiff", "cmyk.tiff", "cmyk.jpg", "turned.webp",
                                 "turned.png", "palette.bmp", "clear_right_half_palette.png"})
            row(name, readFile(std::filesystem::path(FUSEFIND_GOLDEN_DIR) / "media" / name).value());
        if (const auto bytes = heicPicture(quarters(64, 48))) row("heic", *bytes);
        if (const auto bytes = avifPicture(quarters(64, 48))) row("avif", *bytes);
    }
    void damagedPicturesNeitherCrashNorHang() {
        QFETCH(QByteArray, bytes);
        std::mt19937 random(1);
        const PictureLimits limits{.maxPixels = 4'000'000, .maxBytes = int64_t{64} << 20};
        for (int i = 0; i < kRounds; ++i) {
            QVERIFY(writeFileAtomically(folder_ / "a", damaged(bytes.toStdString(), random)).has_value());
            (void)probeMedia(folder_ / "a");
            const auto picture = decodePicture(folder_ / "a", i % 2 == 0 ? 0 : 16, limits);
            if (picture)
                QCOMPARE(picture->rgb.size(),
                         3 * static_cast<size_t>(picture->width) * static_cast<size_t>(picture->height));
        }
    }

    void damagedSoundsNeitherCrashNorHang_data() {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char* name, const std::string& bytes) {
            QTest::newRow(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
        };
        const auto samples = sine(440, 0.9, 48000);
        row("wav", wavFile(samples, 48000));
        row("float wav", floatWavFile(samples, 48000, 2));
        struct Kind {
            const char* encoder;
            const char* container;
            bool video;
        };
        for (const Kind& kind :
             {Kind{"flac", "flac", false}, Kind{"libmp3lame", "mp3", false}, Kind{"libopus", "ogg", false},
              Kind{"libvorbis", "ogg", false}, Kind{"aac", "ipod", false}, Kind{"aac", "adts", false},
              Kind{"aac", "mp4", true}, Kind{"libmp3lame", "matroska", true}, Kind{"libopus", "webm", false},
              Kind{"pcm_s16le", "avi", true}, Kind{"wmav2", "asf", false}})
            if (const auto bytes = codedSound(samples, 48000, kind.encoder, kind.container, kind.video))
                row((std::string(kind.encoder) + " " + kind.container).c_str(), *bytes);
    }
    void damagedSoundsNeitherCrashNorHang() {
        QFETCH(QByteArray, bytes);
        std::mt19937 random(2);
        for (int i = 0; i < kRounds; ++i) {
            QVERIFY(writeFileAtomically(folder_ / "a", damaged(bytes.toStdString(), random)).has_value());
            (void)probeMedia(folder_ / "a");
            const auto sound = decodeSound(folder_ / "a", 16000, 10);
            if (sound) QVERIFY(!sound->samples.empty());
            auto reader = SoundReader::open(folder_ / "a", 16000);
            for (const double place : {0.6, 0.3, 0.8})
                if (reader && reader->seek(place)) (void)reader->read(1000);
            (void)spectrogramOf(folder_ / "a", {.start = 0.55, .seconds = 1, .width = 4, .height = 4});
        }
    }
};

QTEST_GUILESS_MAIN(TestMediaFuzz)
#include "test_media_fuzz.moc"
