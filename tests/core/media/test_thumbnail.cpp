#include "core/base/atomic_file.h"
#include "core/media/thumbnail.h"
#include "support/filling_disk.h"
#include "support/media_files.h"
#include "support/temp_dir.h"

#include <QtTest/QTest>
#include <limits>

using namespace fusefind;

namespace {

struct Fixture {
    TempDir folder;
    std::filesystem::path picture = folder.write("a.png", encodePicture(quarters(800, 400), ".png"));
    Sha256 hash = hashFile(picture).value();
    std::filesystem::path thumbnails = folder / "thumbnails";

    [[nodiscard]] Result<std::string> make(const ThumbnailOptions& options = {}) const {
        return thumbnailOf(picture, hash, thumbnails, options);
    }
    [[nodiscard]] Picture decode(const std::string& jpeg) const {
        return decodePicture(folder.write("decoded.jpg", jpeg)).value();
    }
    [[nodiscard]] std::filesystem::path kept() const { return thumbnailPath(thumbnails, hash, 256); }
};

} // namespace

class TestThumbnail : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aThumbnailIsUprightSmallAndNamedByContent() {
        const TempDir folder;
        const std::string jpeg = jpegWithExif(encodePicture(quarters(800, 400), ".jpg"), exifBlock(6, ""));
        const auto path = folder.write("a.jpg", jpeg);
        const Sha256 hash = hashFile(path).value();
        const auto thumbnail = thumbnailOf(path, hash, folder / "thumbnails");
        QVERIFY2(thumbnail.has_value(), thumbnail ? "" : thumbnail.error().text().c_str());
        const auto kept = folder / "thumbnails" / toHex(hash).substr(0, 2) / (toHex(hash).substr(2) + "-256.jpg");
        QVERIFY(readFile(kept).value() == *thumbnail);
        const Picture small = decodePicture(kept).value();
        QCOMPARE(small.width, 128);
        QCOMPARE(small.height, 256);
        QCOMPARE(quartersOf(small), std::string("brwg"));
    }

    void aThumbnailThatIsThereIsNotMadeAgain() {
        const Fixture f;
        const std::string first = f.make().value();
        std::filesystem::remove(f.picture);
        QVERIFY(f.make().value() == first);
        QVERIFY(!f.make({.longSide = 64}));
    }

    void nothingIsEnlarged() {
        const Fixture f;
        QCOMPARE(f.decode(f.make({.longSide = 2000}).value()).width, 800);
    }

    void aDamagedThumbnailIsMadeAgain() {
        const Fixture f;
        const std::string first = f.make().value();
        std::filesystem::resize_file(f.kept(), 100);
        QVERIFY(f.make().value() == first);
        QVERIFY(readFile(f.kept()).value() == first);
    }

    void onAFullDiskThePictureStillComesAndNothingIsLeftBehind() {
        const Fixture f;
        const size_t whole = f.make({.longSide = 128}).value().size();
        for (const size_t room : {size_t{0}, size_t{100}, whole}) {
            FillingDisk disk(room);
            const ScopedFileOps scoped(disk);
            const auto jpeg = f.make();
            QVERIFY2(jpeg.has_value(), jpeg ? "" : jpeg.error().text().c_str());
            QVERIFY(jpeg->size() > whole);
            QVERIFY(!std::filesystem::exists(f.kept()));
            QCOMPARE(std::distance(std::filesystem::directory_iterator(f.kept().parent_path()), {}),
                     1); // the smaller one
        }
        QCOMPARE(f.decode(f.make().value()).width, 256);
        QVERIFY(std::filesystem::exists(f.kept()));
    }

    void theLastSpaceOfADiskIsLeftToOthers() {
        const Fixture f;
        const auto jpeg = f.make({.keepFree = std::numeric_limits<uint64_t>::max()});
        QCOMPARE(f.decode(jpeg.value()).width, 256);
        QVERIFY(!std::filesystem::exists(f.kept()));
    }

    void whereNothingCanBeKeptThePictureStillComes() {
        Fixture f;
        f.thumbnails = f.picture; // a file, not a folder
        QCOMPARE(f.decode(f.make().value()).width, 256);
    }

    void aBadPictureIsAnErrorAndLeavesNothing() {
        const Fixture f;
        f.folder.write("a.png", "no picture");
        QCOMPARE(f.make().error().code, ErrorCode::unsupported);
        QVERIFY(!std::filesystem::exists(f.thumbnails));
    }
};

QTEST_GUILESS_MAIN(TestThumbnail)
#include "test_thumbnail.moc"
