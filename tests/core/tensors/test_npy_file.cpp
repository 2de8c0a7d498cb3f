#include "core/base/atomic_file.h"
#include "core/tensors/latent_file.h"
#include "core/tensors/npy_file.h"
#include "support/damaged.h"
#include "support/temp_dir.h"

#include <QtTest/QTest>
#include <algorithm>

using namespace fusefind;

namespace {

const std::filesystem::path kGolden = std::filesystem::path(FUSEFIND_GOLDEN_DIR) / "numpy";

// Version 1.0 with this header, and values of so many bytes.
std::string npy(const std::string& header, size_t bytes) {
    std::string file = std::string("\x93NUMPY\x01", 7) + '\0';
    file += static_cast<char>(header.size() & 0xff);
    file += static_cast<char>(header.size() >> 8);
    return file + header + std::string(bytes, '\0');
}

std::string headerOf(const std::string& shape) {
    return "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }\n";
}

} // namespace

class TestNpyFile : public QObject {
    Q_OBJECT

    static std::string refusal(const std::string& bytes) {
        const TempDir folder;
        const auto file = folder.write("x.image.npy", bytes);
        const auto read = readNpyMatrix(file);
        if (read) return "it was read";
        return read.error().file == file ? read.error().text() : "without the file's name: " + read.error().text();
    }

private Q_SLOTS:
    void whatNumpySavesIsRead_data() {
        QTest::addColumn<QString>("file");
        for (const char* name : {"v1_f4", "v1_f2", "v2_f4", "v2_f2", "v3_f4", "v3_f2"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void whatNumpySavesIsRead() {
        QFETCH(const QString, file);
        const auto rows = readNpyMatrix(kGolden / (file.toStdString() + ".image.npy"));
        QVERIFY2(rows.has_value(), rows ? "" : rows.error().text().c_str());
        QCOMPARE(rows->rows(), size_t{2});
        QVERIFY(std::ranges::equal(rows->values(), std::array{1.0F, -2.0F, 0.5F, 1024.0F, 0.0F, -0.25F}));
    }

    void otherArraysAreRefusedWithWhatToDo_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* file, const char* words) {
            QTest::newRow(file) << QString::fromLatin1(file) << QString::fromLatin1(words);
        };
        row("fortran.image.npy", "save numpy.ascontiguousarray(array)");
        row("big_endian.image.npy", "its values are big-endian (\">f4\")");
        row("double.image.npy", "its values are \"<f8\", not f32 or f16");
        row("flat.image.npy", "its array has 1 dimensions, not 2");
        row("records.image.npy", "records of several fields");
        row("objects.image.npy", "Python objects as a pickle, which is never opened");
        row("archive.npz", "save each of its arrays with numpy.save");
    }
    void otherArraysAreRefusedWithWhatToDo() {
        QFETCH(const QString, file);
        QFETCH(const QString, words);
        const auto rows = readNpyMatrix(kGolden / file.toStdString());
        QVERIFY(!rows);
        QVERIFY2(rows.error().text().find(words.toStdString()) != std::string::npos, rows.error().text().c_str());
    }

    void headersThatLieAreRefused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const std::string& bytes, const char* words) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << QString::fromLatin1(words);
        };
        row("empty", "", "this is no file of NumPy's");
        row("another file", "\x89PNG and more", "this is no file of NumPy's");
        row("a pickle", "\x80\x04\x95 and more", "Python pickle");
        row("no version", "\x93NUMPY", "ends inside its header");
        row("no length", std::string("\x93NUMPY\x01\0\x76", 9), "ends inside its header");
        row("version 4", std::string("\x93NUMPY\x04\0\0\0\0\0", 12), "version 4.0 of NumPy's format");
        row("a header of 4 GB", std::string("\x93NUMPY\x02\0\xff\xff\xff\xff", 12), "its header is 4294967295 bytes");
        row("longer than the file", npy(headerOf("(1, 1)"), 4).substr(0, 40), "ends inside its header");
        row("too few values", npy(headerOf("(2, 3)"), 23), "has 23 bytes of values where its shape asks for 24");
        row("too many values", npy(headerOf("(2, 3)"), 25), "has 25 bytes of values where its shape asks for 24");
        row("more than there can be", npy(headerOf("(4611686018427387904, 4)"), 0), "its shape is impossible");
        row("more than 64 bits", npy(headerOf("(99999999999999999999, 4)"), 0), "its shape is impossible");
        row("a negative size", npy(headerOf("(-1, 4)"), 4), "its shape is impossible");
        row("rows of nothing", npy(headerOf("(4611686018427387904, 0)"), 0), "its rows are empty");
        row("no tuple", npy(headerOf("[1, 1]"), 4), "its header cannot be read");
        row("a call", npy(headerOf("__import__('os')"), 4), "its header cannot be read");
        row("a thousand dimensions", npy(headerOf("(" + QByteArray("1,").repeated(1000).toStdString() + ")"), 4),
            "too many dimensions");
        row("an open text", npy("{'descr", 4), "its header cannot be read");
        row("nested deeply", npy(std::string(60000, '{'), 4), "its header cannot be read");
        row("no shape", npy("{'descr': '<f4', 'fortran_order': False}", 4), "lacks the type, the order or the shape");
        row("two shapes", npy("{'shape': (1, 1), 'shape': (2, 2)}", 4), "unknown or repeated entry \"shape\"");
        row("more after it", npy(headerOf("(1, 1)") + "x", 4), "its header cannot be read");
    }
    void headersThatLieAreRefused() {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, words);
        const std::string text = refusal(bytes.toStdString());
        QVERIFY2(text.find(words.toStdString()) != std::string::npos, text.c_str());
    }

    void damagedFilesAreNeverReadBeyondTheirEnd() {
        const std::string whole = readFile(kGolden / "v1_f4.image.npy").value();
        const TempDir folder;
        std::mt19937 random(1);
        size_t refused = 0;
        for (int i = 0; i < 2000; ++i)
            refused += readNpyMatrix(folder.write("x.npy", damaged(whole, random))) ? 0 : 1;
        QCOMPARE_GT(refused, size_t{500});
    }

    void theNameSaysTheModality() {
        const TempDir folder;
        const std::string bytes = readFile(kGolden / "v1_f2.image.npy").value();
        QVERIFY(readLatentFile(folder.write("my.photos.image.npy", bytes))->modality == Modality::image);
        QVERIFY(readLatentFile(folder.write("audio.npy", bytes))->modality == Modality::audio);
        QVERIFY(readLatentFile(folder.write("Captions.TEXT.NPY", bytes))->modality == Modality::text);
        for (const char* name : {"photos.npy", "images.npy", "image.photos.npy"}) {
            const auto read = readLatentFile(folder.write(name, bytes));
            QVERIFY2(!read && read.error().text().find("name it like photos.image.npy") != std::string::npos, name);
        }
    }

    void aPairMayBeOfBothFormats() {
        const TempDir folder;
        const auto images = folder.write("a.image.npy", readFile(kGolden / "v3_f4.image.npy").value());
        const LatentFile texts{Modality::text, Matrix(3, 4), std::vector<int64_t>{1, 0, 1}};
        QVERIFY(writeLatentFile(folder / "b.safetensors", texts).has_value());
        const auto pair = readLatentPair(images, folder / "b.safetensors");
        QVERIFY2(pair.has_value(), pair ? "" : pair.error().text().c_str());
        QCOMPARE(pair->owner, (std::vector<int64_t>{1, 0, 1}));
    }

    void valuesThatAreNotFiniteAreRefusedWithTheirRow() {
        const TempDir folder;
        std::string bytes = readFile(kGolden / "v1_f4.image.npy").value();
        bytes.replace(bytes.size() - 4, 4, std::string("\0\0\x80\x7f", 4)); // infinity
        const auto read = readLatentFile(folder.write("x.image.npy", bytes));
        QVERIFY(!read && read.error().text().starts_with("row 1 of its latents"));
        const auto none = readLatentFile(folder.write("x.image.npy", npy(headerOf("(0, 4)"), 0)));
        QVERIFY(!none && none.error().text().starts_with("holds no latents"));
    }
};

QTEST_GUILESS_MAIN(TestNpyFile)
#include "test_npy_file.moc"
