#include "core/protocol/media_messages.h"
#include "core/protocol/methods.h"
#include "ui/stand_in_worker.h"
#include "ui/views/preview/heat_colours.h"
#include "ui/views/preview/inspector.h"
#include "ui/views/preview/picture_view.h"
#include "ui/views/preview/preview_dialog.h"
#include "ui/views/preview/similar_strip.h"
#include "ui/views/preview/sound_player.h"
#include "ui/views/preview/spectrogram_view.h"
#include "ui/views/preview/waveform_view.h"

#include <QtGui/QAccessible>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>
#include <cmath>

namespace fusefind {

namespace {

// Of the colour that the name says, in the shape 4:3, as large as asked for.
Result<Json> plainPicture(const Json& params) {
    const PictureRequest request = pictureRequestFromJson(params).value();
    if (request.path.filename() == "broken.jpg")
        return fail(ErrorCode::invalidInput, "the picture is cut short", request.path);
    PixelBlock block{request.longSide, request.longSide * 3 / 4, 3, {}};
    const uint8_t grey = request.path.filename() == "white.jpg" ? 255 : 0;
    block.pixels.assign(size_t(block.width) * size_t(block.height) * 3, grey);
    return toJson(block);
}

Result<Json> plainSpectrogram(const Json& params) {
    const SpectrogramRequest request = spectrogramRequestFromJson(params).value();
    PixelBlock block{request.width, request.height, 1, {}};
    block.pixels.assign(size_t(block.width) * size_t(block.height), 128);
    return toJson(block);
}

LibraryHit pictureHit(const std::filesystem::path& path) {
    LibraryHit hit;
    hit.item.path = path;
    hit.item.width = 4000;
    hit.item.height = 3000;
    hit.item.size = 2'000'000;
    hit.score = 0.31F;
    return hit;
}

LibraryHit soundHit(double seconds) {
    LibraryHit hit;
    hit.item.path = "/sounds/rain.wav";
    hit.item.kind = ItemKind::audio;
    hit.item.seconds = seconds;
    hit.startSeconds = 35;
    hit.endSeconds = 45;
    return hit;
}

Json waveformOf(double seconds, const Json& params) {
    Waveform waveform{seconds, {}};
    waveform.peaks.assign(size_t(waveformRequestFromJson(params)->count) * 2, 0.5F);
    return toJson(waveform);
}

bool says(const QWidget& widget, const QString& text) {
    const auto labels = widget.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
        return label->isVisibleTo(&widget) && label->text().contains(text);
    });
}

QAbstractButton* buttonNamed(const QWidget& widget, const QString& name) {
    for (auto* button : widget.findChildren<QAbstractButton*>()) {
        const QString own = button->accessibleName().isEmpty() ? button->text() : button->accessibleName();
        if (QString(own).remove(QLatin1Char('&')) == name) return button;
    }
    return nullptr;
}

} // namespace

class TestPreview : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        worker_ = std::make_unique<StandInWorker>();
        serveLibrary(*worker_, 100, 10);
        worker_->answer(method::kPicture, plainPicture);
        worker_->answer(method::kSpectrogram, plainSpectrogram);
        worker_->answer(method::kWaveform, [](const Json& params) -> Result<Json> { return waveformOf(100, params); });
        client_ = std::make_unique<WorkerClient>(worker_->options());
        client_->start();
    }
    void cleanup() {
        client_.reset();
        worker_.reset();
    }

    void thePaletteOfLoudnessGrowsEvenlyInLightness() {
        const QList<QRgb> colours = heatColours();
        QCOMPARE(colours.size(), 256);
        const auto lightness = [](QRgb colour) { // CIE L*
            const auto linear = [](int byte) {
                const double value = byte / 255.0;
                return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
            };
            const double y =
                0.2126 * linear(qRed(colour)) + 0.7152 * linear(qGreen(colour)) + 0.0722 * linear(qBlue(colour));
            return y > 0.008856 ? 116 * std::cbrt(y) - 16 : 903.3 * y;
        };
        const double whole = lightness(colours.last()) - lightness(colours.first());
        QVERIFY(whole > 80);
        for (int i = 16; i < 256; i += 16) {
            const double step = lightness(colours[i]) - lightness(colours[i - 16]);
            QVERIFY2(step > 0.5 * whole / 16 && step < 1.7 * whole / 16, qPrintable(QString::number(i)));
        }
    }

    void anEmptyInspectorSaysWhatItIsFor() {
        Inspector inspector(*client_);
        QVERIFY(says(inspector, QStringLiteral("Choose a result")));
        QVERIFY(!buttonNamed(inspector, QStringLiteral("Open"))->isVisibleTo(&inspector));
        inspector.inspect(pictureHit("/p/white.jpg"));
        QVERIFY(buttonNamed(inspector, QStringLiteral("Open"))->isVisibleTo(&inspector));
        inspector.inspect(std::nullopt);
        QVERIFY(says(inspector, QStringLiteral("Choose a result")));
    }

    void aPictureIsShownWithWhatIsKnownOfIt() {
        Inspector inspector(*client_);
        inspector.inspect(pictureHit("/holiday <b>photos</b>/white.jpg"));
        const auto* view = inspector.findChild<PictureView*>();
        QTRY_COMPARE(view->image().size(), QSize(600, 450));
        for (const char* text : {"white.jpg", "/holiday <b>photos</b>", "Picture", "4000 × 3000", "0.31"})
            QVERIFY2(says(inspector, QString::fromUtf8(text)), text);
        QVERIFY(!says(inspector, QStringLiteral("Duration")));
        QVERIFY(!says(inspector, QStringLiteral("Taken")));
    }

    void onlyTheFileThatWasChosenLastIsShown() {
        Inspector inspector(*client_);
        worker_->hold(method::kPicture);
        inspector.inspect(pictureHit("/p/white.jpg"));
        QTRY_COMPARE(worker_->asked(method::kPicture).size(), size_t{1});
        inspector.inspect(pictureHit("/p/black.jpg"));
        QTRY_COMPARE(worker_->asked(method::kPicture).size(), size_t{2});
        worker_->release(method::kPicture);
        const auto* view = inspector.findChild<PictureView*>();
        QTRY_VERIFY(!view->image().isNull());
        QCOMPARE(view->image().pixelColor(5, 5), QColor(Qt::black));
        QCOMPARE(worker_->cancelled(), 1);
    }

    void aBrokenFileIsToldInOneSentenceWhereItsPictureWouldBe() {
        Inspector inspector(*client_);
        const auto* view = inspector.findChild<PictureView*>();
        inspector.inspect(pictureHit("/p/broken.jpg"));
        QTRY_COMPARE(view->message(), QStringLiteral("The picture is cut short."));
        inspector.inspect(pictureHit("/p/white.jpg"));
        QTRY_VERIFY(!view->image().isNull());
        QVERIFY(view->message().isEmpty());
    }

    void aPictureLostWithTheWorkerComesWithTheNextOne() {
        Inspector inspector(*client_);
        const auto* view = inspector.findChild<PictureView*>();
        worker_->hold(method::kPicture);
        inspector.inspect(pictureHit("/p/white.jpg"));
        QTRY_COMPARE(worker_->asked(method::kPicture).size(), size_t{1});
        worker_->die();
        QTRY_VERIFY(view->message().endsWith(QLatin1Char('.')));
        worker_->listen();
        worker_->release(method::kPicture);
        QTRY_VERIFY(!view->image().isNull());
        QVERIFY(view->message().isEmpty());
    }

    void whatIsToBeDoneIsAskedForTheFileShown() {
        Inspector inspector(*client_);
        LibraryHit hit = pictureHit("/p/white.jpg");
        hit.similar = {pictureHit("/p/black.jpg").item};
        inspector.inspect(hit);
        QVERIFY(says(inspector, QStringLiteral("Similar shots: 1")));
        std::filesystem::path more;
        std::filesystem::path opened;
        connect(&inspector, &Inspector::moreLike, this, [&](const auto& path) { more = path; });
        connect(&inspector, &Inspector::openRequested, this, [&](const auto& path) { opened = path; });
        buttonNamed(inspector, QStringLiteral("More like this"))->click();
        QCOMPARE(more, std::filesystem::path("/p/white.jpg"));
        inspector.findChild<SimilarStrip*>()->setCurrentRow(1);
        QVERIFY(says(inspector, QStringLiteral("black.jpg")));
        buttonNamed(inspector, QStringLiteral("Open"))->click();
        QCOMPARE(opened, std::filesystem::path("/p/black.jpg"));
    }

    void aSegmentHitTellsItsMomentAndStartsThere() {
        Inspector inspector(*client_);
        inspector.inspect(soundHit(100));
        QVERIFY(says(inspector, QStringLiteral("0:35–0:45 matched best")));
        QCOMPARE(inspector.findChild<SoundPlayer*>()->position(), 35.0);
        auto* spectrogram = inspector.findChild<SpectrogramView*>();
        QTRY_VERIFY(!spectrogram->image().isNull());
        QVERIFY(spectrogram->shown().contains(35) && spectrogram->shown().contains(45));
    }

    void aSoundThatCannotBeReadSaysSoInPlace() {
        worker_->answer(method::kWaveform,
                        [](const Json&) -> Result<Json> { return fail(ErrorCode::notFound, "there is no such file"); });
        SoundPlayer player(*client_);
        player.open(soundHit(100).item, std::nullopt);
        QTRY_COMPARE(player.findChild<WaveformView*>()->message(), QStringLiteral("There is no such file."));
        QVERIFY(!player.findChild<SpectrogramView*>()->isVisibleTo(&player));
        QVERIFY(!player.canPlay());
    }

    void aClickGoesToAMomentAndADragWithShiftSelectsALoop() {
        QWidget window; // without a layout: its smallest size stays what it is
        SoundPlayer& player = *new SoundPlayer(*client_, &window);
        player.resize(620, 400);
        window.show();
        player.open(soundHit(100).item, TimeSpan{35, 45});
        auto* waveform = player.findChild<WaveformView*>();
        QTRY_COMPARE(waveform->duration(), 100.0);
        const auto at = [&](double share) { return QPoint(int(waveform->width() * share), 10); };
        QTest::mouseClick(waveform, Qt::LeftButton, {}, at(0.5));
        QVERIFY(std::abs(player.position() - 50) < 1);
        QTest::keyClick(waveform, Qt::Key_Right);
        QVERIFY(std::abs(player.position() - 52) < 1);

        auto* repeat = buttonNamed(player, QStringLiteral("Repeat"));
        QVERIFY(!player.loop());
        repeat->click();
        QCOMPARE(player.loop(), (TimeSpan{35, 45}));
        QTest::mousePress(waveform, Qt::LeftButton, Qt::ShiftModifier, at(0.8));
        QTest::mouseMove(waveform, at(0.7));
        QTest::mouseRelease(waveform, Qt::LeftButton, Qt::ShiftModifier, at(0.6));
        QVERIFY(std::abs(player.loop()->start - 60) < 1);
        QVERIFY(std::abs(player.loop()->end - 80) < 1);
        QTest::keyClick(waveform, Qt::Key_Escape);
        QCOMPARE(player.loop(), (TimeSpan{35, 45}));
    }

    void theSpectrogramTurnsItsPageWithTheMoment() {
        worker_->answer(method::kWaveform,
                        [](const Json& params) -> Result<Json> { return waveformOf(3 * 3600, params); });
        SoundPlayer player(*client_);
        player.open(soundHit(3 * 3600).item, std::nullopt);
        auto* spectrogram = player.findChild<SpectrogramView*>();
        auto* waveform = player.findChild<WaveformView*>();
        QTRY_VERIFY(!spectrogram->image().isNull());
        waveform->setValue(9'999'000);
        QVERIFY(spectrogram->shown().contains(9999));
        waveform->setValue(waveform->maximum());
        QCOMPARE(spectrogram->shown().end, 3 * 3600.0);
        QTRY_VERIFY(!spectrogram->image().isNull());
        for (const Json& request : worker_->asked(method::kSpectrogram))
            QVERIFY(spectrogramRequestFromJson(request)->seconds <= 60);
    }

    void withoutASoundDeviceThePlayButtonSaysSo() {
        SoundPlayer player(*client_);
        player.open(soundHit(100).item, std::nullopt);
        auto* play = buttonNamed(player, QStringLiteral("Play"));
        if (player.canPlay()) QSKIP("this computer has a sound output");
        QVERIFY(!play->isEnabled());
        QVERIFY(play->toolTip().contains(QStringLiteral("no sound output")));
        QVERIFY(buttonNamed(player, QStringLiteral("Repeat"))->isEnabled());
    }

    void whereThereIsASoundDeviceASoundIsPlayedToItsEnd() {
        const double seconds = 1;
        worker_->answer(method::kWaveform, [](const Json& params) -> Result<Json> { return waveformOf(1, params); });
        worker_->answer(method::kSound, [seconds](const Json& params) -> Result<Json> {
            const SoundRequest request = soundRequestFromJson(params).value();
            const double length = std::clamp(seconds - request.start, 0.0, request.seconds);
            return toJson(SoundBlock{request.sampleRate, std::vector<float>(size_t(length * request.sampleRate))});
        });
        QWidget window;
        SoundPlayer& player = *new SoundPlayer(*client_, &window);
        window.show();
        player.open(soundHit(seconds).item, std::nullopt);
        if (!player.canPlay()) QSKIP("no sound output here");
        QSignalSpy playing(&player, &SoundPlayer::playingChanged);
        QTest::keyClick(&player, Qt::Key_Space);
        QVERIFY(player.playing());
        QTRY_VERIFY(player.position() > 0.3 && player.position() < 0.9);
        QTRY_VERIFY(!player.playing());
        QCOMPARE(player.position(), seconds);
        QCOMPARE(playing.count(), 2);
    }

    void zoomingInAsksForMorePixelsAndKeepsThePointUnderTheCursor() {
        PictureView view(*client_);
        view.resize(400, 300);
        view.show();
        view.open(pictureHit("/p/white.jpg").item, 400);
        QTRY_COMPARE(view.image().width(), 400);
        QVERIFY(view.fitted());
        QTest::keyClick(&view, Qt::Key_1);
        QCOMPARE(view.zoom(), 1.0);
        QTRY_COMPARE(view.image().width(), 4000);
        QTest::keyClick(&view, Qt::Key_Equal, Qt::ControlModifier);
        QVERIFY(view.zoom() > 1.2);
        QTest::keyClick(&view, Qt::Key_Minus, Qt::ControlModifier);
        QVERIFY(std::abs(view.zoom() - 1) < 1e-6);
        QTest::keyClick(&view, Qt::Key_0);
        QVERIFY(view.fitted());
        QCOMPARE(view.zoom(), 0.1);
    }

    void thePreviewAnswersToTheKeyboard() {
        PreviewDialog dialog(*client_);
        QSignalSpy next(&dialog, &PreviewDialog::nextRequested);
        QSignalSpy previous(&dialog, &PreviewDialog::previousRequested);
        std::filesystem::path opened;
        connect(&dialog, &PreviewDialog::openRequested, this, [&](const auto& path) { opened = path; });
        dialog.preview(pictureHit("/p/white.jpg"));
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QTRY_VERIFY(!dialog.findChild<PictureView*>()->image().isNull());
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Right);
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Left);
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
        QCOMPARE(next.count(), 1);
        QCOMPARE(previous.count(), 1);
        QCOMPARE(opened, std::filesystem::path("/p/white.jpg"));
        dialog.resize(700, 500);
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Space);
        QVERIFY(!dialog.isVisible());
        QVERIFY(dialog.findChild<PictureView*>()->image().isNull());
        dialog.preview(soundHit(100));
        QVERIFY(dialog.isVisible());
        QCOMPARE(dialog.size(), QSize(700, 500));
        QTest::keyClick(dialog.focusWidget() ? dialog.focusWidget() : &dialog, Qt::Key_Space);
        QVERIFY(!dialog.isVisible());
        dialog.preview(soundHit(100));
        QTest::keyClick(dialog.focusWidget() ? dialog.focusWidget() : &dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    }

    void everyControlHasAName() {
        Inspector inspector(*client_);
        PreviewDialog dialog(*client_);
        for (const QWidget* window : {static_cast<QWidget*>(&inspector), static_cast<QWidget*>(&dialog)})
            for (QWidget* widget : window->findChildren<QWidget*>()) {
                if (!(widget->focusPolicy() & Qt::TabFocus) || qobject_cast<QAbstractScrollArea*>(widget)) continue;
                QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
                QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(),
                         widget->metaObject()->className());
            }
    }

private:
    std::unique_ptr<StandInWorker> worker_;
    std::unique_ptr<WorkerClient> client_;
};

} // namespace fusefind

QTEST_MAIN(fusefind::TestPreview)
#include "test_preview.moc"
