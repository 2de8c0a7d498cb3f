#include "core/base/atomic_file.h"
#include "core/media/picture.h"
#include "support/media_files.h"
#include "support/temp_dir.h"

#include <sys/resource.h>

#include <QtTest/QTest>
#include <algorithm>
#include <array>
#include <atomic>
#include <cstdlib>
#include <thread>

using namespace fusefind;

namespace {

std::filesystem::path golden(const std::string& name) {
    return std::filesystem::path(FUSEFIND_GOLDEN_DIR) / "media" / name;
}

int largestDifference(const Picture& a, const Picture& b) {
    if (a.width != b.width || a.height != b.height) return 256;
    int largest = 0;
    for (size_t i = 0; i < a.rgb.size(); ++i)
        largest = std::max(largest, std::abs(int{a.rgb[i]} - int{b.rgb[i]}));
    return largest;
}

} // namespace

class TestPicture : public QObject {
    Q_OBJECT

    TempDir folder_;

private Q_SLOTS:
    void everyFormatIsRead_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"a.png", "a.jpg", "a.webp", "a.tiff", "a.bmp"})
            QTest::newRow(name) << name;
    }
    void everyFormatIsRead() {
        QFETCH(QString, name);
        const std::filesystem::path path(name.toStdString());
        const auto picture = decodePicture(folder_.write(path, encodePicture(quarters(64, 48), path.extension())));
        QVERIFY2(picture.has_value(), picture ? "" : picture.error().text().c_str());
        QCOMPARE(picture->width, 64);
        QCOMPARE(picture->height, 48);
        QCOMPARE(quartersOf(*picture), std::string("rgbw"));
    }

    void heicAndAvifAreRead() {
        for (const auto& bytes : {heicPicture(quarters(64, 48)), avifPicture(quarters(64, 48))}) {
            if (!bytes) QSKIP("libheif has no encoder for one of them, so there is no file to read");
            const auto picture = decodePicture(folder_.write("a.heic", *bytes));
            QVERIFY2(picture.has_value(), picture ? "" : picture.error().text().c_str());
            QCOMPARE(picture->width, 64);
            QCOMPARE(quartersOf(*picture), std::string("rgbw"));
        }
    }

    void everyKindOfPixelBecomesRgb_data() {
        QTest::addColumn<QString>("seen");
        for (const char* name : {"clear_right_half.png", "clear_right_half_palette.png", "clear_right_half.webp",
                                 "clear_right_half.tiff", "clear_right_half.gif"})
            QTest::newRow(name) << "rwbw"; // what is clear is white
        for (const char* name : {"cmyk.jpg", "cmyk.tiff", "palette.bmp", "moving.webp", "moving.gif", "turned.png",
                                 "turned.webp", "turned.tiff"})
            QTest::newRow(name) << "rgbw";
        QTest::newRow("grey_16_bit.png") << "wwww";
        QTest::newRow("grey_alpha.png") << "wwww";
        QTest::newRow("one_bit.bmp") << "?w?w";
    }
    void everyKindOfPixelBecomesRgb() {
        QFETCH(QString, seen);
        const auto picture = decodePicture(golden(QTest::currentDataTag()));
        QVERIFY2(picture.has_value(), picture ? "" : picture.error().text().c_str());
        QCOMPARE(picture->width, 16);
        QCOMPARE(picture->height, 8);
        QCOMPARE(QString::fromStdString(quartersOf(*picture)), seen);
    }

    void sixteenBitsBecomeEight() {
        for (const char* extension : {".png", ".tiff"}) {
            const Picture picture =
                decodePicture(folder_.write("deep", grey16Picture(8, 8, 0x4080, extension))).value();
            QCOMPARE(int{picture.rgb[0]}, 0x40);
        }
    }

    void allEightOrientationsAreUpright_data() {
        QTest::addColumn<QString>("stored"); // the quarters as they stand in the file, of an upright "rgbw"
        const std::array stored{"rgbw", "grwb", "wbgr", "bwrg", "rbgw", "gwrb", "wgbr", "brwg"};
        for (size_t i = 0; i < stored.size(); ++i)
            QTest::newRow(std::to_string(i + 1).c_str()) << stored.at(i);
    }
    void allEightOrientationsAreUpright() {
        QFETCH(QString, stored);
        const int orientation = std::atoi(QTest::currentDataTag());
        const std::string jpeg = encodePicture(quarters(64, 48, stored.toStdString()), ".jpg");
        const auto path = folder_.write("a.jpg", jpegWithExif(jpeg, exifBlock(orientation, "")));
        for (const int shortSide : {0, 12}) {
            const Picture picture = decodePicture(path, shortSide).value();
            QCOMPARE(picture.width > picture.height, orientation < 5);
            QCOMPARE(quartersOf(picture), std::string("rgbw"));
        }
    }

    void aLargePictureIsDecodedReducedButNotBelowWhatIsAsked_data() { everyFormatIsRead_data(); }
    void aLargePictureIsDecodedReducedButNotBelowWhatIsAsked() {
        QFETCH(QString, name);
        const std::filesystem::path path(name.toStdString());
        const auto stored = folder_.write(path, encodePicture(quarters(1003, 701), path.extension()));
        const Picture picture = decodePicture(stored, 100).value();
        QVERIFY(std::min(picture.width, picture.height) >= 100);
        QVERIFY(std::min(picture.width, picture.height) < 200);
        QVERIFY(std::abs(picture.width / 1003.0 - picture.height / 701.0) < 0.01);
        QCOMPARE(quartersOf(picture), std::string("rgbw"));
        QCOMPARE(decodePicture(stored, 600).value().width, 1003);
    }

    void resizingEqualsPillow_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("interpolation");
        QTest::newRow("bicubic_24x24") << 24 << 24 << static_cast<int>(Interpolation::bicubic);
        QTest::newRow("bicubic_90x100") << 90 << 100 << static_cast<int>(Interpolation::bicubic);
        QTest::newRow("bilinear_17x30") << 17 << 30 << static_cast<int>(Interpolation::bilinear);
        QTest::newRow("area_20x20") << 20 << 20 << static_cast<int>(Interpolation::area);
    }
    void resizingEqualsPillow() {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(int, interpolation);
        const Picture photo = decodePicture(golden("photo.png")).value();
        const Picture pillow = decodePicture(golden(std::string("photo_") + QTest::currentDataTag() + ".png")).value();
        const Picture ours = resizePicture(photo, width, height, static_cast<Interpolation>(interpolation));
        QCOMPARE_LE(largestDifference(ours, pillow), 1);
    }

    void theCentreSquareIsCutOutOfTheMiddle() {
        const Picture shrunken = resizeShortSide(quarters(300, 100), 50, Interpolation::bicubic);
        QCOMPARE(shrunken.width, 150);
        QCOMPARE(shrunken.height, 50);
        const Picture square = cutCentre(shrunken, 40, 40, CutCorner::even);
        QCOMPARE(square.width, 40);
        QCOMPARE(square.height, 40);
        QCOMPARE(quartersOf(square), std::string("rgbw"));
    }

    void anOddRestIsCutDownwardsOrEvenly() {
        Picture row{7, 1, {}};
        for (uint8_t x = 0; x < 7; ++x)
            row.rgb.insert(row.rgb.end(), 3, x);
        // Three pixels too many: the corner is 1.5.
        QCOMPARE(cutCentre(row, 4, 1, CutCorner::down).rgb.front(), uint8_t{1});
        QCOMPARE(cutCentre(row, 4, 1, CutCorner::even).rgb.front(), uint8_t{2});
    }

    void ofAThreadTheMiddleIsTaken() {
        const Picture shrunken = resizeShortSide(quarters(100000, 2), 256, Interpolation::bicubic);
        const Picture square = cutCentre(shrunken, 224, 224, CutCorner::even);
        QCOMPARE(square.width, 224);
        QCOMPARE(square.height, 224);
        QCOMPARE(quartersOf(square), std::string("rgbw"));
    }

    void manyThreadsDecodeAtOnce() {
        std::vector<std::filesystem::path> files;
        for (const char* name : {"cmyk.jpg", "moving.webp", "moving.gif", "turned.png", "turned.tiff", "palette.bmp"})
            files.push_back(golden(name));
        if (const auto heic = heicPicture(quarters(16, 8))) files.push_back(folder_.write("threads.heic", *heic));
        std::atomic<int> wrong = 0;
        {
            std::vector<std::jthread> threads;
            for (int thread = 0; thread < 4; ++thread)
                threads.emplace_back([&] {
                    for (int round = 0; round < 5; ++round)
                        for (const auto& path : files) {
                            const auto picture = decodePicture(path);
                            if (!picture || quartersOf(*picture) != "rgbw") ++wrong;
                        }
                });
        }
        QCOMPARE(wrong.load(), 0);
    }

    void aLargePngIsReducedRowByRow() {
        const auto path = folder_.write("large.png", flatPng(6000, 6000));
        rusage before{};
        ::getrusage(RUSAGE_SELF, &before);
        const Picture picture = decodePicture(path, 224).value();
        rusage after{};
        ::getrusage(RUSAGE_SELF, &after);
        QCOMPARE(picture.width, 231);
        QVERIFY(after.ru_maxrss - before.ru_maxrss < 50 * 1024); // of 140 MB that it has as RGBA
    }
};

QTEST_GUILESS_MAIN(TestPicture)
#include "test_picture.moc"
