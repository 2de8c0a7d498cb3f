#include "app/worker/media_methods.h"
#include "core/library/library.h"
#include "core/library/scan.h"
#include "core/media/thumbnail.h"
#include "core/protocol/library_messages.h"
#include "core/protocol/media_messages.h"
#include "core/protocol/methods.h"
#include "support/filling_disk.h"
#include "support/media_files.h"
#include "support/temp_dir.h"

#include <sys/stat.h>

#include <QtTest/QTest>
#include <algorithm>
#include <atomic>
#include <thread>

using namespace fusefind;
namespace fs = std::filesystem;

namespace {

// A library of two pictures and a sound, one file outside it, and the methods over it.
struct Fixture {
    TempDir folder;
    fs::path media = fs::canonical(folder.path()) / "media";
    fs::path thumbnails = folder / "thumbnails";
    fs::path picture, copy, sound, outside;
    Database database = Database::open(folder / "library.db").value();
    MediaMethods methods{thumbnails, folder / "library.db"};

    Fixture() {
        const std::string png = encodePicture(quarters(800, 400), ".png");
        picture = folder.write("media/a.png", png);
        copy = folder.write("media/copy.png", png);
        sound = folder.write("media/tone.wav", wavFile(sine(1000, 3, 16'000), 16'000));
        outside = folder.write("outside.png", png);
        QVERIFY(Library(database).addFolder(media).has_value());
        QVERIFY(scanLibrary(database).has_value());
        for (fs::path* path : {&picture, &copy, &sound, &outside})
            *path = fs::canonical(*path);
    }

    Result<Json> ask(const char* method, const Json& params) { return methods.answer(method, params, {}); }
    Result<std::string> thumbnail(const fs::path& path, int longSide = 256) {
        FUSEFIND_TRY_ASSIGN(const Json answer, ask(method::kThumbnail, toJson(ThumbnailRequest{path, longSide})));
        const auto& bytes = answer.at("jpeg").get_binary();
        return std::string(bytes.begin(), bytes.end());
    }
    [[nodiscard]] Picture decode(const std::string& jpeg) const {
        return decodePicture(folder.write("decoded.jpg", jpeg)).value();
    }
    [[nodiscard]] std::vector<fs::path> keptThumbnails() const {
        std::vector<fs::path> kept;
        if (fs::exists(thumbnails))
            for (const auto& entry : fs::recursive_directory_iterator(thumbnails))
                if (entry.is_regular_file()) kept.push_back(entry.path());
        return kept;
    }
};

// Every method about a file, asked about this one.
std::vector<std::pair<const char*, Json>> requestsFor(const fs::path& path) {
    return {{method::kThumbnail, toJson(ThumbnailRequest{path, 64})},
            {method::kPicture, toJson(PictureRequest{path, 64})},
            {method::kProbe, Json{{"path", path.native()}}},
            {method::kSound, toJson(SoundRequest{path, 0, 1, 8000})},
            {method::kWaveform, toJson(WaveformRequest{path, 10})},
            {method::kSpectrogram, toJson(SpectrogramRequest{path, 0, 1, 10, 10})}};
}

} // namespace

class TestMediaMethods : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itKnowsItsMethods() {
        for (const auto& [method, params] : requestsFor("/a"))
            QVERIFY(MediaMethods::handles(method));
        QVERIFY(MediaMethods::handles("browse") && MediaMethods::handles("facets"));
        QVERIFY(!MediaMethods::handles("search"));
        Fixture f;
        QCOMPARE(f.ask("search", {}).error().code, ErrorCode::unsupported);
    }

    void aThumbnailIsKeptByContentForFilesOfTheLibrary() {
        Fixture f;
        const std::string jpeg = f.thumbnail(f.picture).value();
        QCOMPARE(f.decode(jpeg).width, 256);
        QVERIFY(f.keptThumbnails() == std::vector{thumbnailPath(f.thumbnails, hashFile(f.picture).value(), 256)});
        QVERIFY(f.thumbnail(f.copy).value() == jpeg);
        QCOMPARE(f.keptThumbnails().size(), size_t{1});
    }

    void aThumbnailOfAFileOutsideOrChangedIsKeptByItsNameSizeAndTime() {
        Fixture f;
        QVERIFY(f.thumbnail(f.outside).has_value());
        QCOMPARE(f.keptThumbnails().size(), size_t{1});
        QVERIFY(f.thumbnail(f.outside).has_value());
        QCOMPARE(f.keptThumbnails().size(), size_t{1});
        QVERIFY(f.thumbnail(f.picture).has_value());
        const std::string before = f.thumbnail(f.picture).value();
        f.folder.write("media/a.png", encodePicture(quarters(500, 700, "wwww"), ".png"));
        const Picture after = f.decode(f.thumbnail(f.picture).value());
        QCOMPARE(after.height, 256);
        QCOMPARE(quartersOf(after), std::string("wwww"));
        QVERIFY(f.thumbnail(f.copy).value() == before);
    }

    void onAFullDiskTheThumbnailStillComes() {
        Fixture f;
        FillingDisk disk(50);
        const ScopedFileOps scoped(disk);
        const auto jpeg = f.thumbnail(f.picture);
        QVERIFY2(jpeg.has_value(), jpeg ? "" : jpeg.error().text().c_str());
        QVERIFY(f.keptThumbnails().empty());
    }

    void aSoundHasNoPictureAndAPictureNoSound() {
        Fixture f;
        QCOMPARE(f.thumbnail(f.sound).error().code, ErrorCode::invalidInput);
        QCOMPARE(f.ask(method::kPicture, toJson(PictureRequest{f.sound, 100})).error().code, ErrorCode::invalidInput);
        QVERIFY(!f.ask(method::kSound, toJson(SoundRequest{f.picture, 0, 1, 8000})));
        const auto video = codedSound(sine(440, 1, 48'000), 48'000, "aac", "mp4", true);
        if (!video) QSKIP("FFmpeg has no AAC encoder, so there is no file to read");
        QCOMPARE(f.thumbnail(f.folder.write("film.mp4", *video)).error().code, ErrorCode::unsupported);
    }

    void aPictureComesAsPixels() {
        Fixture f;
        const auto answer = f.ask(method::kPicture, toJson(PictureRequest{f.picture, 100})).value();
        const PixelBlock block = pixelBlockFromJson(answer).value();
        QCOMPARE(block.width, 100);
        QCOMPARE(block.height, 50);
        QCOMPARE(block.channels, 3);
        QCOMPARE(quartersOf({block.width, block.height, block.pixels}), std::string("rgbw"));
    }

    void aProbeSaysWhatAFileIs() {
        Fixture f;
        const auto picture =
            libraryItemFromJson(f.ask(method::kProbe, Json{{"path", f.picture.native()}}).value()).value();
        QCOMPARE(picture.path, f.picture);
        QVERIFY(picture.kind == ItemKind::image);
        QCOMPARE(picture.width, 800);
        QCOMPARE(picture.size, static_cast<int64_t>(fs::file_size(f.picture)));
        QVERIFY(picture.mtimeMs > 1'000'000'000'000);
        const auto sound = libraryItemFromJson(f.ask(method::kProbe, Json{{"path", f.sound.native()}}).value()).value();
        QVERIFY(sound.kind == ItemKind::audio);
        QCOMPARE(sound.seconds, 3.0);
    }

    void aStretchOfASoundIsGivenAndItsEndIsShort() {
        Fixture f;
        const auto of = [&](double start, double seconds) {
            return soundBlockFromJson(
                       f.ask(method::kSound, toJson(SoundRequest{f.sound, start, seconds, 8000})).value())
                .value();
        };
        QCOMPARE(of(1, 1.5).samples.size(), size_t{12'000});
        QCOMPARE(of(1, 1.5).sampleRate, 8000);
        QCOMPARE(of(2.5, 10).samples.size(), size_t{4000});
        QVERIFY(of(5, 10).samples.empty());
    }

    void waveformAndSpectrogramHaveTheSizeAskedFor() {
        Fixture f;
        const Waveform waveform =
            waveformFromJson(f.ask(method::kWaveform, toJson(WaveformRequest{f.sound, 50})).value()).value();
        QCOMPARE(waveform.seconds, 3.0);
        QCOMPARE(waveform.peaks.size(), size_t{100});
        QVERIFY(waveform.peaks[50] < -0.4F && waveform.peaks[51] > 0.4F);
        const PixelBlock drawn =
            pixelBlockFromJson(f.ask(method::kSpectrogram, toJson(SpectrogramRequest{f.sound, 0, 3, 90, 40})).value())
                .value();
        QCOMPARE(drawn.width, 90);
        QCOMPARE(drawn.height, 40);
        QCOMPARE(drawn.channels, 1);
        QVERIFY(*std::ranges::max_element(drawn.pixels) > 200);
    }

    void theLibraryIsBrowsedAndCounted() {
        Fixture f;
        const auto page =
            browseAnswerFromJson(f.ask(method::kBrowse, toJson(BrowseRequest{{}, BrowseOrder::name, 0, 2})).value())
                .value();
        QCOMPARE(page.total, int64_t{3});
        QCOMPARE(page.items.size(), size_t{2});
        QCOMPARE(page.items[0].path, f.picture);
        const Facets facets = facetsFromJson(f.ask(method::kFacets, Json::object()).value()).value();
        QCOMPARE(facets.folders.size(), size_t{1});
        QCOMPARE(facets.folders[0].items, int64_t{3});
    }

    void whatIsNoOrdinaryFileIsRefusedWithoutWaitingForIt() {
        Fixture f;
        const fs::path pipe = f.folder / "pipe.wav";
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        for (const fs::path& path :
             {pipe, fs::path("/dev/zero"), f.media, fs::path("relative.png"), f.folder / "gone.png"})
            for (const auto& [method, params] : requestsFor(path)) {
                const auto answer = f.ask(method, params);
                QVERIFY2(!answer, method);
                QVERIFY2(!answer.error().what.empty() && answer.error().file == path, method);
            }
    }

    void tooMuchIsRefusedWithASentence() {
        Fixture f;
        const std::vector<std::pair<const char*, Json>> requests{
            {method::kThumbnail, toJson(ThumbnailRequest{f.picture, 8193})},
            {method::kPicture, toJson(PictureRequest{f.picture, 8193})},
            {method::kSound, toJson(SoundRequest{f.sound, 0, 61, 8000})},
            {method::kWaveform, toJson(WaveformRequest{f.sound, 100'001})},
            {method::kSpectrogram, toJson(SpectrogramRequest{f.sound, 0, 61, 100, 100})},
            {method::kSpectrogram, toJson(SpectrogramRequest{f.sound, 0, 10, 8193, 100})}};
        for (const auto& [method, params] : requests) {
            const auto answer = f.ask(method, params);
            QVERIFY2(!answer, method);
            QCOMPARE(answer.error().code, ErrorCode::limit);
            QVERIFY(!answer.error().what.empty());
        }
        QCOMPARE(f.ask(method::kSound, toJson(SoundRequest{f.sound, 0, 1, 1})).error().code, ErrorCode::invalidInput);
    }

    void wrongParametersAreErrors() {
        Fixture f;
        for (const auto& [method, params] : requestsFor(f.picture)) {
            for (const Json& wrong : {Json(), Json("text"), Json::object(), Json{{"path", 5}}, Json{{"path", ""}},
                                      Json{{"path", std::string("/a\0b", 4)}}})
                QVERIFY2(!f.ask(method, wrong), method);
        }
        QVERIFY(!f.ask(method::kBrowse, Json{{"order", "sideways"}}));
    }

    void whatWasCancelledIsNotBegun() {
        Fixture f;
        std::stop_source source;
        source.request_stop();
        for (const auto& [method, params] : requestsFor(f.picture))
            QCOMPARE(f.methods.answer(method, params, source.get_token()).error().code, ErrorCode::cancelled);
    }

    void manyThreadsAskAtOnce() {
        Fixture f;
        std::atomic<int> wrong{0};
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&, i] {
                for (int round = 0; round < 10; ++round) {
                    const fs::path& path = (i + round) % 2 == 0 ? f.picture : f.outside;
                    if (!f.thumbnail(path, 100 + round)) ++wrong;
                    if (!f.ask(method::kFacets, Json::object())) ++wrong;
                    if (!f.ask(method::kBrowse, toJson(BrowseRequest{}))) ++wrong;
                    if (!f.ask(method::kWaveform, toJson(WaveformRequest{f.sound, 20}))) ++wrong;
                }
            });
        threads.clear();
        QCOMPARE(wrong.load(), 0);
    }
};

QTEST_GUILESS_MAIN(TestMediaMethods)
#include "test_media_methods.moc"
