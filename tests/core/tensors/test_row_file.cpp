#include "core/base/atomic_file.h"
#include "core/tensors/row_file.h"
#include "support/filling_disk.h"
#include "support/temp_dir.h"

#include <QtTest/QTest>
#include <atomic>
#include <limits>
#include <thread>

using namespace fusefind;

namespace {

constexpr size_t kDim = 12;
const Sha256 kEncoder{std::byte{1}};

// Rows that say their own number: [n, n + 1, …] / 16, exact in 16 bits.
Matrix numbered(size_t first, size_t count) {
    Matrix rows(count, kDim);
    for (size_t i = 0; i < count; ++i)
        for (size_t j = 0; j < kDim; ++j)
            rows.row(i)[j] = static_cast<float>((first + i) % 64 + j) / 16;
    return rows;
}

bool holds(const RowFile& file, uint64_t row) {
    std::vector<float> values(kDim);
    return file.read(row, values) && std::ranges::equal(values, numbered(row, 1).row(0));
}

std::unique_ptr<RowFile> opened(const std::filesystem::path& path) {
    auto file = RowFile::open(path, kDim, kEncoder);
    if (!file) qFatal("%s", file.error().text().c_str());
    return std::move(*file);
}

} // namespace

class TestRowFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsAreReadBackAlsoAfterReopening() {
        const TempDir folder;
        {
            const auto file = opened(folder / "rows");
            QCOMPARE(file->rows(), uint64_t{0});
            QCOMPARE(file->append(numbered(0, 3)).value(), uint64_t{0});
            QVERIFY(holds(*file, 2));
            QCOMPARE(file->append(numbered(3, 20'000)).value(), uint64_t{3});
            QCOMPARE(file->append(Matrix()).value(), uint64_t{20'003});
            QVERIFY(file->sync().has_value());
            QVERIFY(holds(*file, 0) && holds(*file, 20'002));
        }
        const auto file = opened(folder / "rows");
        QCOMPARE(file->rows(), uint64_t{20'003});
        QVERIFY(holds(*file, 12'345));
        std::vector<float> several(5 * kDim);
        QVERIFY(file->read(7, several).has_value());
        QVERIFY(std::ranges::equal(several, numbered(7, 5).values()));
    }

    void aRowThatIsNotThereIsAnError() {
        const TempDir folder;
        const auto file = opened(folder / "rows");
        QVERIFY(file->append(numbered(0, 2)).has_value());
        std::vector<float> one(kDim);
        std::vector<float> two(2 * kDim);
        QCOMPARE(file->read(2, one).error().code, ErrorCode::notFound);
        QCOMPARE(file->read(1, two).error().code, ErrorCode::notFound);
        QCOMPARE(file->read(std::numeric_limits<uint64_t>::max(), two).error().code, ErrorCode::notFound);
    }

    void aTornLastRowIsCutOffWhereverTheKillCame() {
        const TempDir folder;
        for (size_t torn = 1; torn < 2 * kDim; ++torn) {
            const auto path = folder / std::to_string(torn);
            QVERIFY(opened(path)->append(numbered(0, 4)).has_value());
            std::filesystem::resize_file(path, std::filesystem::file_size(path) - torn);
            const auto file = opened(path);
            QCOMPARE(file->rows(), uint64_t{3});
            QCOMPARE(std::filesystem::file_size(path), uintmax_t{64 + 3 * kDim * 2});
            QCOMPARE(file->append(numbered(3, 1)).value(), uint64_t{3});
            QVERIFY(holds(*file, 2) && holds(*file, 3));
        }
    }

    void aFullDiskLeavesTheFileAsItWas() {
        const TempDir folder;
        const auto file = opened(folder / "rows");
        QVERIFY(file->append(numbered(0, 4)).has_value());
        const auto size = std::filesystem::file_size(folder / "rows");
        for (const size_t room : {size_t{0}, size_t{1}, 2 * kDim, 2 * kDim + 3, size_t{200'000}}) {
            FillingDisk disk(room);
            const ScopedFileOps faults(disk);
            const auto first = file->append(numbered(4, 10'000));
            QVERIFY(!first);
            QCOMPARE(first.error().code, ErrorCode::io);
            QCOMPARE(std::filesystem::file_size(folder / "rows"), size);
            QCOMPARE(file->rows(), uint64_t{4});
        }
        QCOMPARE(file->append(numbered(4, 2)).value(), uint64_t{4});
        QVERIFY(holds(*file, 3) && holds(*file, 5));
    }

    void aFullDiskAtTheBeginningLeavesNothing() {
        const TempDir folder;
        {
            FillingDisk disk(10);
            const ScopedFileOps faults(disk);
            QCOMPARE(RowFile::open(folder / "rows", kDim, kEncoder).error().code, ErrorCode::io);
        }
        QVERIFY(folder.entries().empty());
    }

    void valuesThatSixteenBitsCannotHoldAreRefused() {
        const TempDir folder;
        const auto file = opened(folder / "rows");
        for (const float value :
             {std::numeric_limits<float>::quiet_NaN(), -std::numeric_limits<float>::infinity(), 65520.0F}) {
            Matrix rows = numbered(0, 2);
            rows.row(1)[3] = value;
            QCOMPARE(file->append(rows).error().code, ErrorCode::invalidInput);
        }
        QCOMPARE(file->rows(), uint64_t{0});
    }

    void filesOfAnotherKindAreRefusedWithASentence() {
        const TempDir folder;
        const auto path = folder / "rows";
        QVERIFY(opened(path)->append(numbered(0, 1)).has_value());
        QCOMPARE(RowFile::open(path, 13, kEncoder).error().what, std::string("holds rows of 12 values, not 13"));
        QCOMPARE(RowFile::open(path, kDim, Sha256{}).error().what, std::string("was made by another encoder"));
        std::string contents = readFile(path).value();
        contents[8] = 2;
        QVERIFY(writeFileAtomically(path, contents).has_value());
        const auto newer = RowFile::open(path, kDim, kEncoder);
        QCOMPARE(newer.error().code, ErrorCode::unsupported);
        QCOMPARE(newer.error().what, std::string("written in format 2, which this version cannot read"));
        for (const std::string& other : {std::string(), std::string("FFROWS"), std::string(64, 'x')}) {
            QVERIFY(writeFileAtomically(path, other).has_value());
            QCOMPARE(RowFile::open(path, kDim, kEncoder).error().what, std::string("not a file of latents"));
        }
        QCOMPARE(RowFile::open(folder.path(), kDim, kEncoder).error().file, folder.path());
    }

    void readersAndAWriterMeetOnlyWholeRows() {
        const TempDir folder;
        const auto file = opened(folder / "rows");
        QVERIFY(file->append(numbered(0, 1)).has_value());
        std::atomic<int> wrong = 0;
        {
            std::vector<std::jthread> readers;
            for (int i = 0; i < 3; ++i)
                readers.emplace_back([&](const std::stop_token& stop) {
                    while (!stop.stop_requested())
                        if (!holds(*file, file->rows() - 1)) ++wrong;
                });
            for (size_t round = 0; round < 300; ++round)
                if (!file->append(numbered(1 + 50 * round, 50))) ++wrong;
        }
        QCOMPARE(wrong.load(), 0);
        QCOMPARE(file->rows(), uint64_t{15'001});
    }
};

QTEST_GUILESS_MAIN(TestRowFile)
#include "test_row_file.moc"
