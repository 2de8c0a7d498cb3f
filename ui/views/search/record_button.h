#pragma once

#include "ui/views/search/microphone_recorder.h"

#include <QtWidgets/QToolButton>

namespace fusefind {

// Starts and stops a recording and shows how long it is; hidden while there is no microphone.
class RecordButton : public QToolButton {
    Q_OBJECT

public:
    explicit RecordButton(QWidget* parent);

Q_SIGNALS:
    void recorded(const QByteArray& wav);
    void failed(const QString& reason);

private:
    void showRest();

    MicrophoneRecorder recorder_;
};

} // namespace fusefind
