#include "core/base/atomic_file.h"
#include "core/library/discover.h"
#include "support/library_fixture.h"

#include <sys/stat.h>

#include <QtTest/QTest>
#include <algorithm>

using namespace fusefind;
namespace fs = std::filesystem;

namespace {

void put(const fs::path& path, std::string_view contents = "x") {
    fs::create_directories(path.parent_path());
    QVERIFY(writeFileAtomically(path, contents).has_value());
}

std::vector<fs::path> names(const Discovery& found, const fs::path& root) {
    std::vector<fs::path> names;
    for (const auto& file : found.files)
        names.push_back(file.path.lexically_relative(root));
    return names;
}

std::string reasonFor(const Discovery& found, const fs::path& path) {
    for (const auto& file : found.skipped)
        if (file.path == path) return file.reason;
    return {};
}

} // namespace

class TestDiscover : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filesOfKnownKindsAreFoundInOrder() {
        const TempDir folder;
        for (const auto* name : {"b/z.wav", "b/a.JPG", "a.mp4", "b.jpg", "notes.txt", "no-extension"})
            put(folder / name);
        const auto found = discoverFiles(folder.path()).value();
        const std::vector<fs::path> expected{"a.mp4", "b.jpg", "b/a.JPG", "b/z.wav"};
        QCOMPARE(names(found, folder.path()), expected);
        QVERIFY(found.files[0].kind == ItemKind::video);
        QCOMPARE(found.files[0].size, int64_t{1});
        QVERIFY(found.files[0].mtimeNs > 0);
        QVERIFY(found.skipped.empty());
    }

    void oddNamesAreKeptByteForByte() {
        const TempDir folder;
        const std::vector<fs::path> odd{"a\nb.jpg", "\"quoted\" 'twice'.jpg", "\xff\xfe.jpg",
                                        std::string(251, 'n') + ".jpg", "%s{}$(x).jpg"};
        for (const auto& name : odd)
            put(folder / name);
        auto found = names(discoverFiles(folder.path()).value(), folder.path());
        QCOMPARE(found.size(), odd.size());
        for (const auto& name : odd)
            QVERIFY(std::ranges::count(found, name) == 1);
    }

    void hiddenFilesAndFoldersAreLeftAlone() {
        const TempDir folder;
        put(folder / ".cache/x.jpg");
        put(folder / "._x.jpg");
        const auto found = discoverFiles(folder.path()).value();
        QVERIFY(found.files.empty() && found.skipped.empty() && !found.empty);
    }

    void linksInACircleAreWalkedOnce() {
        const TempDir folder;
        put(folder / "a/b/x.jpg");
        fs::create_directory_symlink("..", folder / "a/b/up");
        fs::create_directory_symlink(folder.path(), folder / "a/top");
        fs::create_symlink("self.jpg", folder / "self.jpg");
        const auto found = discoverFiles(folder.path()).value();
        QCOMPARE(names(found, folder.path()), std::vector<fs::path>{"a/b/x.jpg"});
        QCOMPARE(reasonFor(found, folder / "self.jpg"), std::string("the link leads nowhere"));
    }

    void aFolderIsEnteredByItsOwnNameBeforeItsLinks() {
        const TempDir folder;
        const TempDir elsewhere;
        put(folder / "zoo/x.jpg");
        put(elsewhere / "y.jpg");
        fs::create_directory_symlink("zoo", folder / "alias");
        fs::create_directory_symlink(elsewhere.path(), folder / "outside");
        const std::vector<fs::path> expected{"outside/y.jpg", "zoo/x.jpg"};
        QCOMPARE(names(discoverFiles(folder.path()).value(), folder.path()), expected);
    }

    void pipesDevicesAndEmptyFilesAreListedAndNeverOpened() {
        const TempDir folder;
        QCOMPARE(::mkfifo((folder / "pipe.wav").c_str(), 0600), 0);
        QCOMPARE(::mkfifo((folder / "pipe").c_str(), 0600), 0);
        fs::create_symlink("/dev/zero", folder / "zero.jpg");
        put(folder / "empty.jpg", "");
        const auto found = discoverFiles(folder.path()).value();
        QVERIFY(found.files.empty());
        QCOMPARE(found.skipped.size(), size_t{3});
        QVERIFY(reasonFor(found, folder / "pipe.wav").find("pipe") != std::string::npos);
        QVERIFY(reasonFor(found, folder / "zero.jpg").find("device") != std::string::npos);
        QCOMPARE(reasonFor(found, folder / "empty.jpg"), std::string("the file is empty"));
    }

    void anUnreadableFolderIsListedAndTheRestIsFound() {
        const AsNobody nobody;
        const TempDir folder;
        put(folder / "locked/x.jpg");
        put(folder / "open/y.jpg");
        fs::permissions(folder / "locked", fs::perms::none);
        const auto found = discoverFiles(folder.path()).value();
        QCOMPARE(names(found, folder.path()), std::vector<fs::path>{"open/y.jpg"});
        QVERIFY(reasonFor(found, folder / "locked").find("Permission denied") != std::string::npos);
        QCOMPARE(found.unseen, std::vector<fs::path>{folder / "locked"});
    }

    void aFolderThatIsNotThereIsAnError() {
        const TempDir folder;
        QCOMPARE(discoverFiles(folder / "gone").error().code, ErrorCode::notFound);
    }

    void moreFilesThanTheMemoryIsMeantForAreRefused() {
        const TempDir folder;
        for (const char* name : {"a.jpg", "below/b.jpg", "below/c.txt", "d.wav"})
            put(folder / name);
        put(folder / "empty.png", "");
        QVERIFY(discoverFiles(folder.path(), {}, nullptr, 4));
        const auto refused = discoverFiles(folder.path(), {}, nullptr, 3);
        QCOMPARE(refused.error().code, ErrorCode::limit);
        QVERIFY(refused.error().text().starts_with("more than 3 pictures and sounds lie there: " +
                                                   folder.path().string()));
    }

    void aWalkCanBeStopped() {
        const TempDir folder;
        put(folder / "x.jpg");
        std::stop_source source;
        source.request_stop();
        QCOMPARE(discoverFiles(folder.path(), source.get_token()).error().code, ErrorCode::cancelled);
    }
};

QTEST_GUILESS_MAIN(TestDiscover)
#include "test_discover.moc"
