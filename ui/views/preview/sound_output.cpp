#include "ui/views/preview/sound_output.h"

#include "ui/sound_devices.h"
#include "ui/views/preview/sound_stream.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtMultimedia/QAudioDevice>
#include <QtMultimedia/QAudioSink>
#include <QtMultimedia/QMediaDevices>
#include <cmath>
#include <cstring>

namespace fusefind {

namespace {

constexpr int kPumpMs = 40;
constexpr int kBufferMs = 300; // rides out a busy moment of the window

QAudioFormat playableFormat(const QAudioDevice& device) {
    QAudioFormat format = device.preferredFormat();
    format.setSampleFormat(QAudioFormat::Float);
    if (!device.isFormatSupported(format)) format.setSampleFormat(QAudioFormat::Int16);
    return format;
}

// The same sample for every channel of the device.
QByteArray frames(std::span<const float> samples, const QAudioFormat& format) {
    const auto bytesPerSample = size_t(format.bytesPerSample());
    QByteArray bytes(qsizetype(samples.size()) * format.bytesPerFrame(), Qt::Uninitialized);
    char* out = bytes.data();
    for (const float sample : samples) {
        const auto asInt = int16_t(std::lround(sample * 32767));
        const void* source = format.sampleFormat() == QAudioFormat::Float ? static_cast<const void*>(&sample) : &asInt;
        for (int channel = 0; channel < format.channelCount(); ++channel, out += bytesPerSample)
            std::memcpy(out, source, bytesPerSample);
    }
    return bytes;
}

} // namespace

class SoundOutput::Impl {
public:
    Impl(SoundOutput& owner, SoundStream& stream) : owner_(owner), stream_(stream) {
        pump_.setInterval(kPumpMs);
        QObject::connect(&pump_, &QTimer::timeout, &owner, [this] { pump(); });
        QObject::connect(&stream, &SoundStream::arrived, &owner, [this] {
            if (sink_) pump();
        });
        if (!soundServerRuns()) return;
        devices_ = std::make_unique<QMediaDevices>();
        QObject::connect(devices_.get(), &QMediaDevices::audioOutputsChanged, &owner, &SoundOutput::availableChanged);
    }

    [[nodiscard]] QAudioDevice device() const {
        return devices_ ? QMediaDevices::defaultAudioOutput() : QAudioDevice();
    }

    void start() {
        stop();
        const QAudioDevice output = device();
        if (output.isNull()) return;
        const QAudioFormat format = playableFormat(output);
        sink_ = std::make_unique<QAudioSink>(output, format);
        sink_->setBufferSize(format.bytesForDuration(qint64{kBufferMs} * 1000));
        sink_->setVolume(volume_);
        input_ = sink_->start();
        if (!input_ || sink_->error() != QAudio::NoError) return giveUp();
        pump_.start();
        pump();
    }

    void stop() {
        pump_.stop();
        if (sink_) sink_->reset();
        sink_.reset();
    }

    void setVolume(double loudness) {
        volume_ = QAudio::convertVolume(float(loudness), QAudio::LogarithmicVolumeScale, QAudio::LinearVolumeScale);
        if (sink_) sink_->setVolume(volume_);
    }

    [[nodiscard]] bool playing() const { return sink_ != nullptr; }

    // What the device has not played yet was not heard yet.
    [[nodiscard]] double position() const {
        if (!sink_) return stream_.position();
        const double waiting = double(waitingBytes()) / sink_->format().bytesPerFrame() / sink_->format().sampleRate();
        const double heard = stream_.position() - waiting;
        const auto& loop = stream_.loop();
        if (!loop || heard >= loop->start) return std::max(heard, 0.0);
        return std::max(heard + loop->length(), loop->start);
    }

private:
    [[nodiscard]] qsizetype waitingBytes() const {
        return std::max(sink_->bufferSize() - sink_->bytesFree(), qsizetype{0});
    }

    void pump() {
        if (sink_->error() == QAudio::IOError || sink_->error() == QAudio::FatalError) return giveUp();
        const QAudioFormat format = sink_->format();
        samples_.resize(size_t(std::max(sink_->bytesFree() / format.bytesPerFrame(), qsizetype{0})));
        const size_t count = stream_.read(samples_);
        if (count > 0) input_->write(frames(std::span(samples_).first(count), format));
        const bool over = stream_.atEnd() && waitingBytes() == 0;
        Q_EMIT owner_.moved(position());
        if (!over) return;
        stop();
        Q_EMIT owner_.finished();
    }

    void giveUp() {
        stop();
        Q_EMIT owner_.failed(SoundOutput::tr("The sound device does not answer."));
    }

    SoundOutput& owner_;
    SoundStream& stream_;
    std::unique_ptr<QMediaDevices> devices_; // none: no sound server
    std::unique_ptr<QAudioSink> sink_;       // while it plays
    QPointer<QIODevice> input_;              // of the sink
    QTimer pump_;
    std::vector<float> samples_;
    double volume_ = 1; // of the samples
};

SoundOutput::SoundOutput(SoundStream& stream, QObject* parent)
    : QObject(parent), impl_(std::make_unique<Impl>(*this, stream)) {}

SoundOutput::~SoundOutput() = default;

bool SoundOutput::available() const {
    return !impl_->device().isNull();
}

int SoundOutput::sampleRate() const {
    return impl_->device().preferredFormat().sampleRate();
}

void SoundOutput::start() {
    impl_->start();
}

void SoundOutput::stop() {
    impl_->stop();
}

bool SoundOutput::playing() const {
    return impl_->playing();
}

double SoundOutput::position() const {
    return impl_->position();
}

void SoundOutput::setVolume(double loudness) {
    impl_->setVolume(loudness);
}

} // namespace fusefind
