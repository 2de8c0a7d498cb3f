#include "support/media_files.h"
#include "ui/real_window.h"

#include <fmt/format.h>

#include <QtCore/QMimeData>
#include <QtCore/QStandardPaths>
#include <QtTest/QTest>
#include <QtWidgets/QLineEdit>
#include <csignal>

using namespace fusefind;

namespace {

using Drop = std::function<void(RealWindow&)>;

// Three hours of silence that take no room on the disk.
std::filesystem::path writeLongSound(const TempDir& files) {
    constexpr int kRate = 8000;
    constexpr uint32_t kBytes = 3U * 3600 * kRate * sizeof(int16_t);
    const auto file = files.write("meeting.wav", wavFile({}, kRate, 1, kBytes));
    std::filesystem::resize_file(file, std::filesystem::file_size(file) + kBytes);
    return file;
}

} // namespace

// Whatever is dropped on the box is searched by, or refused in a sentence, and the next search works.
class TestBadDrops : public QObject {
    Q_OBJECT

    RealLibrary library_;
    std::unique_ptr<TempDir> files_;

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        const QString problem = library_.prepare();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
    void init() { files_ = std::make_unique<TempDir>(); }

    void whatCannotBeSearchedByIsSaidPlainly_data() {
        QTest::addColumn<Drop>("drop");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, Drop drop, const char* sentence) {
            QTest::newRow(name) << std::move(drop) << QString::fromUtf8(sentence);
        };
        row(
            "a folder", [this](RealWindow& window) { window.drop({files_->path()}); }, "to the library?");
        row(
            "nothing", [](RealWindow& window) { window.drop(QMimeData()); }, "There was nothing in it to search by");
        row(
            "a text named .wav",
            [this](RealWindow& window) { window.drop({files_->write("notes.wav", "milk, bread, butter")}); },
            "notes.wav cannot be searched by: ");
        row(
            "an address of the web",
            [](RealWindow& window) {
                QMimeData data;
                data.setUrls({QUrl(QStringLiteral("https://example.org/cat.jpg"))});
                window.drop(data);
            },
            "https://example.org/cat.jpg is not on this computer");
        row(
            "eleven files",
            [this](RealWindow& window) {
                std::vector<std::filesystem::path> files;
                for (int i = 0; i < 11; ++i)
                    files.push_back(files_->write(fmt::format("{}.png", i), flatPng(40, 40)));
                window.drop(files);
            },
            "A search takes up to 10 files and texts. Left out: 1.");
        row(
            "a file that is deleted before it is read",
            [this](RealWindow& window) {
                const auto file = files_->write("short-lived.wav", wavFile(sine(440, 1, 22050), 22050));
                window.signalWorker(SIGSTOP);
                window.drop({file});
                std::filesystem::remove(file);
                window.signalWorker(SIGCONT);
            },
            "short-lived.wav is not there any more.");
        row(
            "a sound of three hours", [this](RealWindow& window) { window.drop({writeLongSound(*files_)}); }, "of meeting.wav only the first 5:00");
        row(
            "a picture of 200 megapixels",
            [this](RealWindow& window) { window.drop({files_->write("poster.png", flatPng(20000, 10000))}); }, "Searching by poster.png");
    }

    void whatCannotBeSearchedByIsSaidPlainly() {
        QFETCH(Drop, drop);
        QFETCH(QString, sentence);
        RealWindow window(library_.worker());
        QVERIFY(window.settles());
        drop(window);
        QVERIFY(window.says(sentence));
        window.line.setFocus();
        window.press(Qt::Key_Escape);
        window.type(QStringLiteral("red and red above red and red"));
        QVERIFY(window.findsFirst(QStringLiteral("red.png")));
    }
};

QTEST_MAIN(TestBadDrops)
#include "test_bad_drops.moc"
