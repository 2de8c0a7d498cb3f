#include "core/protocol/methods.h"
#include "support/temp_dir.h"
#include "ui/models/file_names.h"
#include "ui/models/query_text.h"
#include "ui/stand_in_worker.h"
#include "ui/views/search/microphone_recorder.h"
#include "ui/views/search/query_box.h"

#include <fmt/format.h>

#include <QtCore/QMimeData>
#include <QtCore/QStandardPaths>
#include <QtGui/QClipboard>
#include <QtGui/QDragEnterEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

using namespace fusefind;
using When = SearchSession::When;

namespace {

struct Fixture {
    Fixture() {
        serveLibrary(worker, 10, 5);
        client.start();
        window.resize(600, 300);
        box.resize(window.size());
        window.show();
        window.activateWindow();
    }

    void drop(QMimeData& mime) {
        const QPoint place = box.rect().center();
        QDragEnterEvent enter(place, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&box, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(place, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&box, &event);
    }
    void dropFiles(const std::vector<std::filesystem::path>& files) {
        QMimeData mime;
        QList<QUrl> urls;
        for (const auto& file : files)
            urls << urlOf(file);
        mime.setUrls(urls);
        drop(mime);
    }
    [[nodiscard]] QString lastMessage() const { return messages.isEmpty() ? QString() : messages.last()[0].toString(); }
    QLineEdit& line() { return *box.findChild<QLineEdit*>(); }

    StandInWorker worker;
    WorkerClient client{worker.options()};
    TempDir files;
    QWidget window; // without a layout: the offscreen platform warns of a window's least size
    QueryBox box{client, &window};
    QSignalSpy changes{&box, &QueryBox::changed};
    QSignalSpy messages{&box, &QueryBox::message};
};

QString described(const char* text) {
    std::vector<DescribedTerm> terms;
    for (QueryTerm& term : termsOfText(QString::fromUtf8(text)))
        terms.push_back({std::move(term), false});
    return describeQuery(terms);
}

} // namespace

Q_DECLARE_METATYPE(fusefind::SearchSession::When)

class TestQueryBox : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void aMinusBeforeAWordStartsWhatIsUnwanted() {
        QCOMPARE(described("beach  at sunset -crowd of people +red t-shirt"),
                 QStringLiteral("Searching by “beach at sunset” and “red t-shirt”, without “crowd of people”"));
        QCOMPARE(described("-rain"), QStringLiteral("Unlike “rain”"));
        QCOMPARE(described(" - + "), QString());
        QCOMPARE(described("100 %2 of %1"), QStringLiteral("Searching by “100 %2 of %1”"));
    }

    void moreLikeThisIsNamedDifferently() {
        const DescribedTerm one{{{}, "/x/IMG_1.jpg", true, 1}, true};
        const DescribedTerm other{{{}, "/x/IMG_2.jpg", false, 1}, false};
        QCOMPARE(describeQuery({one, other}), QStringLiteral("Similar to IMG_1.jpg, unlike IMG_2.jpg"));
    }

    void aDroppedSoundBecomesATermOnceTheWorkerKnowsIt() {
        Fixture fixture;
        fixture.dropFiles({fixture.files.write("rain.wav", "sound")});
        QCOMPARE(fixture.box.chips().size(), size_t{1});
        QVERIFY(fixture.box.terms().empty());
        QTRY_COMPARE(fixture.box.terms().size(), size_t{1});
        QCOMPARE(fixture.box.terms()[0].term.file, fixture.files / "rain.wav");
        QTRY_COMPARE(fixture.worker.asked(method::kWaveform).size(), size_t{1});
        QCOMPARE(fixture.changes.size(), 1);
    }

    void aFileThatIsNeitherPictureNorSoundSaysWhy() {
        Fixture fixture;
        fixture.dropFiles({fixture.files.write("broken.wav", "text"), fixture.files.write("a.jpg", "picture")});
        QTRY_VERIFY(!fixture.lastMessage().isEmpty());
        QCOMPARE(fixture.lastMessage(),
                 QStringLiteral("broken.wav cannot be searched by: neither a picture nor a sound"));
        QTRY_COMPARE(fixture.box.terms().size(), size_t{1});
    }

    void aFileDeletedInBetweenSaysSo() {
        Fixture fixture;
        const auto file = fixture.files.write("a.jpg", "picture");
        fixture.worker.hold(method::kProbe);
        fixture.dropFiles({file});
        QTRY_COMPARE(fixture.worker.asked(method::kProbe).size(), size_t{1});
        std::filesystem::remove(file);
        fixture.worker.release(method::kProbe);
        QTRY_COMPARE(fixture.lastMessage(), QStringLiteral("a.jpg is not there any more."));
        QVERIFY(fixture.box.chips().empty());

        fixture.dropFiles({file});
        QCOMPARE(fixture.lastMessage(), QStringLiteral("a.jpg is not there any more."));
    }

    void aDroppedFolderIsOfferedToTheLibrary() {
        Fixture fixture;
        QSignalSpy folders(&fixture.box, &QueryBox::folderDropped);
        fixture.dropFiles({fixture.files.path()});
        QCOMPARE(folders.size(), 1);
        QCOMPARE(folders[0][0].value<std::filesystem::path>(), fixture.files.path());
        QVERIFY(fixture.box.chips().empty());
    }

    void anAddressOfTheWebAndAnEmptyDropSayWhatIsWrong() {
        Fixture fixture;
        QMimeData address;
        address.setUrls({QUrl(QStringLiteral("https://name:secret@example.org/cat.jpg"))});
        fixture.drop(address);
        QVERIFY(
            fixture.lastMessage().startsWith(QStringLiteral("https://example.org/cat.jpg is not on this computer")));
        QMimeData nothing;
        fixture.drop(nothing);
        QVERIFY(fixture.lastMessage().startsWith(QStringLiteral("There was nothing in it")));
        QVERIFY(fixture.box.chips().empty());
    }

    void theEleventhFileIsLeftOutAndCounted() {
        Fixture fixture;
        std::vector<std::filesystem::path> files;
        for (int i = 0; i < 12; ++i)
            files.push_back(fixture.files.write(fmt::format("{}.jpg", i), "picture"));
        fixture.dropFiles(files);
        QCOMPARE(fixture.box.chips().size(), QueryBox::kMaxChips);
        QCOMPARE(fixture.lastMessage(), QStringLiteral("A search takes up to 10 files and texts. Left out: 2."));
        QTRY_COMPARE(fixture.box.terms().size(), QueryBox::kMaxChips);
    }

    void aPastedPictureIsKeptInTheCacheUntilTheWindowGoes() {
        std::filesystem::path kept;
        {
            Fixture fixture;
            QImage image(40, 30, QImage::Format_RGB32);
            image.fill(Qt::red);
            QApplication::clipboard()->setImage(image);
            QTest::keyClick(&fixture.line(), Qt::Key_V, Qt::ControlModifier);
            QTRY_COMPARE(fixture.box.terms().size(), size_t{1});
            kept = fixture.box.terms()[0].term.file;
            QVERIFY(QImage(QString::fromStdString(kept.string())) == image);
        }
        QVERIFY(!std::filesystem::exists(kept));
    }

    void droppedTextBecomesAChip() {
        Fixture fixture;
        QMimeData mime;
        mime.setText(QStringLiteral("a dog\non the beach"));
        fixture.drop(mime);
        QCOMPARE(fixture.box.chips().size(), size_t{1});
        QCOMPARE(fixture.box.terms()[0].term.text, std::string("a dog on the beach"));
    }

    void typedTextIsATermAndControlEnterKeepsIt() {
        Fixture fixture;
        QTest::keyClicks(&fixture.line(), QStringLiteral("dog -cat"));
        QCOMPARE(fixture.box.terms().size(), size_t{2});
        QVERIFY(!fixture.box.terms()[1].term.wanted);
        fixture.changes.clear();
        QTest::keyClick(&fixture.line(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(fixture.box.chips().size(), size_t{2});
        QCOMPARE(fixture.box.terms().size(), size_t{2});
        QCOMPARE(fixture.changes.size(), 1);
        QTest::keyClick(&fixture.line(), Qt::Key_Backspace);
        QCOMPARE(fixture.box.chips().size(), size_t{1});
    }

    void enterLeavesTheTextAndTheBox() {
        Fixture fixture;
        QSignalSpy left(&fixture.box, &QueryBox::left);
        QTest::keyClicks(&fixture.line(), QStringLiteral("dog"));
        QTest::keyClick(&fixture.line(), Qt::Key_Return);
        QCOMPARE(left.size(), 1);
        QCOMPARE(fixture.line().text(), QStringLiteral("dog"));
    }

    void signAndWeightOfAChipAreSetByKeyboardAndWheel() {
        Fixture fixture;
        fixture.box.addText(QStringLiteral("dog"));
        QueryChip* const chip = fixture.box.chips()[0];
        QTest::keyClick(chip, Qt::Key_Minus);
        QVERIFY(!fixture.box.terms()[0].term.wanted);
        QWheelEvent wheel(QPointF(5, 5), chip->mapToGlobal(QPointF(5, 5)), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(chip, &wheel);
        QCOMPARE(fixture.box.terms()[0].term.weight, 2.0F);
        QTest::keyClick(chip, Qt::Key_Delete);
        QVERIFY(fixture.box.chips().empty());
    }

    void everyControlHasANameForThoseWhoDoNotSeeIt() {
        Fixture fixture;
        fixture.box.addText(QStringLiteral("dog"));
        fixture.dropFiles({fixture.files.write("a.jpg", "picture")});
        for (const QToolButton* button : fixture.box.findChildren<QToolButton*>()) {
            if (button->parentWidget() == &fixture.line()) continue; // Qt's own
            QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->text()));
            QVERIFY(button->focusPolicy() & Qt::TabFocus);
        }
    }

    void aRecordingIsAWavFile() {
        const QByteArray wav = wavOf(QByteArray("\1\2\3\4"), 44100, 1);
        QCOMPARE(wav.size(), 48);
        QCOMPARE(wav.left(4), QByteArray("RIFF"));
        QCOMPARE(wav.mid(24, 4), QByteArray("\x44\xac\0\0", 4));
        QCOMPARE(wav.right(4), QByteArray("\1\2\3\4"));
    }
};

QTEST_MAIN(TestQueryBox)
#include "test_query_box.moc"
