#include "core/base/atomic_file.h"
#include "core/media/thumbnail.h"
#include "support/media_files.h"
#include "support/temp_dir.h"

#include <QtTest/QTest>

using namespace fusefind;

class TestThumbnail : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aThumbnailIsUprightSmallAndNamedByContent() {
        const TempDir folder;
        const auto path = folder / "a.jpg";
        const std::string jpeg = jpegWithExif(encodePicture(quarters(800, 400), ".jpg"), exifBlock(6, ""));
        QVERIFY(writeFileAtomically(path, jpeg).has_value());
        const Sha256 hash = hashFile(path).value();
        const auto thumbnail = thumbnailOf(path, hash, folder / "thumbnails");
        QVERIFY2(thumbnail.has_value(), thumbnail ? "" : thumbnail.error().text().c_str());
        QCOMPARE(*thumbnail, folder / "thumbnails" / toHex(hash).substr(0, 2) / (toHex(hash).substr(2) + "-256.jpg"));
        const Picture small = decodePicture(*thumbnail).value();
        QCOMPARE(small.width, 128);
        QCOMPARE(small.height, 256);
        QCOMPARE(quartersOf(small), std::string("brwg"));
    }

    void aThumbnailThatIsThereIsNotMadeAgain() {
        const TempDir folder;
        const auto path = folder / "a.png";
        QVERIFY(writeFileAtomically(path, encodePicture(quarters(20, 10), ".png")).has_value());
        const Sha256 hash = hashFile(path).value();
        const auto first = thumbnailOf(path, hash, folder.path()).value();
        QCOMPARE(decodePicture(first).value().width, 20); // nothing is enlarged
        std::filesystem::remove(path);
        QCOMPARE(thumbnailOf(path, hash, folder.path()).value(), first);
        QVERIFY(!thumbnailOf(path, hash, folder.path(), 64));
    }

    void aFolderThatCannotBeMadeIsAnErrorAndABadPictureLeavesNothing() {
        const TempDir folder;
        const auto path = folder / "a.png";
        QVERIFY(writeFileAtomically(path, encodePicture(quarters(20, 10), ".png")).has_value());
        QCOMPARE(thumbnailOf(path, {}, path).error().code, ErrorCode::io);
        QVERIFY(writeFileAtomically(path, "no picture").has_value());
        QVERIFY(!thumbnailOf(path, {}, folder / "thumbnails"));
        QVERIFY(!std::filesystem::exists(folder / "thumbnails"));
    }
};

QTEST_GUILESS_MAIN(TestThumbnail)
#include "test_thumbnail.moc"
