#include "ui/views/search/microphone_recorder.h"

#include "ui/sound_devices.h"

#include <QtCore/QDataStream>
#include <QtCore/QIODevice>
#include <QtMultimedia/QAudioDevice>
#include <QtMultimedia/QAudioSource>
#include <QtMultimedia/QMediaDevices>

namespace fusefind {

namespace {

constexpr int kSampleRate = 44100;

QAudioFormat formatFor(const QAudioDevice& device) {
    QAudioFormat format;
    format.setSampleRate(kSampleRate);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Int16);
    if (device.isFormatSupported(format)) return format;
    format = device.preferredFormat();
    format.setSampleFormat(QAudioFormat::Int16);
    return format;
}

} // namespace

MicrophoneRecorder::MicrophoneRecorder(QObject* parent) : QObject(parent) {}
MicrophoneRecorder::~MicrophoneRecorder() = default;

void MicrophoneRecorder::watch() {
    if (devices_ || !soundServerRuns()) return;
    devices_ = std::make_unique<QMediaDevices>();
    connect(devices_.get(), &QMediaDevices::audioInputsChanged, this, &MicrophoneRecorder::look);
    look();
}

void MicrophoneRecorder::look() {
    const bool available = !QMediaDevices::audioInputs().isEmpty();
    if (available == available_) return;
    available_ = available;
    Q_EMIT availableChanged(available);
}

void MicrophoneRecorder::start() {
    if (recording()) return;
    const QAudioDevice device = QMediaDevices::defaultAudioInput();
    const QAudioFormat format = formatFor(device);
    if (device.isNull() || !device.isFormatSupported(format)) {
        Q_EMIT failed(tr("The microphone offers no format that can be recorded."));
        return;
    }
    samples_.clear();
    source_ = std::make_unique<QAudioSource>(device, format);
    stream_ = source_->start();
    if (!stream_ || source_->error() != QAudio::NoError) {
        source_.reset();
        Q_EMIT failed(tr("The microphone could not be opened. Does another program use it?"));
        return;
    }
    connect(stream_, &QIODevice::readyRead, this, &MicrophoneRecorder::take);
    Q_EMIT progressed(0);
}

double MicrophoneRecorder::seconds() const {
    return source_ ? static_cast<double>(source_->format().durationForBytes(static_cast<qint32>(samples_.size()))) / 1e6
                   : 0;
}

void MicrophoneRecorder::take() {
    samples_ += stream_->readAll();
    Q_EMIT progressed(seconds());
    if (seconds() >= kMaxSeconds) QMetaObject::invokeMethod(this, &MicrophoneRecorder::stop, Qt::QueuedConnection);
}

void MicrophoneRecorder::stop() {
    if (!recording()) return;
    samples_ += stream_->readAll();
    const QAudioFormat format = source_->format();
    source_->stop();
    source_.release()->deleteLater(); // its stream may be telling of data just now
    stream_ = nullptr;
    const qsizetype frame = format.bytesPerFrame();
    samples_.truncate(samples_.size() / frame * frame);
    if (samples_.isEmpty()) {
        Q_EMIT failed(tr("Nothing was recorded."));
        return;
    }
    Q_EMIT recorded(wavOf(std::exchange(samples_, {}), format.sampleRate(), format.channelCount()));
}

QByteArray wavOf(const QByteArray& samples, int sampleRate, int channels) {
    constexpr int kBytes = 2; // of a sample
    QByteArray wav;
    QDataStream out(&wav, QIODevice::WriteOnly);
    out.setByteOrder(QDataStream::LittleEndian);
    out.writeRawData("RIFF", 4);
    out << static_cast<quint32>(36 + samples.size());
    out.writeRawData("WAVEfmt ", 8);
    out << quint32{16} << quint16{1} << static_cast<quint16>(channels) << static_cast<quint32>(sampleRate)
        << static_cast<quint32>(sampleRate * channels * kBytes) << static_cast<quint16>(channels * kBytes)
        << quint16{8 * kBytes};
    out.writeRawData("data", 4);
    out << static_cast<quint32>(samples.size());
    return wav + samples;
}

} // namespace fusefind
