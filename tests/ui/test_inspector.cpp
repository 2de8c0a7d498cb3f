#include "ui/preview_fixture.h"
#include "ui/views/preview/inspector.h"
#include "ui/views/preview/picture_view.h"
#include "ui/views/preview/similar_strip.h"
#include "ui/views/preview/sound_player.h"
#include "ui/views/preview/spectrogram_view.h"

#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>

namespace fusefind {

class TestInspector : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { fixture_ = std::make_unique<PreviewFixture>(); }
    void cleanup() { fixture_.reset(); }

    void anEmptyInspectorSaysWhatItIsFor() {
        Inspector inspector(fixture_->client);
        QVERIFY(says(inspector, QStringLiteral("Choose a result")));
        QVERIFY(!buttonNamed(inspector, QStringLiteral("Open"))->isVisibleTo(&inspector));
        inspector.inspect(pictureHit("/p/white.jpg"));
        QVERIFY(buttonNamed(inspector, QStringLiteral("Open"))->isVisibleTo(&inspector));
        inspector.inspect(std::nullopt);
        QVERIFY(says(inspector, QStringLiteral("Choose a result")));
    }

    void aPictureIsShownWithWhatIsKnownOfIt() {
        Inspector inspector(fixture_->client);
        inspector.inspect(pictureHit("/holiday <b>photos</b>/white.jpg"));
        const auto* view = inspector.findChild<PictureView*>();
        QTRY_COMPARE(view->image().size(), QSize(600, 450));
        for (const char* text : {"white.jpg", "/holiday <b>photos</b>", "Picture", "4000 × 3000", "0.31"})
            QVERIFY2(says(inspector, QString::fromUtf8(text)), text);
        QVERIFY(!says(inspector, QStringLiteral("Duration")));
        QVERIFY(!says(inspector, QStringLiteral("Taken")));
    }

    void onlyTheFileThatWasChosenLastIsShown() {
        Inspector inspector(fixture_->client);
        fixture_->worker.hold(method::kPicture);
        inspector.inspect(pictureHit("/p/white.jpg"));
        QTRY_COMPARE(fixture_->worker.asked(method::kPicture).size(), size_t{1});
        inspector.inspect(pictureHit("/p/black.jpg"));
        QTRY_COMPARE(fixture_->worker.asked(method::kPicture).size(), size_t{2});
        fixture_->worker.release(method::kPicture);
        const auto* view = inspector.findChild<PictureView*>();
        QTRY_VERIFY(!view->image().isNull());
        QCOMPARE(view->image().pixelColor(5, 5), QColor(Qt::black));
        QCOMPARE(fixture_->worker.cancelled(), 1);
    }

    void aBrokenFileIsToldInOneSentenceWhereItsPictureWouldBe() {
        Inspector inspector(fixture_->client);
        const auto* view = inspector.findChild<PictureView*>();
        inspector.inspect(pictureHit("/p/broken.jpg"));
        QTRY_COMPARE(view->message(), QStringLiteral("The picture is cut short."));
        inspector.inspect(pictureHit("/p/white.jpg"));
        QTRY_VERIFY(!view->image().isNull());
        QVERIFY(view->message().isEmpty());
    }

    void aPictureLostWithTheWorkerComesWithTheNextOne() {
        Inspector inspector(fixture_->client);
        const auto* view = inspector.findChild<PictureView*>();
        fixture_->worker.hold(method::kPicture);
        inspector.inspect(pictureHit("/p/white.jpg"));
        QTRY_COMPARE(fixture_->worker.asked(method::kPicture).size(), size_t{1});
        fixture_->worker.die();
        QTRY_VERIFY(view->message().endsWith(QLatin1Char('.')));
        fixture_->worker.listen();
        fixture_->worker.release(method::kPicture);
        QTRY_VERIFY(!view->image().isNull());
        QVERIFY(view->message().isEmpty());
    }

    void whatIsToBeDoneIsAskedForTheFileShown() {
        Inspector inspector(fixture_->client);
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
        Inspector inspector(fixture_->client);
        inspector.inspect(soundHit(100));
        QVERIFY(says(inspector, QStringLiteral("0:35–0:45 matched best")));
        QCOMPARE(inspector.findChild<SoundPlayer*>()->position(), 35.0);
        auto* spectrogram = inspector.findChild<SpectrogramView*>();
        QTRY_VERIFY(!spectrogram->image().isNull());
        QVERIFY(spectrogram->shown().contains(35) && spectrogram->shown().contains(45));
    }

private:
    std::unique_ptr<PreviewFixture> fixture_;
};

} // namespace fusefind

QTEST_MAIN(fusefind::TestInspector)
#include "test_inspector.moc"
