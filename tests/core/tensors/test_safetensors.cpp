#include "core/base/atomic_file.h"
#include "core/tensors/half.h"
#include "core/tensors/safetensors.h"
#include "support/filling_disk.h"
#include "support/temp_dir.h"

#include <QtTest/QTest>
#include <cmath>
#include <cstring>
#include <limits>

using namespace fusefind;

namespace {

template <class T>
std::span<const std::byte> bytesOf(const std::vector<T>& values) {
    return std::as_bytes(std::span(values));
}

// A file of a header (as given) and so many bytes of data.
std::filesystem::path fileWith(const TempDir& folder, const std::string& json, size_t dataBytes,
                               std::optional<uint64_t> length = {}) {
    const uint64_t written = length.value_or(json.size());
    std::string contents(reinterpret_cast<const char*>(&written), sizeof written);
    contents += json + std::string(dataBytes, '\0');
    auto path = folder / "x.safetensors";
    if (!writeFileAtomically(path, contents)) qFatal("cannot write the fixture");
    return path;
}

} // namespace

class TestSafetensors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadBack() {
        const TempDir folder;
        const std::vector<uint8_t> flags{1, 0, 1};
        const std::vector<float> rows{1, 2, 3, 4, 5, 6};
        const std::vector<int64_t> owners{7, -1};
        const std::vector<NamedTensor> tensors{{"flags", DType::u8, {3}, bytesOf(flags)},
                                               {"rows", DType::f32, {2, 3}, bytesOf(rows)},
                                               {"owners", DType::i64, {2}, bytesOf(owners)},
                                               {"nothing", DType::f16, {0, 4}, {}}};
        QVERIFY(writeSafetensors(folder / "x", tensors, {{"modality", "text"}}).has_value());
        auto opened = SafetensorsFile::open(folder / "x");
        QVERIFY2(opened.has_value(), opened ? "" : opened.error().text().c_str());
        const SafetensorsFile file = std::move(*opened);
        QCOMPARE(file.names(), (std::vector<std::string>{"flags", "nothing", "owners", "rows"}));
        QCOMPARE(file.metadata(), (Metadata{{"modality", "text"}}));
        const Matrix matrix = file.readMatrix("rows").value();
        QCOMPARE(matrix.rows(), size_t{2});
        QCOMPARE(matrix.row(1)[2], 6.0F);
        QCOMPARE(file.readFloats("rows").value(), rows);
        QCOMPARE(file.readIntegers("owners").value(), owners);
        QCOMPARE(file.readMatrix("nothing").value().rows(), size_t{0});
        QCOMPARE(file.find("flags")->count(), size_t{3});
        for (const auto& tensor : tensors)
            QCOMPARE(reinterpret_cast<uintptr_t>(file.find(tensor.name)->bytes.data()) % sizeOf(tensor.dtype),
                     uintptr_t{0});
    }

    void sixteenBitKindsBecomeFloats() {
        const TempDir folder;
        const std::vector<uint16_t> half{0x3c00, 0xc000, 0x7bff, 0x0001};
        const std::vector<uint16_t> brain{0x3f80, 0xc000};
        const std::vector<int32_t> small{-5, 6};
        const std::vector<NamedTensor> tensors{{"half", DType::f16, {2, 2}, bytesOf(half)},
                                               {"brain", DType::bf16, {2}, bytesOf(brain)},
                                               {"small", DType::i32, {2}, bytesOf(small)}};
        QVERIFY(writeSafetensors(folder / "x", tensors).has_value());
        const auto file = SafetensorsFile::open(folder / "x").value();
        QCOMPARE(file.readFloats("half").value(), (std::vector<float>{1, -2, 65504, std::ldexp(1.0F, -24)}));
        QCOMPARE(file.readFloats("brain").value(), (std::vector<float>{1, -2}));
        QCOMPARE(file.readIntegers("small").value(), (std::vector<int64_t>{-5, 6}));
    }

    void askingForWhatIsNotThereOrOfAnotherKindIsAnError() {
        const TempDir folder;
        const auto path = fileWith(folder,
                                   R"({"a":{"dtype":"I16","shape":[2],"data_offsets":[0,4]},)"
                                   R"("wide":{"dtype":"F32","shape":[9000000000000,0],"data_offsets":[4,4]}})",
                                   4);
        const auto file = SafetensorsFile::open(path).value();
        QCOMPARE(file.readFloats("b").error().code, ErrorCode::notFound);
        QCOMPARE(file.readFloats("a").error().what, std::string("tensor \"a\" is I16, not F32, F16 or BF16"));
        QCOMPARE(file.readIntegers("a").error().code, ErrorCode::invalidInput);
        QCOMPARE(file.readMatrix("a").error().what, std::string("tensor \"a\" has 1 dimensions, not 2"));
        QCOMPARE(file.readMatrix("wide").error().what, std::string("tensor \"wide\" has rows of no values"));
        QCOMPARE(file.readFloats("b").error().file, path);
    }

    void aDamagedHeaderIsAnErrorThatNamesTheFileAndTheFault_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("dataBytes");
        QTest::addColumn<QByteArray>("what");
        const auto one = [](const char* name, const char* json, int bytes, const char* what) {
            QTest::newRow(name) << QByteArray(json) << bytes << QByteArray(what);
        };
        one("not JSON", "{\"a\":", 0, "the header is not JSON");
        one("not UTF-8", "{\"\xff\":{}}", 0, "the header is not JSON");
        one("a list", "[1]", 0, "the header holds an array");
        one("a number", "3", 0, "the header holds a number");
        one("text after it", "{} {}", 0, "the header is not JSON");
        one("name twice", R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":{}})", 1, "\"a\" appears twice");
        one("metadata twice", R"({"__metadata__":{},"__metadata__":{}})", 0, "\"__metadata__\" appears twice");
        one("metadata key twice", R"({"__metadata__":{"k":"1","k":"2"}})", 0, "metadata \"k\" appears twice");
        one("metadata of numbers", R"({"__metadata__":{"k":1}})", 0, "\"k\" of \"__metadata__\" holds a number");
        one("nested metadata", R"({"__metadata__":{"k":{}}})", 0, "\"k\" of \"__metadata__\" holds an object");
        one("tensor is a number", R"({"a":1})", 0, "\"a\" holds a number");
        one("no shape", R"({"a":{"dtype":"U8","data_offsets":[0,1]}})", 1, "does not have a dtype, a shape");
        one("empty tensor", R"({"a":{}})", 0, "does not have a dtype, a shape");
        one("field twice", R"({"a":{"shape":[1],"shape":[2]}})", 0, "has its shape twice");
        one("unknown field", R"({"a":{"stride":[1]}})", 0, "has an unknown field \"stride\"");
        one("unknown dtype", R"({"a":{"dtype":"F8_E4M3","shape":[1],"data_offsets":[0,1]}})", 1,
            "has an unknown dtype \"F8_E4M3\"");
        one("dtype is a list", R"({"a":{"dtype":["U8"]}})", 0, "\"dtype\" of \"a\" holds an array");
        one("shape is a string", R"({"a":{"shape":"1"}})", 0, "\"shape\" of \"a\" holds a string");
        one("nested shape", R"({"a":{"shape":[[1]]}})", 0, "\"shape\" of \"a\" holds an array");
        one("negative", R"({"a":{"dtype":"U8","shape":[-1],"data_offsets":[0,1]}})", 1, "holds a negative number");
        one("fraction", R"({"a":{"dtype":"U8","shape":[1.5],"data_offsets":[0,1]}})", 1, "that is not whole");
        one("beyond 64 bits", R"({"a":{"dtype":"U8","shape":[99999999999999999999],"data_offsets":[0,1]}})", 1,
            "not whole or too large");
        one("huge", R"({"a":{"dtype":"U8","shape":[9223372036854775808],"data_offsets":[0,1]}})", 1, "a huge number");
        one("overflow", R"({"a":{"dtype":"U8","shape":[4294967296,4294967296],"data_offsets":[0,0]}})", 0,
            "has an impossible shape");
        one("one offset", R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0]}})", 1, "two data_offsets");
        one("three offsets", R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1,1]}})", 1, "two data_offsets");
        one("backwards", R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[1,0]}})", 1, "lies outside the file");
        one("out of range", R"({"a":{"dtype":"U8","shape":[9],"data_offsets":[0,9]}})", 1, "lies outside the file");
        one("huge offset",
            R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[18446744073709551614,18446744073709551615]}})", 1,
            "lies outside the file");
        one("wrong size", R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}})", 4,
            "has 4 bytes where its shape asks for 8");
        one("overlap",
            R"({"a":{"dtype":"U8","shape":[3],"data_offsets":[0,3]},"b":{"dtype":"U8","shape":[3],"data_offsets":[2,5]}})",
            5, "tensors \"a\" and \"b\" overlap");
        one("same range",
            R"({"a":{"dtype":"U8","shape":[3],"data_offsets":[0,3]},"b":{"dtype":"U8","shape":[3],"data_offsets":[0,3]}})",
            3, "tensors \"a\" and \"b\" overlap");
        one("hole",
            R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"U8","shape":[1],"data_offsets":[2,3]}})",
            3, "unused bytes before tensor \"b\"");
        one("hole at the start", R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}})", 2, "unused bytes before");
        one("trailing bytes", R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}})", 3,
            "2 bytes follow the last tensor");
        one("data without tensors", "{}", 1, "1 bytes follow the last tensor");
    }

    void aDamagedHeaderIsAnErrorThatNamesTheFileAndTheFault() {
        QFETCH(QByteArray, json);
        QFETCH(int, dataBytes);
        QFETCH(QByteArray, what);
        const TempDir folder;
        const auto path = fileWith(folder, json.toStdString(), static_cast<size_t>(dataBytes));
        const auto file = SafetensorsFile::open(path);
        QVERIFY(!file);
        QVERIFY2(file.error().what.find(what.toStdString()) != std::string::npos, file.error().text().c_str());
        QCOMPARE(file.error().file, path);
    }

    void aHeaderLengthBeyondTheFileOrTheLimitIsRefused() {
        const TempDir folder;
        QCOMPARE(SafetensorsFile::open(fileWith(folder, "{}", 0, 3)).error().what,
                 std::string("the file ends inside its header"));
        QCOMPARE(SafetensorsFile::open(fileWith(folder, "{}", 0, 100'000'001)).error().code, ErrorCode::limit);
        QCOMPARE(SafetensorsFile::open(fileWith(folder, "{}", 0, std::numeric_limits<uint64_t>::max())).error().code,
                 ErrorCode::limit);
    }

    void deepNestingIsRefusedAtOnce() {
        const TempDir folder;
        QCOMPARE(SafetensorsFile::open(fileWith(folder, std::string(5'000'000, '['), 0)).error().code,
                 ErrorCode::invalidInput);
        QCOMPARE(SafetensorsFile::open(fileWith(folder, "{\"a\":" + std::string(5'000'000, '['), 0)).error().what,
                 std::string("\"a\" holds an array"));
    }

    void everyTruncationIsAnError() {
        const TempDir folder;
        const std::vector<float> rows{1, 2, 3};
        QVERIFY(writeSafetensors(folder / "x", std::vector<NamedTensor>{{"a", DType::f32, {3}, bytesOf(rows)}}));
        const std::string whole = readFile(folder / "x").value();
        for (size_t size = 0; size < whole.size(); ++size) {
            QVERIFY(writeFileAtomically(folder / "cut", whole.substr(0, size)).has_value());
            QVERIFY(!SafetensorsFile::open(folder / "cut"));
        }
        QVERIFY(SafetensorsFile::open(folder / "x").has_value());
    }

    void picklesAndThingsThatAreNotFilesAreRefused() {
        const TempDir folder;
        QVERIFY(writeFileAtomically(folder / "zip", "PK\x03\x04\x14 and so on, a whole archive").has_value());
        QVERIFY(writeFileAtomically(folder / "pickle", "\x80\x04\x95stuff that pickles say").has_value());
        for (const char* name : {"zip", "pickle"}) {
            const auto file = SafetensorsFile::open(folder / name);
            QCOMPARE(file.error().code, ErrorCode::unsupported);
            QVERIFY(file.error().text().find("pickle") != std::string::npos);
        }
        QCOMPARE(SafetensorsFile::open(folder / "none").error().code, ErrorCode::notFound);
        QCOMPARE(SafetensorsFile::open(folder.path()).error().code, ErrorCode::invalidInput);
    }

    void aFullDiskLeavesTheOldFile() {
        const TempDir folder;
        const std::vector<float> rows{1, 2, 3};
        const std::vector<NamedTensor> tensors{{"a", DType::f32, {3}, bytesOf(rows)}};
        QVERIFY(writeFileAtomically(folder / "x", "old").has_value());
        FillingDisk disk(20);
        {
            const ScopedFileOps faults(disk);
            QVERIFY(!writeSafetensors(folder / "x", tensors));
        }
        QCOMPARE(readFile(folder / "x").value(), std::string("old"));
        QCOMPARE(folder.entries().size(), size_t{1});
    }

    void everyHalfSurvivesTheWayToFloatAndBack() {
        std::vector<uint16_t> all(1 << 16);
        for (size_t i = 0; i < all.size(); ++i)
            all[i] = static_cast<uint16_t>(i);
        std::vector<float> values(all.size());
        halfToFloat(bytesOf(all), values);
        std::vector<uint16_t> back(all.size());
        floatToHalf(values, std::as_writable_bytes(std::span(back)));
        for (size_t i = 0; i < all.size(); ++i) {
            const bool isNan = (i & 0x7c00) == 0x7c00 && (i & 0x3ff) != 0;
            QCOMPARE(std::isnan(values[i]), isNan);
            if (!isNan) QCOMPARE(back[i], all[i]);
        }
    }

    void halvesRoundToNearestEvenWithAndWithoutTheVectorUnit() {
        // Eight values go through the vector unit, one through the plain code.
        const std::vector<std::pair<float, uint16_t>> cases{{1.0F + 1.0F / 2048, 0x3c00},
                                                            {1.0F + 3.0F / 2048, 0x3c02},
                                                            {65519.0F, 0x7bff},
                                                            {65520.0F, 0x7c00},
                                                            {-1e30F, 0xfc00},
                                                            {std::ldexp(1.0F, -25), 0},
                                                            {1e-30F, 0},
                                                            {-0.0F, 0x8000}};
        for (const auto& [value, expected] : cases)
            for (const size_t count : {size_t{1}, size_t{8}, size_t{11}}) {
                const std::vector<float> values(count, value);
                std::vector<uint16_t> half(count);
                floatToHalf(values, std::as_writable_bytes(std::span(half)));
                QCOMPARE(half, std::vector<uint16_t>(count, expected));
            }
    }

    void aConvertedEncoderOpens() {
        const std::filesystem::path path = std::filesystem::path(FUSEFIND_MODELS_DIR) / "minilm-l6/model.safetensors";
        const auto file = SafetensorsFile::open(path);
        QVERIFY2(file.has_value(), file ? "" : file.error().text().c_str());
        QCOMPARE(file->find("embeddings.word_embeddings.weight")->shape, (std::vector<int64_t>{30522, 384}));
    }
};

QTEST_GUILESS_MAIN(TestSafetensors)
#include "test_safetensors.moc"
