#include "ui/preview_fixture.h"
#include "ui/theme/appearance.h"
#include "ui/views/preview/heat_colours.h"
#include "ui/views/preview/sound_player.h"
#include "ui/views/preview/spectrogram_view.h"
#include "ui/views/preview/waveform_view.h"
#include "ui/views/widgets/icon_label.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <cmath>

namespace fusefind {

class TestSoundPlayer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { fixture_ = std::make_unique<PreviewFixture>(); }
    void cleanup() { fixture_.reset(); }

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

    void aSoundThatCannotBeReadSaysSoInPlace() {
        fixture_->worker.answer(method::kWaveform, [](const Json&) -> Result<Json> {
            return fail(ErrorCode::notFound, "there is no such file");
        });
        SoundPlayer player(fixture_->client);
        player.open(soundHit(100).item, std::nullopt);
        QTRY_COMPARE(player.findChild<WaveformView*>()->message(), QStringLiteral("There is no such file."));
        QVERIFY(!player.findChild<SpectrogramView*>()->isVisibleTo(&player));
        QVERIFY(!player.canPlay());
    }

    void aClickGoesToAMomentAndADragWithShiftSelectsALoop() {
        QWidget window; // without a layout: its smallest size stays what it is
        SoundPlayer& player = *new SoundPlayer(fixture_->client, &window);
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
        fixture_->worker.answer(method::kWaveform,
                                [](const Json& params) -> Result<Json> { return waveformOf(3 * 3600, params); });
        SoundPlayer player(fixture_->client);
        player.open(soundHit(3 * 3600).item, std::nullopt);
        auto* spectrogram = player.findChild<SpectrogramView*>();
        auto* waveform = player.findChild<WaveformView*>();
        QTRY_VERIFY(!spectrogram->image().isNull());
        waveform->setValue(9'999'000);
        QVERIFY(spectrogram->shown().contains(9999));
        waveform->setValue(waveform->maximum());
        QCOMPARE(spectrogram->shown().end, 3 * 3600.0);
        QTRY_VERIFY(!spectrogram->image().isNull());
        for (const Json& request : fixture_->worker.asked(method::kSpectrogram))
            QVERIFY(spectrogramRequestFromJson(request)->seconds <= 60);
    }

    void withoutASoundDeviceThePlayButtonSaysSo() {
        SoundPlayer player(fixture_->client);
        player.open(soundHit(100).item, std::nullopt);
        auto* play = buttonNamed(player, QStringLiteral("Play"));
        if (player.canPlay()) QSKIP("this computer has a sound output");
        QVERIFY(!play->isEnabled());
        QVERIFY(play->toolTip().contains(QStringLiteral("no sound output")));
        QVERIFY(buttonNamed(player, QStringLiteral("Repeat"))->isEnabled());
    }

    void whereThereIsASoundDeviceASoundIsPlayedToItsEnd() {
        const double seconds = 1;
        fixture_->worker.answer(method::kWaveform,
                                [](const Json& params) -> Result<Json> { return waveformOf(1, params); });
        fixture_->worker.answer(method::kSound, [seconds](const Json& params) -> Result<Json> {
            const SoundRequest request = soundRequestFromJson(params).value();
            const double length = std::clamp(seconds - request.start, 0.0, request.seconds);
            return toJson(SoundBlock{request.sampleRate, std::vector<float>(size_t(length * request.sampleRate))});
        });
        QWidget window;
        SoundPlayer& player = *new SoundPlayer(fixture_->client, &window);
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

    void theSignOfLoudnessHasTheColoursOfTheAppearance() {
        QWidget window; // without a layout: its smallest size stays what it is
        SoundPlayer& player = *new SoundPlayer(fixture_->client, &window);
        player.resize(620, 400);
        window.show();
        auto* const sign = player.findChild<IconLabel*>();
        const auto lightness = [&] { // of the darkest and of the lightest pixel
            const QImage image = sign->grab().toImage();
            std::pair<int, int> range(255, 0);
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x) {
                    const int one = image.pixelColor(x, y).lightness();
                    range = {std::min(range.first, one), std::max(range.second, one)};
                }
            return range;
        };
        applyAppearance(Appearance::dark);
        QTRY_VERIFY(lightness().first < 80 && lightness().second > 180);
        applyAppearance(Appearance::light);
        QTRY_VERIFY(lightness().first < 80 && lightness().second > 220);
    }

private:
    std::unique_ptr<PreviewFixture> fixture_;
};

} // namespace fusefind

QTEST_MAIN(fusefind::TestSoundPlayer)
#include "test_sound_player.moc"
