#include "ui/models/file_picture.h"

#include "core/protocol/methods.h"

#include <QtGui/QPainter>
#include <algorithm>

namespace fusefind {

namespace {

constexpr int kPeaks = 96; // as many bars as a cell shows apart

Result<FilePicture> pictureFromJson(const Json& json) {
    const auto jpeg = json.find("jpeg");
    if (jpeg == json.end() || !jpeg->is_binary()) return fail(ErrorCode::invalidInput, "a thumbnail without \"jpeg\"");
    const auto& bytes = jpeg->get_binary();
    FilePicture picture;
    if (!picture.pixmap.loadFromData(bytes.data(), static_cast<uint>(bytes.size()), "JPG"))
        return fail(ErrorCode::invalidInput, "a thumbnail that is no JPEG");
    return picture;
}

Result<FilePicture> peaksFromJson(const Json& json) {
    FUSEFIND_TRY_ASSIGN(Waveform waveform, waveformFromJson(json));
    FilePicture picture;
    picture.peaks = std::move(waveform.peaks);
    return picture;
}

} // namespace

qsizetype FilePicture::bytes() const {
    const qsizetype pixels = qsizetype{pixmap.width()} * pixmap.height() * 4;
    return pixels + static_cast<qsizetype>(peaks.size() * sizeof(float) + sizeof(FilePicture));
}

WorkerClient::RequestId requestFilePicture(WorkerClient& client, const std::filesystem::path& path, ItemKind kind,
                                           int longSide, QObject* context,
                                           std::function<void(Result<FilePicture>)> done) {
    const bool picture = kind == ItemKind::image;
    Json params = picture ? toJson(ThumbnailRequest{path, longSide}) : toJson(WaveformRequest{path, kPeaks});
    return client.call(picture ? method::kThumbnail : method::kWaveform, std::move(params), context,
                       [picture, done = std::move(done)](Result<Json> answer) {
                           if (!answer) return done(fail(std::move(answer).error()));
                           done(picture ? pictureFromJson(*answer) : peaksFromJson(*answer));
                       });
}

void paintPeaks(QPainter& painter, const QRectF& area, std::span<const float> peaks, const QColor& colour) {
    const auto bars = static_cast<int>(peaks.size() / 2);
    if (bars == 0) return;
    float loudest = 0.05F; // what is almost silent stays small
    for (const float peak : peaks)
        loudest = std::max(loudest, std::abs(peak));
    const double step = area.width() / bars;
    const double half = area.height() / 2;
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (int bar = 0; bar < bars; ++bar) {
        const double low = std::clamp(peaks[2 * bar] / loudest, -1.0F, 1.0F);
        const double high = std::clamp(peaks[2 * bar + 1] / loudest, -1.0F, 1.0F);
        const double top = area.center().y() - high * half;
        const double height = std::max(1.0, (high - low) * half); // silence is a line
        painter.drawRect(QRectF(area.left() + bar * step, top, std::max(1.0, step * 0.7), height));
    }
    painter.restore();
}

} // namespace fusefind
