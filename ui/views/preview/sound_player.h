#pragma once

#include "core/protocol/library_messages.h"
#include "ui/views/preview/latest_call.h"
#include "ui/views/preview/time_span.h"

#include <QtWidgets/QWidget>

class QBoxLayout;
class QLabel;
class QLayout;
class QSlider;
class QToolButton;

namespace fusefind {

class SoundOutput;
class SoundStream;
class SpectrogramView;
class TimeView;
class WaveformView;

// A sound to look at and to listen to, from the moment that matched. Without a sound device it is to look at.
class SoundPlayer : public QWidget {
    Q_OBJECT

public:
    explicit SoundPlayer(WorkerClient& client, QWidget* parent = nullptr);

    void open(const LibraryItem& item, std::optional<TimeSpan> moment);
    void close();

    void play();
    void pause();
    void stop();           // and back to where it was opened
    void playFromMoment(); // from the start of what matched

    [[nodiscard]] bool canPlay() const;
    [[nodiscard]] QString whyNot() const; // to be told where it cannot
    [[nodiscard]] bool playing() const { return playing_; }
    [[nodiscard]] double position() const { return position_; } // seconds
    // What playing repeats: the selection or else the moment or else all; none if it does not.
    [[nodiscard]] std::optional<TimeSpan> loop() const;

Q_SIGNALS:
    void playingChanged(bool playing);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QToolButton* addButton(QBoxLayout& row, const QString& name);
    QLayout* makeControls();
    void connectView(TimeView& view);
    void connectOutput();
    void askForWaveform();
    void showWaveform(Result<Json> answer);
    void showDuration(double seconds);
    void showPosition(double seconds);
    void showProblem(const QString& sentence);
    void showControls();
    [[nodiscard]] bool readable() const;
    void seek(double seconds);
    void select(const std::optional<TimeSpan>& span);
    void repeatWhatIsChosen();

    LatestCall* call_;
    SoundStream* stream_;
    SoundOutput* output_;
    WaveformView* waveform_;
    SpectrogramView* spectrogram_;
    QToolButton* playButton_ = nullptr;
    QToolButton* stopButton_ = nullptr;
    QToolButton* loopButton_ = nullptr;
    QSlider* loudness_ = nullptr;
    QLabel* clock_ = nullptr;
    QLabel* problem_ = nullptr;

    std::filesystem::path path_;
    std::optional<TimeSpan> moment_;
    std::optional<TimeSpan> selection_;
    double duration_ = 0;
    double position_ = 0;
    bool playing_ = false;
    bool playAfterDrag_ = false;
};

} // namespace fusefind
