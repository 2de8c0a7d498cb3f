#include "core/base/text.h"
#include "core/tensors/latent_file.h"
#include "support/temp_dir.h"

#include <QtTest/QTest>
#include <limits>

using namespace fusefind;

namespace {

LatentFile latents(Modality modality, size_t rows, std::optional<std::vector<int64_t>> owner = {}) {
    LatentFile file{modality, Matrix(rows, 3), std::move(owner)};
    for (size_t i = 0; i < rows; ++i)
        file.latents.row(i)[0] = static_cast<float>(i);
    return file;
}

// Two latent files in a folder.
struct Pair {
    TempDir folder;
    std::filesystem::path first = folder / "images.safetensors";
    std::filesystem::path second = folder / "texts.safetensors";

    Pair(const LatentFile& a, const LatentFile& b) {
        if (!writeLatentFile(first, a) || !writeLatentFile(second, b)) qFatal("cannot write the fixture");
    }
    [[nodiscard]] Result<LatentPair> read() const { return readLatentPair(first, second); }
};

} // namespace

class TestLatentFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPairIsReadBack() {
        const Pair files(latents(Modality::image, 2), latents(Modality::text, 3, std::vector<int64_t>{0, 1, 0}));
        const auto pair = files.read();
        QVERIFY2(pair.has_value(), pair ? "" : pair.error().text().c_str());
        QVERIFY(pair->first.modality == Modality::image);
        QVERIFY(pair->second.modality == Modality::text);
        QCOMPARE(pair->second.latents.row(2)[0], 2.0F);
        QCOMPARE(pair->owner, (std::vector<int64_t>{0, 1, 0}));
    }

    void withoutOwnersRowsCorrespondOneToOne() {
        const Pair files(latents(Modality::audio, 3), latents(Modality::text, 3));
        QCOMPARE(files.read()->owner, (std::vector<int64_t>{0, 1, 2}));
        const Pair uneven(latents(Modality::audio, 3), latents(Modality::text, 4));
        QCOMPARE(uneven.read().error().what, std::string("has 4 rows, but images.safetensors has 3"));
        QCOMPARE(uneven.read().error().file, uneven.second);
    }

    void textsComeWithTheirRows() {
        LatentFile file = latents(Modality::text, 2);
        file.texts = {"a \"red\" apple", "ein Apfel, rot \xe2\x80\x93 gr\xc3\xbcn"};
        const TempDir folder;
        QVERIFY(writeLatentFile(folder / "texts.safetensors", file).has_value());
        QCOMPARE(readLatentFile(folder / "texts.safetensors")->texts, file.texts);
        for (const char* wrong : {"[\"one\"]", "[1, 2]", "{}", "[", ""}) {
            const std::vector<NamedTensor> tensors{
                {"latents", DType::f32, {2, 3}, std::as_bytes(file.latents.values())}};
            QVERIFY(writeSafetensors(folder / "wrong.safetensors", tensors, {{"modality", "text"}, {"texts", wrong}})
                        .has_value());
            QCOMPARE(readLatentFile(folder / "wrong.safetensors").error().what,
                     std::string("its \"texts\" are not 2 strings"));
        }
    }

    void ownersThatDoNotFitAreRefused() {
        using Owners = std::vector<int64_t>;
        const auto what = [](size_t firstRows, Owners owner) {
            const Pair files(latents(Modality::image, firstRows), latents(Modality::text, owner.size(), owner));
            return files.read().error().what;
        };
        QCOMPARE(what(2, {0, 2}), std::string("the owner of row 1 is 2, but images.safetensors has 2 rows"));
        QCOMPARE(what(2, {-1, 0}), std::string("the owner of row 0 is -1"));
        QVERIFY(what(2, {0, std::numeric_limits<int64_t>::max()}).starts_with("the owner of row 1"));
        const Pair swapped(latents(Modality::text, 2, Owners{0, 0}), latents(Modality::image, 1));
        QVERIFY(swapped.read().error().text().find("the other way round") != std::string::npos);
    }

    void twoFilesOfOneModalityAreRefused() {
        const Pair files(latents(Modality::text, 2), latents(Modality::text, 2));
        QCOMPARE(files.read().error().what, std::string("both files hold text latents"));
    }

    void aValueThatIsNotFiniteIsRefusedWithItsRow() {
        const TempDir folder;
        for (const float value : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
            auto file = latents(Modality::text, 5);
            file.latents.row(3)[2] = value;
            QVERIFY(writeLatentFile(folder / "x", file).has_value());
            const auto read = readLatentFile(folder / "x");
            QVERIFY(!read);
            QVERIFY(read.error().what.find("row 3 of its latents") != std::string::npos);
            QCOMPARE(read.error().file, folder / "x");
        }
    }

    void halfRowsAreReadAndAnInfiniteHalfIsRefused() {
        const TempDir folder;
        std::vector<uint16_t> half{0x3c00, 0x4000};
        const auto write = [&] {
            const std::vector<NamedTensor> tensors{{"latents", DType::f16, {1, 2}, std::as_bytes(std::span(half))}};
            return writeSafetensors(folder / "x", tensors, {{"modality", "audio"}});
        };
        QVERIFY(write().has_value());
        QCOMPARE(readLatentFile(folder / "x")->latents.row(0)[1], 2.0F);
        half[1] = 0x7c00;
        QVERIFY(write().has_value());
        QVERIFY(!readLatentFile(folder / "x"));
    }

    void whatIsMissingOrMisshapenIsSaid() {
        const TempDir folder;
        const std::vector<float> values(6);
        const std::vector<int64_t> owner(2);
        const NamedTensor rows{"latents", DType::f32, {3, 2}, std::as_bytes(std::span(values))};
        const NamedTensor owners{"owner", DType::i64, {2}, std::as_bytes(std::span(owner))};
        const auto refusal = [&](const std::vector<NamedTensor>& tensors, const Metadata& metadata) {
            if (!writeSafetensors(folder / "x", tensors, metadata)) qFatal("cannot write the fixture");
            return readLatentFile(folder / "x").error().text();
        };
        const Metadata text{{"modality", "text"}};
        QVERIFY(refusal({rows}, {}).find("save it with the metadata entry \"modality\"") != std::string::npos);
        QVERIFY(refusal({rows}, {{"modality", "smell"}}).starts_with("\"smell\" is not a modality"));
        QVERIFY(refusal({owners}, text).starts_with("holds no tensor \"latents\""));
        QVERIFY(refusal({rows, owners}, text).starts_with("has 2 owners for 3 rows"));
        QVERIFY(refusal({{"latents", DType::f32, {6}, rows.bytes}}, text)
                    .starts_with("tensor \"latents\" has 1 dimensions"));
        QVERIFY(refusal({{"latents", DType::f32, {0, 2}, {}}}, text).starts_with("holds no latents"));
        QVERIFY(refusal({{"latents", DType::i32, {3, 2}, rows.bytes}}, text).starts_with("tensor \"latents\" is I32"));
        QVERIFY(refusal({rows, {"owner", DType::f32, {3}, rows.bytes.first(12)}}, text)
                    .starts_with("tensor \"owner\" is F32"));
    }
};

QTEST_GUILESS_MAIN(TestLatentFile)
#include "test_latent_file.moc"
