#include "core/base/atomic_file.h"
#include "core/base/data_dir.h"
#include "core/base/file_ops.h"
#include "core/base/hash.h"
#include "core/base/text.h"
#include "support/filling_disk.h"
#include "support/temp_dir.h"

#include <QtTest/QTest>

using namespace fusefind;

class TestBase : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anErrorSaysWhatWhichFileAndWhatToDoOnOneLine() {
        const Error error{ErrorCode::io, "cannot\nread", "/a/b\nc", "try again"};
        QCOMPARE(error.text(), std::string("cannot read: /a/b c; try again"));
    }

    void bytesThatAreNotUtf8AreReplaced() {
        QCOMPARE(toUtf8(std::string_view("a\xff"
                                         "b\xc3\xa9")),
                 std::string("a\xEF\xBF\xBD"
                             "b\xc3\xa9"));
        QVERIFY(!isValidUtf8("\xff"));
        QVERIFY(isValidUtf8("caf\xc3\xa9"));
    }

    void theHashIsSha256() {
        const std::string text = "abc";
        QCOMPARE(toHex(hashBytes(std::as_bytes(std::span(text)))),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    void aFullDiskLeavesTheOldFileAndNoTemporary() {
        const TempDir folder;
        const auto file = folder / "settings.json";
        QVERIFY(writeFileAtomically(file, "old").has_value());
        FillingDisk disk(0);
        {
            const ScopedFileOps faults(disk);
            const auto saved = writeFileAtomically(file, "new");
            QVERIFY(!saved);
            QVERIFY(saved.error().text().find("free some disk space") != std::string::npos);
        }
        QCOMPARE(readFile(file).value(), std::string("old"));
        QCOMPARE(folder.entries().size(), size_t{1});
    }

    void aFileLargerThanTheLimitIsRefused() {
        const TempDir folder;
        QVERIFY(writeFileAtomically(folder / "big", std::string(100, 'x')).has_value());
        QCOMPARE(readFile(folder / "big", 99).error().code, ErrorCode::limit);
    }

    void aDataDirectoryIsHeldByOneAtATime() {
        const TempDir folder;
        {
            const auto first = DataDir::open(folder / "data");
            QVERIFY(first.has_value());
            const auto second = DataDir::open(folder / "data");
            QVERIFY(!second);
            QCOMPARE(second.error().code, ErrorCode::busy);
            QVERIFY(second.error().what.find(std::to_string(::getpid())) != std::string::npos);
        }
        QVERIFY(DataDir::open(folder / "data").has_value());
    }
};

QTEST_GUILESS_MAIN(TestBase)
#include "test_base.moc"
