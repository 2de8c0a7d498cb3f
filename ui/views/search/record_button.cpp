#include "ui/views/search/record_button.h"

#include "ui/models/item_text.h"
#include "ui/theme/icons.h"

namespace fusefind {

RecordButton::RecordButton(QWidget* parent) : QToolButton(parent) {
    setIcon(fusefind::icon("microphone"));
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    hide();
    showRest();
    connect(this, &QToolButton::clicked, &recorder_,
            [this] { recorder_.recording() ? recorder_.stop() : recorder_.start(); });
    connect(&recorder_, &MicrophoneRecorder::availableChanged, this, &QWidget::setVisible);
    connect(&recorder_, &MicrophoneRecorder::progressed, this, [this](double seconds) {
        setText(tr("Stop %1").arg(durationText(seconds)));
        setToolTip(tr("Stop recording and search"));
        setAccessibleName(toolTip());
    });
    connect(&recorder_, &MicrophoneRecorder::recorded, this, [this](const QByteArray& wav) {
        showRest();
        Q_EMIT recorded(wav);
    });
    connect(&recorder_, &MicrophoneRecorder::failed, this, [this](const QString& reason) {
        showRest();
        Q_EMIT failed(reason);
    });
    // Asking the sound server may take its time, and the window comes first.
    QMetaObject::invokeMethod(&recorder_, &MicrophoneRecorder::watch, Qt::QueuedConnection);
}

void RecordButton::showRest() {
    setText({});
    setToolTip(tr("Search by a sound from the microphone"));
    setAccessibleName(tr("Record a sound to search by"));
}

} // namespace fusefind
