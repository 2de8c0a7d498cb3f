#include "core/base/atomic_file.h"
#include "core/media/picture.h"
#include "core/media/probe.h"
#include "core/media/sound.h"
#include "core/media/spectrogram.h"
#include "core/media/thumbnail.h"
#include "core/media/waveform.h"
#include "support/media_files.h"
#include "support/temp_dir.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QtTest/QTest>
#include <cmath>
#include <cstdlib>
#include <fstream>

using namespace fusefind;

namespace {

// What the process writes to standard error while this lives.
class StandardError {
public:
    explicit StandardError(std::filesystem::path file) : file_(std::move(file)), kept_(::dup(2)) {
        const UniqueFd to(::open(file_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600));
        ::dup2(to.get(), 2);
    }
    ~StandardError() { ::dup2(kept_.get(), 2); }
    [[nodiscard]] std::string text() const { return readFile(file_).value(); }

private:
    std::filesystem::path file_;
    UniqueFd kept_;
};

} // namespace

class TestBadMedia : public QObject {
    Q_OBJECT

    TempDir folder_;

    std::filesystem::path file(const std::filesystem::path& name, const std::string& bytes) {
        const auto path = folder_ / name;
        if (!writeFileAtomically(path, bytes)) std::abort();
        return path;
    }

    // All readers refuse the file, name it, and say something.
    static bool refusedByAll(const std::filesystem::path& path) {
        const auto named = [&](const auto& result) {
            return !result && result.error().file == path && !result.error().what.empty();
        };
        return named(decodePicture(path)) && named(probeMedia(path)) && named(SoundReader::open(path, 16000)) &&
               named(decodeSound(path, 16000)) && named(waveformPeaks(path, 10)) && named(spectrogramOf(path, {}));
    }

private Q_SLOTS:
    void whatIsNoMediaFileIsRefused() {
        QVERIFY(refusedByAll(file("empty.jpg", "")));
        QVERIFY(refusedByAll(file("one_byte.png", "x")));
        QVERIFY(refusedByAll(file("text.jpg", "Dear diary, today I named a text like a picture.\n")));
        QVERIFY(refusedByAll(file("zeros.wav", std::string(100000, '\0'))));
        QVERIFY(refusedByAll(folder_ / "missing.jpg"));
        QCOMPARE(decodePicture(folder_ / "missing.jpg").error().code, ErrorCode::notFound);
        QVERIFY(decodePicture(folder_ / "empty.jpg").error().what.find("empty") != std::string::npos);
    }

    void foldersPipesAndDevicesAreRefusedWithoutWaiting() {
        std::filesystem::create_directory(folder_ / "folder.jpg");
        QVERIFY(refusedByAll(folder_ / "folder.jpg"));
        QCOMPARE(::mkfifo((folder_ / "pipe.wav").c_str(), 0600), 0);
        QVERIFY(refusedByAll(folder_ / "pipe.wav"));
        QVERIFY(refusedByAll("/dev/zero"));
        QVERIFY(refusedByAll("/dev/null"));
        std::filesystem::create_symlink(folder_ / "loop.jpg", folder_ / "loop.jpg");
        QVERIFY(refusedByAll(folder_ / "loop.jpg"));
    }

    void anUnreadableFileIsRefused() {
        const auto path = file("secret.png", encodePicture(quarters(8, 8), ".png"));
        std::filesystem::permissions(path, std::filesystem::perms::none);
        if (::access(path.c_str(), R_OK) == 0) QSKIP("this user may read every file");
        QVERIFY(refusedByAll(path));
    }

    void aNameMeansNothing() {
        const std::string png = encodePicture(quarters(8, 8), ".png");
        const std::string wav = wavFile(sine(440, 1, 8000), 8000);
        const std::string longName = std::string(251, 'n') + ".png";
        for (const std::string& name :
             {std::string("new\nline.png"), std::string("quo'te\".png"), std::string("\xff\xfe.png"), longName,
              std::string("concat:a|b.png"), std::string("%s%n.png"), std::string("-i.png")}) {
            // Written by hand: a temporary name beside it would be longer than a name may be.
            std::ofstream(folder_ / name) << png;
            const auto picture = decodePicture(folder_ / name);
            QVERIFY2(picture.has_value(), picture ? "" : picture.error().text().c_str());
            std::ofstream(folder_ / name) << wav;
            QVERIFY(decodeSound(folder_ / name, 8000).has_value());
        }
    }

    void mislabelledFilesAreReadByTheirContent() {
        QVERIFY(decodePicture(file("jpeg.png", encodePicture(quarters(8, 8), ".jpg"))).has_value());
        QVERIFY(decodePicture(file("png.wav", encodePicture(quarters(8, 8), ".png"))).has_value());
        QVERIFY(decodeSound(file("wav.jpg", wavFile(sine(440, 1, 8000), 8000)), 8000).has_value());
        QVERIFY(!decodeSound(file("png.wav", encodePicture(quarters(8, 8), ".png")), 8000));
        QVERIFY(!decodePicture(file("wav.jpg", wavFile(sine(440, 1, 8000), 8000))));
    }

    void aTruncatedPictureIsAnErrorThatNamesTheFile_data() {
        QTest::addColumn<QString>("extension");
        for (const char* extension : {".png", ".jpg", ".webp", ".tiff", ".bmp"})
            QTest::newRow(extension) << extension;
    }
    void aTruncatedPictureIsAnErrorThatNamesTheFile() {
        QFETCH(QString, extension);
        const std::string bytes = encodePicture(quarters(200, 160), extension.toStdString());
        for (const double part : {0.3, 0.5, 0.9}) {
            const auto path = file("cut" + extension.toStdString(),
                                   bytes.substr(0, static_cast<size_t>(part * static_cast<double>(bytes.size()))));
            for (const int shortSide : {0, 20}) {
                const auto picture = decodePicture(path, shortSide);
                QVERIFY2(!picture, std::to_string(part).c_str());
                QCOMPARE(picture.error().code, ErrorCode::invalidInput);
                QCOMPARE(picture.error().file, path);
            }
        }
        const auto half = decodePicture(file("half.jpg", encodePicture(quarters(200, 160), ".jpg").substr(0, 1500)));
        QVERIFY(!half);
        QVERIFY2(half.error().what.find("truncated") != std::string::npos, half.error().what.c_str());
    }

    void aTruncatedGifOrHeicIsAnError() {
        const auto gif = std::filesystem::path(FUSEFIND_GOLDEN_DIR) / "media" / "clear_right_half.gif";
        const std::string bytes = readFile(gif).value();
        for (size_t length = 1; length < bytes.size() - 2; ++length)
            QVERIFY2(!decodePicture(file("cut.gif", bytes.substr(0, length))), std::to_string(length).c_str());
        const auto heic = heicPicture(quarters(64, 48));
        if (!heic) QSKIP("libheif has no encoder, so there is no file to read");
        QVERIFY(!decodePicture(file("cut.heic", heic->substr(0, heic->size() / 2))));
    }

    void aPictureOf60000x60000IsRefusedByItsHeader_data() {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char* name, const std::string& bytes) {
            QTest::newRow(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
        };
        row("png", pngClaiming(60000, 60000));
        row("largest png", pngClaiming(0x7FFFFFFF, 0x7FFFFFFF));
        row("real png", flatPng(60000, 60000));
        row("jpeg", jpegClaiming(60000, 60000));
        row("gif", gifClaiming(60000, 60000));
        row("bmp", bmpClaiming(60000, 60000));
        row("bmp top down", bmpClaiming(60000, -60000));
        row("largest bmp", bmpClaiming(INT32_MAX, INT32_MIN));
        row("tiff", tiffClaiming(60000, 60000));
        row("large tiff", tiffClaiming(UINT32_MAX, 1000));
    }
    void aPictureOf60000x60000IsRefusedByItsHeader() {
        QFETCH(QByteArray, bytes);
        const auto path = file("large", bytes.toStdString());
        for (const int shortSide : {0, 224}) {
            const auto picture = decodePicture(path, shortSide);
            QVERIFY(!picture);
            QVERIFY2(picture.error().code == ErrorCode::limit, picture.error().text().c_str());
        }
    }

    void aPictureThatTakesTooMuchMemoryIsRefused() {
        const auto path = file("a.webp", encodePicture(quarters(64, 48), ".webp"));
        QCOMPARE(decodePicture(path, 0, PictureLimits{.maxBytes = 8000}).error().code, ErrorCode::limit);
        QCOMPARE(decodePicture(path, 0, PictureLimits{.maxBytes = 100}).error().code, ErrorCode::limit);
        QCOMPARE(decodePicture(path, 0, PictureLimits{.maxPixels = 64 * 48 - 1}).error().code, ErrorCode::limit);
        QVERIFY(decodePicture(path, 0, PictureLimits{.maxPixels = 64 * 48}).has_value());
    }

    void sizesOfZeroAreRefused() {
        for (const auto& bytes : {pngClaiming(0, 10), gifClaiming(0, 0), bmpClaiming(-5, 10), tiffClaiming(0, 5)})
            QCOMPARE(decodePicture(file("flat", bytes)).error().code, ErrorCode::invalidInput);
    }

    void aWavThatPromises4GbEndsWhereTheDataEnds() {
        const auto samples = sine(440, 2, 16000);
        for (const uint32_t claimed : {0xFFFFFFFFU, 0xFFFFFFF0U, 0x80000000U}) {
            const auto sound = decodeSound(file("a.wav", wavFile(samples, 16000, 1, claimed)), 16000);
            QVERIFY2(sound.has_value(), sound ? "" : sound.error().text().c_str());
            QCOMPARE(sound->samples.size(), samples.size());
        }
    }

    void aSoundWithoutLengthIsAnErrorThatSaysSo() {
        for (const auto& bytes : {wavFile({}, 16000), wavFile({}, 16000, 1, 0xFFFFFFFFU)}) {
            const auto sound = decodeSound(file("a.wav", bytes), 16000);
            QVERIFY(!sound);
            QCOMPARE(sound.error().code, ErrorCode::invalidInput);
            QVERIFY2(sound.error().what.find("no length") != std::string::npos, sound.error().what.c_str());
        }
    }

    void aVideoWithoutSoundIsAnErrorThatSaysSo() {
        const auto bytes = codedSound({}, 48000, "", "mp4", true);
        QVERIFY(bytes.has_value());
        const auto sound = decodeSound(file("a.mp4", *bytes), 16000);
        QVERIFY(!sound);
        QVERIFY2(sound.error().what.find("no sound") != std::string::npos, sound.error().what.c_str());
    }

    void samplingRatesOutOfBoundsAreRefused() {
        for (const int rate : {1, 999, 2'000'000'000})
            QVERIFY(!decodeSound(file("a.wav", wavFile(sine(440, 1, 8000), rate)), 16000));
    }

    void playlistsAndScriptsOpenNoOtherFile() {
        file("other.wav", wavFile(sine(440, 1, 8000), 8000));
        const std::string other = (folder_ / "other.wav").string();
        const auto before = std::filesystem::current_path();
        std::filesystem::current_path(folder_.path()); // so that the relative names mean something
        const std::vector<std::string> scripts{
            "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nother.wav\n#EXT-X-ENDLIST\n",
            "#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/x.wav\n",
            "ffconcat version 1.0\nfile other.wav\n",
            "ffconcat version 1.0\nfile '" + other + "'\n",
            "[playlist]\nFile1=other.wav\n",
            "v=0\no=- 0 0 IN IP4 127.0.0.1\nm=audio 5004 RTP/AVP 0\n"};
        for (const std::string& script : scripts) {
            for (const char* name : {"script.wav", "script.m3u8", "script.ffconcat", "script.sdp"})
                QVERIFY2(refusedByAll(file(name, script)), script.c_str());
        }
        std::filesystem::current_path(before);
    }

    void nothingIsPrinted() {
        const StandardError standardError(folder_ / "stderr.txt");
        for (const char* extension : {".png", ".jpg", ".webp", ".tiff", ".bmp"}) {
            const std::string bytes = encodePicture(quarters(200, 160), extension);
            (void)decodePicture(file("cut", bytes.substr(0, bytes.size() / 2)));
            std::string damaged = bytes;
            std::fill_n(damaged.begin() + static_cast<std::ptrdiff_t>(damaged.size() / 2), 20, '\x7F');
            (void)probeMedia(file("damaged", damaged));
            (void)decodePicture(file("damaged", damaged));
        }
        const std::string exif = "II*\0\xFF\xFF\xFF\xFF" + std::string(50, '\x99');
        (void)decodePicture(file("exif.jpg", jpegWithExif(encodePicture(quarters(8, 8), ".jpg"), exif)));
        (void)decodeSound(file("a.wav", "RIFF\x10\x10\x10\x10WAVEfmt "), 16000);
        QCOMPARE(QString::fromStdString(standardError.text()), QString());
    }
};

QTEST_GUILESS_MAIN(TestBadMedia)
#include "test_bad_media.moc"
