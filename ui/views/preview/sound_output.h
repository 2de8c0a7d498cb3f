#pragma once

#include <QtCore/QObject>
#include <memory>

namespace fusefind {

class SoundStream;

// Plays what a SoundStream gives on the system's sound device. Samples are pushed from the GUI thread, so that neither
// needs a lock; a device plugged in or out is found at the next start().
class SoundOutput : public QObject {
    Q_OBJECT

public:
    explicit SoundOutput(SoundStream& stream, QObject* parent = nullptr);
    ~SoundOutput() override;

    [[nodiscard]] bool available() const;
    // What the stream is to be opened with before start().
    [[nodiscard]] int sampleRate() const;

    void start();
    void stop();
    [[nodiscard]] bool playing() const;
    [[nodiscard]] double position() const; // seconds in the sound, of what is heard now

    void setVolume(double loudness); // 0 to 1, as a slider shows it

Q_SIGNALS:
    void availableChanged();
    void moved(double position); // about 25 times a second while it plays
    void finished();             // the end was heard
    void failed(const QString& sentence);

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace fusefind
