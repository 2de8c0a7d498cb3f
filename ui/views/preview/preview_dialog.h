#pragma once

#include "core/protocol/library_messages.h"
#include "ui/client/worker_client.h"

#include <QtWidgets/QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace fusefind {

class ElidedLabel;
class PictureView;
class SoundPlayer;

// One result, large. Stays open beside the results while the arrow keys go through them, and keeps its size from one to
// the next. Space or Escape closes it, Enter opens the file.
class PreviewDialog : public QDialog {
    Q_OBJECT

public:
    explicit PreviewDialog(WorkerClient& client, QWidget* parent = nullptr);

    // Shows the hit, and the dialog if it was closed. A sound begins to play where it matched.
    void preview(const LibraryHit& hit);

Q_SIGNALS:
    void nextRequested();
    void previousRequested();
    void openRequested(const std::filesystem::path& path);
    void soundStarted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* makeBar();
    void showZoom();

    std::filesystem::path path_;
    QStackedWidget* media_;
    PictureView* picture_;
    SoundPlayer* player_;
    ElidedLabel* name_ = nullptr;
    QLabel* facts_ = nullptr;
    QPushButton* zoom_ = nullptr;
    bool sized_ = false;
};

} // namespace fusefind
