#include "core/base/atomic_file.h"
#include "core/base/file_ops.h"
#include "core/base/hash.h"
#include "core/index/hnsw_index.h"
#include "support/filling_disk.h"
#include "support/latent_like.h"
#include "support/temp_dir.h"

#include <QtTest/QTest>
#include <fstream>
#include <numeric>

using namespace fusefind;

namespace {

constexpr const char* kFingerprint = "space harbour, adapter 12ab, image lite0";

} // namespace

class TestIndexFile : public QObject {
    Q_OBJECT

    static constexpr size_t kPoints = 2500;
    static constexpr size_t kDim = 24;
    Matrix points_ = latentLike(kPoints, kDim, 5);
    TempDir folder_;
    std::filesystem::path path_ = folder_ / "image.hnsw";
    std::unique_ptr<HnswIndex> index_;
    std::string bytes_; // of a right file

    Result<std::unique_ptr<HnswIndex>> loadBytes(const std::string& bytes) {
        const auto path = folder_ / "changed.hnsw";
        std::filesystem::remove(path); // a file that is cut to nothing and written anew waits for the disk
        std::ofstream(path, std::ios::binary) << bytes; // hundreds of times: not worth a sync each
        return HnswIndex::load(path, kFingerprint);
    }

private Q_SLOTS:
    void initTestCase() {
        index_ = HnswIndex::create(kDim, 2).value();
        std::vector<Label> labels(kPoints);
        std::iota(labels.begin(), labels.end(), Label{1} << 40);
        QVERIFY(index_->add(labels, points_).has_value());
        QVERIFY(index_->remove(std::span(labels).first(100)).has_value()); // leaves tombstones in the file
        QVERIFY(index_->save(path_, kFingerprint).has_value());
        bytes_ = readFile(path_).value();
    }

    void whatWasSavedIsLoaded() {
        const auto loaded = HnswIndex::load(path_, kFingerprint);
        QVERIFY(loaded.has_value());
        QCOMPARE((*loaded)->dim(), kDim);
        QCOMPARE((*loaded)->labels(), index_->labels());
        for (size_t i = 0; i < 50; ++i) {
            const auto before = index_->search(points_.row(i), 10).value();
            const auto after = (*loaded)->search(points_.row(i), 10).value();
            QCOMPARE(after.size(), before.size());
            for (size_t rank = 0; rank < before.size(); ++rank) {
                QCOMPARE(after[rank].label, before[rank].label);
                QCOMPARE(after[rank].score, before[rank].score);
            }
        }
    }

    void aLoadedIndexGrowsAndIsSavedAgain() {
        const auto loaded = HnswIndex::load(path_, kFingerprint).value();
        const Matrix more = latentLike(300, kDim, 6);
        std::vector<Label> labels(300);
        std::iota(labels.begin(), labels.end(), Label{0});
        QVERIFY(loaded->add(labels, more).has_value());
        QCOMPARE(loaded->search(more.row(7), 1).value().front().label, Label{7});
        const auto again = folder_ / "again.hnsw";
        QVERIFY(loaded->save(again, "other").has_value());
        QCOMPARE(HnswIndex::load(again, "other").value()->size(), kPoints - 100 + 300);
    }

    void anEmptyIndexIsSavedAndLoaded() {
        const auto empty = HnswIndex::create(kDim).value();
        const auto path = folder_ / "empty.hnsw";
        QVERIFY(empty->save(path, "").has_value());
        const auto loaded = HnswIndex::load(path, "").value();
        QCOMPARE(loaded->size(), size_t{0});
        QVERIFY(loaded->search(points_.row(0), 3).value().empty());
        QVERIFY(loaded->add(std::vector<Label>{3}, latentLike(1, kDim, 1)).has_value());
    }

    void aFileMadeOfSomethingElseIsRefused() {
        QCOMPARE(HnswIndex::load(path_, "another space").error().code, ErrorCode::invalidInput);
        QCOMPARE(HnswIndex::load(folder_ / "none.hnsw", kFingerprint).error().code, ErrorCode::notFound);
        QCOMPARE(HnswIndex::load(folder_.path(), kFingerprint).error().code, ErrorCode::invalidInput);
        QCOMPARE(loadBytes("").error().code, ErrorCode::invalidInput);
        QCOMPARE(loadBytes(std::string(5000, 'x')).error().code, ErrorCode::invalidInput);
    }

    void anotherFormatVersionIsUnsupported() {
        auto bytes = bytes_;
        bytes[8] = 99;
        QCOMPARE(loadBytes(bytes).error().code, ErrorCode::unsupported);
    }

    void aFlippedBitAnywhereIsAnError() {
        // All of the header and the hash, and places all over between.
        std::vector<size_t> places;
        for (size_t i = 0; i < 150; ++i) {
            places.push_back(i);
            places.push_back(bytes_.size() - 1 - i / 3);
            places.push_back(i * (bytes_.size() / 150));
        }
        for (const size_t place : places) {
            auto bytes = bytes_;
            bytes[place] = static_cast<char>(bytes[place] ^ (1 << (place % 8)));
            const auto loaded = loadBytes(bytes);
            QVERIFY2(!loaded, qPrintable(QString::number(place)));
            QVERIFY(loaded.error().code == ErrorCode::invalidInput || loaded.error().code == ErrorCode::unsupported);
        }
    }

    void aCutFileIsAnErrorAtAnyLength() {
        for (size_t length = 0; length < bytes_.size(); length += length < 200 ? 1 : 9973)
            QCOMPARE(loadBytes(bytes_.substr(0, length)).error().code, ErrorCode::invalidInput);
        QCOMPARE(loadBytes(bytes_ + "x").error().code, ErrorCode::invalidInput);
    }

    // A right hash over wrong numbers: what a hostile or buggy writer would make. Some changes only give another right
    // file.
    void wrongNumbersUnderARightHashNeverCrash() {
        const size_t labelsEnd = 40 + std::string(kFingerprint).size() + 16 + 16 * (kPoints - 100);
        size_t refused = 0;
        for (size_t i = 0; i < 400; ++i) {
            // The header, the labels, the graph's header and first points, and all over.
            const size_t place = i < 150 ? i : i < 300 ? labelsEnd + (i - 150) * 4 : (i - 300) * (bytes_.size() / 101);
            auto bytes = bytes_.substr(0, bytes_.size() - sizeof(Sha256));
            bytes[place] = static_cast<char>(bytes[place] ^ (1 << (i % 8)));
            const auto hash = hashBytes(std::as_bytes(std::span(bytes)));
            bytes.append(reinterpret_cast<const char*>(hash.data()), hash.size());
            const auto loaded = loadBytes(bytes);
            if (!loaded) {
                ++refused;
                continue;
            }
            if ((*loaded)->dim() == kDim) QVERIFY((*loaded)->search(points_.row(i), 10).has_value());
            QVERIFY((*loaded)->remove((*loaded)->labels()).has_value());
        }
        QVERIFY(refused > 100);
    }

    void aFullDiskWhileSavingKeepsTheOldFile() {
        const TempDir folder;
        const auto path = folder / "image.hnsw";
        QVERIFY(writeFileAtomically(path, bytes_).has_value());
        for (const size_t room : {size_t{0}, size_t{1000}, bytes_.size() - 1}) {
            FillingDisk disk(room);
            const ScopedFileOps faults(disk);
            const auto saved = index_->save(path, kFingerprint);
            QVERIFY(!saved);
            QCOMPARE(saved.error().code, ErrorCode::io);
        }
        QCOMPARE(readFile(path).value(), bytes_);
        QCOMPARE(folder.entries().size(), size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestIndexFile)
#include "test_index_file.moc"
