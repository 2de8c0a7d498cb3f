#pragma once

#include "core/protocol/media_messages.h"
#include "core/protocol/methods.h"
#include "ui/stand_in_worker.h"

class QAbstractButton;
class QWidget;

namespace fusefind {

// A worker whose pictures, spectrograms and waveforms (of 100 s) are plain, for the parts of the preview.
struct PreviewFixture {
    PreviewFixture();

    StandInWorker worker;
    WorkerClient client{worker.options()};
};

LibraryHit pictureHit(const std::filesystem::path& path); // white.jpg is white, broken.jpg unreadable, others black
LibraryHit soundHit(double seconds);                      // matched from 35 s to 45 s
Json waveformOf(double seconds, const Json& params);      // the answer of kWaveform

bool says(const QWidget& widget, const QString& text); // in one of its labels
QAbstractButton* buttonNamed(const QWidget& widget, const QString& name);

} // namespace fusefind
