#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <memory>

class QAudioSource;
class QMediaDevices;

namespace fusefind {

// Records up to half a minute from the system's default microphone.
class MicrophoneRecorder : public QObject {
    Q_OBJECT

public:
    static constexpr double kMaxSeconds = 30;

    explicit MicrophoneRecorder(QObject* parent = nullptr);
    ~MicrophoneRecorder() override;

    // Looks for microphones, now and whenever one comes or goes; availableChanged() says what was found. Not in the
    // constructor: the sound server may take its time.
    void watch();
    [[nodiscard]] bool available() const { return available_; }
    [[nodiscard]] bool recording() const { return source_ != nullptr; }

    void start();
    void stop(); // recorded() follows

Q_SIGNALS:
    void availableChanged(bool available);
    void progressed(double seconds);
    void recorded(const QByteArray& wav);
    void failed(const QString& reason);

private:
    void look();
    void take();
    [[nodiscard]] double seconds() const;

    std::unique_ptr<QMediaDevices> devices_;
    std::unique_ptr<QAudioSource> source_;
    QIODevice* stream_ = nullptr; // the source's own
    QByteArray samples_;
    bool available_ = false;
};

// A WAV file of 16-bit samples, [N, channels] interleaved, in the order of bytes of this machine's (little-endian).
QByteArray wavOf(const QByteArray& samples, int sampleRate, int channels);

} // namespace fusefind
