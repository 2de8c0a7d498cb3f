#pragma once

#include "core/base/modality.h"
#include "core/protocol/media_messages.h"
#include "ui/client/worker_client.h"

#include <QtGui/QPixmap>
#include <span>

class QPainter;

namespace fusefind {

// How a file is shown small: a picture, or the waveform of a sound (or of a video's sound track), kept as numbers so
// that it is drawn in the colours and at the size of the moment.
struct FilePicture {
    QPixmap pixmap;
    std::vector<float> peaks; // [N, 2], as Waveform

    [[nodiscard]] bool empty() const { return pixmap.isNull() && peaks.empty(); }
    [[nodiscard]] qsizetype bytes() const;
};

// Asks the worker; `longSide` in device pixels. `done` as in WorkerClient::call.
WorkerClient::RequestId requestFilePicture(WorkerClient& client, const std::filesystem::path& path, ItemKind kind,
                                           int longSide, QObject* context,
                                           std::function<void(Result<FilePicture>)> done);

void paintPeaks(QPainter& painter, const QRectF& area, std::span<const float> peaks, const QColor& colour);

} // namespace fusefind
