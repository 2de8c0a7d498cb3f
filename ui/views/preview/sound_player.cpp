#include "ui/views/preview/sound_player.h"

#include "core/protocol/media_messages.h"
#include "core/protocol/methods.h"
#include "ui/shortcuts.h"
#include "ui/theme/icons.h"
#include "ui/views/preview/facts_text.h"
#include "ui/views/preview/sound_output.h"
#include "ui/views/preview/sound_stream.h"
#include "ui/views/preview/spectrogram_view.h"
#include "ui/views/preview/waveform_view.h"
#include "ui/views/widgets/icon_label.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSlider>
#include <QtWidgets/QToolButton>

namespace fusefind {

namespace {

constexpr int kPeaks = 2000;
constexpr int kFirstLoudness = 80; // of 100
constexpr double kNearEnd = 0.05;  // seconds: playing from here would be heard as nothing

} // namespace

SoundPlayer::SoundPlayer(WorkerClient& client, QWidget* parent)
    : QWidget(parent),
      call_(new LatestCall(client, this)),
      stream_(new SoundStream(client, this)),
      output_(new SoundOutput(*stream_, this)),
      waveform_(new WaveformView(this)),
      spectrogram_(new SpectrogramView(client, this)) {
    setFocusPolicy(Qt::ClickFocus);
    setAccessibleName(tr("Sound player"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(waveform_, 3);
    column->addWidget(spectrogram_, 4);
    column->addLayout(makeControls());
    problem_ = new QLabel(this);
    problem_->setTextFormat(Qt::PlainText);
    problem_->setWordWrap(true);
    problem_->hide();
    column->addWidget(problem_);
    connectView(*waveform_);
    connectView(*spectrogram_);
    connectOutput();
    showControls();
}

QToolButton* SoundPlayer::addButton(QBoxLayout& row, const QString& name) {
    auto* button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(name);
    button->setToolTip(name);
    row.addWidget(button);
    return button;
}

QLayout* SoundPlayer::makeControls() {
    auto* row = new QHBoxLayout;
    playButton_ = addButton(*row, tr("Play"));
    connect(playButton_, &QToolButton::clicked, this, [this] { playing_ ? pause() : play(); });
    stopButton_ = addButton(*row, tr("Stop"));
    stopButton_->setIcon(icon("stop"));
    connect(stopButton_, &QToolButton::clicked, this, &SoundPlayer::stop);
    loopButton_ = addButton(*row, tr("Repeat"));
    loopButton_->setIcon(icon("repeat"));
    loopButton_->setToolTip(tr("Repeat the selection, or else the moment that matched, or else all"));
    loopButton_->setCheckable(true);
    connect(loopButton_, &QToolButton::toggled, this, &SoundPlayer::repeatWhatIsChosen);
    clock_ = new QLabel(this);
    clock_->setTextFormat(Qt::PlainText);
    clock_->setAccessibleName(tr("Position"));
    row->addWidget(clock_);
    row->addStretch();
    row->addWidget(new IconLabel("loudness", this));
    loudness_ = new QSlider(Qt::Horizontal, this);
    loudness_->setRange(0, 100);
    loudness_->setAccessibleName(tr("Volume"));
    loudness_->setToolTip(tr("Volume"));
    loudness_->setMinimumWidth(fontMetrics().averageCharWidth() * 6);
    loudness_->setMaximumWidth(fontMetrics().averageCharWidth() * 16);
    connect(loudness_, &QSlider::valueChanged, this, [this](int value) { output_->setVolume(value / 100.0); });
    loudness_->setValue(kFirstLoudness);
    row->addWidget(loudness_, 1);
    return row;
}

void SoundPlayer::connectView(TimeView& view) {
    connect(&view, &TimeView::sought, this, &SoundPlayer::seek);
    connect(&view, &TimeView::selectionChanged, this, &SoundPlayer::select);
    // A drag is silent; the sound goes on where it ends.
    connect(&view, &TimeView::sliderPressed, this, [this] {
        playAfterDrag_ = playing_;
        pause();
    });
    connect(&view, &TimeView::sliderReleased, this, [this] {
        if (playAfterDrag_) play();
    });
}

void SoundPlayer::connectOutput() {
    connect(output_, &SoundOutput::moved, this, &SoundPlayer::showPosition);
    connect(output_, &SoundOutput::availableChanged, this, &SoundPlayer::showControls);
    connect(output_, &SoundOutput::failed, this, &SoundPlayer::showProblem);
    connect(output_, &SoundOutput::finished, this, [this] {
        pause();
        showPosition(duration_);
    });
    connect(stream_, &SoundStream::failed, this, &SoundPlayer::showProblem);
    connect(stream_, &SoundStream::arrived, this, [this] { problem_->hide(); });
}

void SoundPlayer::open(const LibraryItem& item, std::optional<TimeSpan> moment) {
    close();
    path_ = item.path;
    moment_ = moment;
    for (TimeView* view : {static_cast<TimeView*>(waveform_), static_cast<TimeView*>(spectrogram_)})
        view->setMatched(moment);
    if (item.seconds > 0) showDuration(item.seconds);
    showPosition(moment ? moment->start : 0);
    waveform_->setLoading(true);
    call_->ask(method::kWaveform, toJson(WaveformRequest{path_, kPeaks}),
               [this](Result<Json> answer) { showWaveform(std::move(answer)); });
    showControls();
}

void SoundPlayer::close() {
    pause();
    call_->drop();
    path_.clear();
    moment_.reset();
    select(std::nullopt);
    duration_ = 0;
    waveform_->setMessage({});
    waveform_->setLoading(false);
    waveform_->setPeaks({});
    waveform_->setDuration(0);
    spectrogram_->close();
    spectrogram_->show();
    problem_->hide();
    showPosition(0);
    showControls();
}

void SoundPlayer::showWaveform(Result<Json> answer) {
    Result<Waveform> waveform = std::move(answer).and_then([](const Json& json) { return waveformFromJson(json); });
    waveform_->setLoading(false);
    waveform_->setMessage(waveform ? QString() : sentence(waveform.error()));
    spectrogram_->setVisible(waveform.has_value());
    if (waveform) {
        waveform_->setPeaks(std::move(waveform->peaks));
        if (waveform->seconds > 0 && waveform->seconds != duration_) showDuration(waveform->seconds);
    }
    showControls();
}

void SoundPlayer::showDuration(double seconds) {
    duration_ = seconds;
    waveform_->setDuration(seconds);
    spectrogram_->open(path_, seconds, moment_ ? (moment_->start + moment_->end) / 2 : position_);
    showPosition(position_);
}

void SoundPlayer::showPosition(double seconds) {
    position_ = seconds;
    waveform_->setPosition(seconds);
    spectrogram_->follow(seconds);
    clock_->setText(QStringLiteral("%1 / %2").arg(clockText(seconds, duration_), clockText(duration_, duration_)));
}

void SoundPlayer::showProblem(const QString& sentence) {
    pause();
    problem_->setText(sentence);
    problem_->show();
}

bool SoundPlayer::canPlay() const {
    return readable() && output_->available();
}

QString SoundPlayer::whyNot() const {
    return output_->available() ? waveform_->message() : tr("This computer has no sound output to play on.");
}

bool SoundPlayer::readable() const {
    return !path_.empty() && waveform_->message().isEmpty();
}

void SoundPlayer::showControls() {
    const QString action = playing_ ? tr("Pause") : tr("Play");
    playButton_->setIcon(icon(playing_ ? "pause" : "play"));
    playButton_->setAccessibleName(action);
    playButton_->setToolTip(output_->available() ? action : whyNot());
    playButton_->setEnabled(canPlay());
    stopButton_->setEnabled(readable());
    loopButton_->setEnabled(readable());
    loudness_->setEnabled(output_->available());
}

void SoundPlayer::play() {
    if (playing_ || !canPlay()) return;
    problem_->hide();
    if (duration_ > 0 && position_ >= duration_ - kNearEnd) showPosition(0);
    stream_->open(path_, output_->sampleRate(), position_, loop());
    output_->start();
    playing_ = output_->playing();
    showControls();
    if (playing_) Q_EMIT playingChanged(true);
}

void SoundPlayer::pause() {
    if (!playing_) return;
    playing_ = false;
    showPosition(output_->position());
    output_->stop();
    stream_->close();
    showControls();
    Q_EMIT playingChanged(false);
}

void SoundPlayer::stop() {
    pause();
    showPosition(moment_ ? moment_->start : 0);
}

void SoundPlayer::playFromMoment() {
    stop();
    play();
}

std::optional<TimeSpan> SoundPlayer::loop() const {
    if (!loopButton_->isChecked()) return std::nullopt;
    if (selection_) return selection_;
    return moment_ ? moment_ : TimeSpan{0, duration_};
}

void SoundPlayer::seek(double seconds) {
    showPosition(seconds);
    if (!playing_) return;
    stream_->open(path_, output_->sampleRate(), position_, loop());
    output_->start();
}

void SoundPlayer::select(const std::optional<TimeSpan>& span) {
    selection_ = span;
    waveform_->setSelection(span);
    spectrogram_->setSelection(span);
    if (span) showPosition(span->start);
    repeatWhatIsChosen();
}

void SoundPlayer::repeatWhatIsChosen() {
    if (playing_) seek(output_->position());
}

void SoundPlayer::keyPressEvent(QKeyEvent* event) {
    if (!isKeyOf(ShortcutId::playSound, *event)) return QWidget::keyPressEvent(event);
    playing_ ? pause() : play();
}

// What is not seen is not heard.
void SoundPlayer::hideEvent(QHideEvent* event) {
    pause();
    QWidget::hideEvent(event);
}

} // namespace fusefind
