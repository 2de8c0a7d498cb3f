#include "ui/preview_fixture.h"

#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QLabel>

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

} // namespace

PreviewFixture::PreviewFixture() {
    serveLibrary(worker, 100, 10);
    worker.answer(method::kPicture, plainPicture);
    worker.answer(method::kSpectrogram, plainSpectrogram);
    worker.answer(method::kWaveform, [](const Json& params) -> Result<Json> { return waveformOf(100, params); });
    client.start();
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

} // namespace fusefind
