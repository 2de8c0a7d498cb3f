#include "core/library/latent_store.h"
#include "core/library/work_journal.h"
#include "core/tensors/row_file.h"
#include "support/library_fixture.h"

#include <sys/wait.h>

#include <QtTest/QTest>
#include <array>
#include <csignal>
#include <limits>
#include <thread>

using namespace fusefind;
namespace fs = std::filesystem;

namespace {

constexpr size_t kDim = 4;

Sha256 contentOf(std::string_view text) {
    return hashBytes(std::as_bytes(std::span(text)));
}

// A content of `segments` rows, each filled with values that tell whose it is.
NewLatents latentsOf(std::string_view text, float first, int64_t segments = 1) {
    NewLatents latents{contentOf(text), {}, {}};
    for (int64_t s = 0; s < segments; ++s) {
        const float value = first + static_cast<float>(s);
        latents.rows.append(std::array{value, value, value, value});
        latents.times.push_back(segments == 1 ? SegmentTime{} : SegmentTime{s * 5000, s * 5000 + 10000});
    }
    return latents;
}

LatentStore openStore(LibraryFixture& fixture, std::string_view encoder = "first", size_t dim = kDim) {
    return LatentStore::open(fixture.database(), fixture.databaseFile().parent_path() / "latents" / encoder, encoder,
                             dim, contentOf(encoder))
        .value();
}

Status appendOne(LatentStore& store, NewLatents latents) {
    return store.append(std::span(&latents, 1));
}

// Every row the database tells of can be read and holds what was written.
void verifyRows(LatentStore& store) {
    const auto labels = store.labels().value();
    const auto found = store.readLabels(labels).value();
    QCOMPARE(found.labels.size(), labels.size());
    for (size_t i = 0; i < found.labels.size(); ++i)
        QCOMPARE(found.rows.row(i)[0], found.rows.row(i)[kDim - 1]);
}

[[noreturn]] void appendForEver(const fs::path& databaseFile, int round, int ready) {
    auto database = Database::open(databaseFile);
    if (!database) ::_exit(1);
    auto store =
        LatentStore::open(*database, databaseFile.parent_path() / "latents/first", "first", kDim, contentOf("first"));
    if (!store) ::_exit(1);
    for (int i = 0;; ++i) {
        const std::string name = std::to_string(round) + " " + std::to_string(i);
        if (!appendOne(*store, latentsOf(name, static_cast<float>(i % 1000), 3))) ::_exit(1);
        if (::write(ready, "x", 1) != 1) ::_exit(1);
    }
}

} // namespace

class TestLatentStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsComeBackByContentAndByLabelInTheOrderAskedFor() {
        LibraryFixture fixture;
        auto store = openStore(fixture);
        const std::vector<NewLatents> latents{latentsOf("picture", 1), latentsOf("sound", 10, 3)};
        QVERIFY(store.append(latents).has_value());
        const std::vector<Sha256> asked{contentOf("sound"), contentOf("unknown"), contentOf("picture")};
        const auto found = store.read(asked).value();
        const std::vector<size_t> owners{0, 0, 0, 2};
        QCOMPARE(found.owners, owners);
        QCOMPARE(found.rows.row(1)[0], 11.0F);
        QCOMPARE(found.rows.row(3)[0], 1.0F);
        QCOMPARE(found.times[1], (SegmentTime{5000, 15000}));
        QVERIFY(found.times[3].whole());
        QCOMPARE(store.labels().value().size(), size_t{4});
        const std::vector<int64_t> labels{found.labels[3], -1, found.labels[2]};
        const auto byLabel = store.readLabels(labels).value();
        const std::vector<size_t> labelOwners{0, 2};
        QCOMPARE(byLabel.owners, labelOwners);
        QCOMPARE(byLabel.rows.row(1)[0], 12.0F);
    }

    void aContentIsStoredOnce() {
        LibraryFixture fixture;
        auto store = openStore(fixture);
        QVERIFY(!store.contains(contentOf("a")).value());
        const std::vector<NewLatents> twice{latentsOf("a", 1), latentsOf("a", 2)};
        QVERIFY(store.append(twice).has_value());
        QVERIFY(appendOne(store, latentsOf("a", 3)).has_value());
        QVERIFY(store.contains(contentOf("a")).value());
        const auto found = store.read(std::vector{contentOf("a")}).value();
        QCOMPARE(found.rows.rows(), size_t{1});
        QCOMPARE(found.rows.row(0)[0], 1.0F);
    }

    void placesThatAreKeptAreThoseThatAreLookedUp() {
        LibraryFixture fixture;
        auto store = openStore(fixture);
        auto other = openStore(fixture, "second");
        for (const char* text : {"c", "a", "b"})
            QVERIFY(appendOne(store, latentsOf(text, static_cast<float>(text[0]), text[0] - 'a' + 1)).has_value());
        QVERIFY(appendOne(other, latentsOf("d", 9)).has_value());
        const std::vector asked{contentOf("b"), contentOf("d"), contentOf("c"), contentOf("b")};
        const auto lookedUp = store.read(asked).value();
        auto keeping = store.on(fixture.database());
        QVERIFY(keeping.keepPlaces().has_value());
        const auto found = keeping.read(asked).value();
        QCOMPARE(found.labels.size(), size_t{7});
        QCOMPARE(found.labels, lookedUp.labels);
        QCOMPARE(found.owners, lookedUp.owners);
        QVERIFY(std::ranges::equal(found.times, lookedUp.times));
        QVERIFY(std::ranges::equal(found.rows.values(), lookedUp.rows.values()));
        QVERIFY(appendOne(store, latentsOf("x", 5)).has_value());
        QVERIFY(keeping.read(std::vector{contentOf("x")}).value().rows.empty());
        QVERIFY(!store.read(std::vector{contentOf("x")}).value().rows.empty());
    }

    void encodersThatCutAContentAlikeShareItsLabels() {
        LibraryFixture fixture;
        auto first = openStore(fixture, "first");
        auto second = openStore(fixture, "second");
        auto third = openStore(fixture, "third");
        QVERIFY(appendOne(first, latentsOf("sound", 1, 3)).has_value());
        QVERIFY(appendOne(second, latentsOf("sound", 1, 3)).has_value());
        QVERIFY(appendOne(third, latentsOf("sound", 1, 1)).has_value());
        QCOMPARE(first.labels().value(), second.labels().value());
        QVERIFY(first.labels().value() != third.labels().value());
    }

    void aMovedFileNeedsNoEncoder() {
        LibraryFixture fixture;
        auto store = openStore(fixture);
        const auto file = fixture.write("a.jpg", "a");
        fixture.scan();
        QVERIFY(appendOne(store, latentsOf("a", 1)).has_value());
        fs::rename(file, fixture / "b.jpg");
        fixture.write("copy.jpg", "a");
        fixture.scan();
        QVERIFY(WorkJournal(fixture.database()).pending("first", Modality::image).value().empty());
        QCOMPARE(WorkJournal(fixture.database()).pending("second", Modality::image).value().size(), size_t{1});
        QCOMPARE(fixture.library().counts().value().searchable, int64_t{1});
        const auto located = fixture.library().locate(store.labels().value()).value();
        QCOMPARE(located.at(0).items.size(), size_t{2});
    }

    void aFileThatLeftAndCameBackNeedsNoEncoder() {
        LibraryFixture fixture;
        auto store = openStore(fixture);
        const auto file = fixture.write("a.jpg", "a");
        fixture.scan();
        QVERIFY(appendOne(store, latentsOf("a", 1)).has_value());
        fs::remove(file);
        fixture.scan();
        QVERIFY(fixture.library().segments().value().empty());
        fixture.write("a.jpg", "a");
        fixture.scan();
        QVERIFY(WorkJournal(fixture.database()).pending("first", Modality::image).value().empty());
    }

    void valuesThatDoNotFitAreRefusedWithoutATrace() {
        LibraryFixture fixture;
        auto store = openStore(fixture);
        for (const float bad :
             {1e6F, std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
            const std::vector<NewLatents> batch{latentsOf("good", 1), latentsOf("bad", bad)};
            QVERIFY(fitsHalf(batch[0].rows) && !fitsHalf(batch[1].rows));
            QCOMPARE(store.append(batch).error().code, ErrorCode::invalidInput);
        }
        QVERIFY(store.labels().value().empty());
    }

    void latentsWhoseFileIsGoneAreMadeAgain() {
        LibraryFixture fixture;
        {
            auto store = openStore(fixture);
            QVERIFY(appendOne(store, latentsOf("a", 1)).has_value());
        }
        fs::remove_all(fixture.databaseFile().parent_path() / "latents");
        auto store = openStore(fixture);
        QVERIFY(!store.contains(contentOf("a")).value());
        QVERIFY(appendOne(store, latentsOf("a", 2)).has_value());
        QCOMPARE(store.read(std::vector{contentOf("a")}).value().rows.row(0)[0], 2.0F);
    }

    void rowsOfOtherWeightsAreRefused() {
        LibraryFixture fixture;
        openStore(fixture);
        const auto folder = fixture.databaseFile().parent_path() / "latents/first";
        QVERIFY(!LatentStore::open(fixture.database(), folder, "first", kDim, contentOf("other weights")));
        QVERIFY(!LatentStore::open(fixture.database(), folder, "first", kDim + 1, contentOf("first")));
    }

    void anotherThreadReadsWhileRowsAreAppended() {
        LibraryFixture fixture;
        auto store = openStore(fixture);
        {
            const std::jthread reader([&, file = fixture.databaseFile()](const std::stop_token& stop) {
                auto database = Database::connect(file).value();
                auto view = store.on(database);
                while (!stop.stop_requested())
                    verifyRows(view);
            });
            for (int i = 0; i < 50; ++i)
                QVERIFY(appendOne(store, latentsOf(std::to_string(i), static_cast<float>(i), 3)).has_value());
        }
        QCOMPARE(store.labels().value().size(), size_t{150});
    }

    void aKillLeavesWholeContentsAndNoDanglingRow() {
        const TempDir folder;
        const auto file = folder / "library.db";
        size_t before = 0;
        for (int round = 0; round < 10; ++round) {
            std::array<int, 2> ready{};
            QCOMPARE(::pipe(ready.data()), 0);
            const pid_t child = ::fork();
            if (child == 0) appendForEver(file, round, ready[1]);
            char byte = 0;
            QCOMPARE(::read(ready[0], &byte, 1), ssize_t{1});
            ::usleep(static_cast<useconds_t>(1700 * round)); // chooses the point of the kill
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            ::close(ready[0]);
            ::close(ready[1]);

            auto database = Database::open(file).value(); // with a full check, as the log was left behind
            const auto known = database.integer("SELECT count(*) FROM latents").value();
            auto store =
                LatentStore::open(database, folder / "latents/first", "first", kDim, contentOf("first")).value();
            const auto labels = store.labels().value();
            QCOMPARE(static_cast<int64_t>(labels.size()), known.value_or(0)); // open() had nothing to forget
            QCOMPARE(labels.size() % 3, size_t{0});
            QVERIFY(labels.size() >= before);
            verifyRows(store);
            before = labels.size();
        }
        QVERIFY(before >= 30);
    }
};

QTEST_GUILESS_MAIN(TestLatentStore)
#include "test_latent_store.moc"
