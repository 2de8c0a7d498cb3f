#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "core/library/database.h"
#include "support/temp_dir.h"

#include <sys/stat.h>
#include <sys/wait.h>

#include <QtTest/QTest>
#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <thread>

using namespace fusefind;

namespace {

constexpr std::array kFirst{"CREATE TABLE words (word TEXT NOT NULL) STRICT;"
                            "PRAGMA application_id = 0x46464e44; PRAGMA user_version = 1;"};
constexpr std::array kSecond{kFirst[0], "ALTER TABLE words ADD COLUMN language TEXT; PRAGMA user_version = 2;"};
constexpr std::array kBroken{kFirst[0], "CREATE TABLE more (x INTEGER); CREATE TABLE words (again TEXT);"};

int64_t count(Database& database, const std::string& table) {
    return database.integer("SELECT count(*) FROM " + table).value().value();
}

void overwrite(const std::filesystem::path& path, size_t offset, size_t size) {
    std::string bytes = readFile(path).value();
    QVERIFY(bytes.size() >= offset + size);
    bytes.replace(offset, size, std::string(size, 'Z'));
    QVERIFY(writeFileAtomically(path, bytes).has_value());
}

[[noreturn]] void writeForEver(const std::filesystem::path& path, int64_t first, int ready) {
    auto database = Database::open(path);
    if (!database) ::_exit(1);
    for (int64_t i = first;; ++i) {
        auto transaction = Transaction::begin(*database);
        (void)database->execute("INSERT INTO settings VALUES (?1, 'a')", std::to_string(i));
        (void)database->execute("INSERT INTO settings VALUES (?1, 'b')", "again " + std::to_string(i));
        if (!transaction || !transaction->commit() || ::write(ready, "x", 1) != 1) ::_exit(1);
    }
}

// A child that writes a transaction after the other until it is killed, some microseconds after the first.
void writeUntilKilled(const std::filesystem::path& path, int64_t first, int microseconds) {
    std::array<int, 2> ready{};
    QCOMPARE(::pipe(ready.data()), 0);
    const pid_t child = ::fork();
    if (child == 0) writeForEver(path, first, ready[1]);
    char byte = 0;
    QCOMPARE(::read(ready[0], &byte, 1), ssize_t{1});
    ::usleep(static_cast<useconds_t>(microseconds)); // chooses the point of the kill; nothing is waited for
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    QVERIFY(WIFSIGNALED(status));
    ::close(ready[0]);
    ::close(ready[1]);
}

} // namespace

class TestDatabase : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNewLibraryIsForItsUserAlone() {
        const TempDir folder;
        ::umask(0022);
        auto database = Database::open(folder / "library.db");
        QVERIFY(database.has_value());
        QVERIFY(database->execute("INSERT INTO settings VALUES ('a', 'b')").has_value());
        for (const auto& file : folder.entries()) {
            struct stat info {};
            QCOMPARE(::stat(file.c_str(), &info), 0);
            QCOMPARE(info.st_mode & 0777, mode_t{0600});
        }
    }

    void valuesComeBackAsTheyWereBound() {
        const TempDir folder;
        auto database = Database::open(folder / "library.db").value();
        QVERIFY(database.execute("CREATE TABLE t (i INTEGER, s TEXT, b BLOB, p BLOB, n TEXT)").has_value());
        const std::filesystem::path path("a\nb'\"\xff");
        const Sha256 hash = hashBytes({});
        const auto saved = database.execute("INSERT INTO t VALUES (?1, ?2, ?3, ?4, ?5)", -5, "x'; DROP TABLE t; --",
                                            hash, path, std::nullopt);
        QVERIFY(saved.has_value());
        auto query = database.prepare("SELECT * FROM t").value();
        QVERIFY(query.bind().step().value());
        QCOMPARE(query.integer(0), int64_t{-5});
        QCOMPARE(std::string(query.text(1)), std::string("x'; DROP TABLE t; --"));
        QVERIFY(std::ranges::equal(query.blob(2), hash));
        QCOMPARE(query.path(3), path);
        QVERIFY(query.isNull(4));
        QVERIFY(!query.step().value());
    }

    void emptyTextAndEmptyPathsAreNotNull() {
        const TempDir folder;
        auto database = Database::open(folder / "library.db").value();
        auto query = database.prepare("SELECT ?1 IS NULL, ?2 IS NULL").value();
        QVERIFY(query.bind(std::string_view(), std::filesystem::path()).step().value());
        QCOMPARE(query.integer(0) + query.integer(1), int64_t{0});
    }

    void aTransactionWithoutCommitLeavesNothing() {
        const TempDir folder;
        auto database = Database::open(folder / "library.db").value();
        {
            const auto transaction = Transaction::begin(database).value();
            QVERIFY(database.execute("INSERT INTO settings VALUES ('a', 'b')").has_value());
        }
        QCOMPARE(count(database, "settings"), int64_t{0});
        auto transaction = Transaction::begin(database).value();
        QVERIFY(database.execute("INSERT INTO settings VALUES ('a', 'b')").has_value());
        QVERIFY(transaction.commit().has_value());
        QCOMPARE(count(database, "settings"), int64_t{1});
    }

    void aFullDiskIsAnErrorThatSaysSoAndTheLibraryLivesOn() {
        const TempDir folder;
        auto database = Database::open(folder / "library.db").value();
        const int64_t pages = database.integer("PRAGMA page_count").value().value();
        QVERIFY(database.integer("PRAGMA max_page_count = " + std::to_string(pages + 2)).has_value());
        {
            const auto transaction = Transaction::begin(database).value();
            const auto saved = database.execute("INSERT INTO settings VALUES ('big', ?1)", std::string(1 << 20, 'x'));
            QVERIFY(!saved);
            QCOMPARE(saved.error().code, ErrorCode::io);
            QVERIFY(saved.error().text().find("free some disk space") != std::string::npos);
        }
        QVERIFY(database.execute("INSERT INTO settings VALUES ('small', 'x')").has_value());
    }

    void anOldLibraryIsBroughtUpToDateAfterACopyWasMade() {
        const TempDir folder;
        const auto path = folder / "library.db";
        {
            auto database = Database::open(path, kFirst).value();
            QVERIFY(database.execute("INSERT INTO words VALUES ('apple')").has_value());
        }
        {
            auto database = Database::open(path, kSecond).value();
            QCOMPARE(database.integer("PRAGMA user_version").value().value(), int64_t{2});
            QCOMPARE(count(database, "words WHERE language IS NULL"), int64_t{1});
        }
        auto copy = Database::open(folder / "library.db.before-v2", kFirst);
        QVERIFY(copy.has_value());
        QCOMPARE(count(*copy, "words"), int64_t{1});
    }

    void aStepThatFailsLeavesTheOldLibraryAsItWas() {
        const TempDir folder;
        { QVERIFY(Database::open(folder / "library.db", kFirst).has_value()); }
        QVERIFY(!Database::open(folder / "library.db", kBroken));
        auto database = Database::open(folder / "library.db", kFirst);
        QVERIFY(database.has_value());
        QCOMPARE(count(*database, "sqlite_schema WHERE name = 'more'"), int64_t{0});
    }

    void aNewerLibraryIsRefused() {
        const TempDir folder;
        { QVERIFY(Database::open(folder / "library.db", kSecond).has_value()); }
        const auto opened = Database::open(folder / "library.db", kFirst);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::unsupported);
        QVERIFY(opened.error().text().find("newer FuseFind (format 2, this one reads up to 1)") != std::string::npos);
    }

    void aFileThatIsNoDatabaseIsRefused() {
        const TempDir folder;
        QVERIFY(writeFileAtomically(folder / "library.db", std::string(8192, 'x')).has_value());
        const auto opened = Database::open(folder / "library.db");
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::invalidInput);
        QVERIFY(opened.error().text().find("add your folders again") != std::string::npos);
    }

    void theDatabaseOfAnotherProgramIsRefused() {
        const TempDir folder;
        {
            auto theirs = Database::open(folder / "library.db", kFirst).value();
            QVERIFY(theirs.execute("PRAGMA application_id = 7").has_value());
        }
        const auto opened = Database::open(folder / "library.db");
        QVERIFY(!opened);
        QVERIFY(opened.error().what.find("not a FuseFind library") != std::string::npos);
    }

    void aDamagedLibraryIsRefusedAndTheCopyIsNamed() {
        const TempDir folder;
        const auto path = folder / "library.db";
        { QVERIFY(Database::open(path, kFirst).has_value()); }
        {
            auto database = Database::open(path, kSecond).value();
            for (int i = 0; i < 2000; ++i)
                QVERIFY(
                    database.execute("INSERT INTO words VALUES (?1, 'en')", "word " + std::to_string(i)).has_value());
        }
        overwrite(path, 3 * 4096, 4096);
        // As after a crash: a log that was left behind makes open() look at everything.
        QVERIFY(writeFileAtomically(folder / "library.db-wal", "left behind").has_value());
        const auto opened = Database::open(path, kSecond);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::invalidInput);
        QVERIFY(opened.error().text().find("library.db.before-v2") != std::string::npos);
    }

    void aFolderInThePlaceOfTheLibraryIsAnError() {
        const TempDir folder;
        std::filesystem::create_directory(folder / "library.db");
        QVERIFY(!Database::open(folder / "library.db"));
    }

    void aWriterThatIsKilledLeavesWholeTransactions() {
        const TempDir folder;
        const auto path = folder / "library.db";
        int64_t before = 0;
        for (int round = 0; round < 10; ++round) {
            writeUntilKilled(path, before, round * 1700);
            auto database = Database::open(path); // checks everything, as the log was left behind
            QVERIFY2(database.has_value(), database ? "" : database.error().text().c_str());
            const int64_t whole = count(*database, "settings WHERE value = 'a'");
            QCOMPARE(count(*database, "settings WHERE value = 'b'"), whole);
            QVERIFY(whole >= before);
            before = whole;
        }
        QVERIFY(before >= 10);
    }

    void readersOnOtherThreadsSeeWholeTransactionsWhileOneWrites() {
        const TempDir folder;
        const auto path = folder / "library.db";
        auto writer = Database::open(path).value();
        std::atomic<bool> torn = false;
        {
            std::vector<std::jthread> readers;
            for (int i = 0; i < 3; ++i)
                readers.emplace_back([&](const std::stop_token& stop) {
                    auto reader = Database::connect(path).value();
                    while (!stop.stop_requested())
                        if (count(reader, "settings") % 2 != 0) torn = true;
                });
            for (int i = 0; i < 200; ++i) {
                auto transaction = Transaction::begin(writer).value();
                QVERIFY(writer.execute("INSERT INTO settings VALUES (?1, '')", std::to_string(2 * i)).has_value());
                QVERIFY(writer.execute("INSERT INTO settings VALUES (?1, '')", std::to_string(2 * i + 1)).has_value());
                QVERIFY(transaction.commit().has_value());
            }
        }
        QVERIFY(!torn);
        QCOMPARE(count(writer, "settings"), int64_t{400});
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "test_database.moc"
