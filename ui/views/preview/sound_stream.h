#pragma once

#include "ui/views/preview/latest_call.h"
#include "ui/views/preview/time_span.h"

#include <deque>
#include <span>
#include <vector>

namespace fusefind {

// The samples of one sound from a moment on, fetched from the worker in blocks ahead of whoever reads them. Needs no
// audio device. Holds at most kAheadSeconds of samples, whatever the length of the sound. Belongs to the GUI thread.
class SoundStream : public QObject {
    Q_OBJECT

public:
    static constexpr double kAheadSeconds = 12;

    explicit SoundStream(WorkerClient& client, QObject* parent = nullptr);

    // Starts to fetch at `from`; within `loop`, if there is one, from its start again and again.
    void open(std::filesystem::path path, int sampleRate, double from, std::optional<TimeSpan> loop = std::nullopt);
    void close();

    // Takes up to out.size() samples in [-1, 1]; fewer if the worker is behind or the end is near.
    size_t read(std::span<float> out);

    [[nodiscard]] double position() const; // seconds, of the next sample to be read
    [[nodiscard]] bool atEnd() const { return ended_ && held_ == 0; }
    [[nodiscard]] size_t held() const { return held_; } // samples
    [[nodiscard]] int sampleRate() const { return sampleRate_; }
    [[nodiscard]] const std::optional<TimeSpan>& loop() const { return loop_; }

Q_SIGNALS:
    void arrived(); // of a block
    void failed(const QString& sentence);

private:
    struct Block {
        int64_t at = 0; // of its first sample in the sound
        std::vector<float> samples;
    };

    [[nodiscard]] int64_t toSample(double seconds) const;
    void fetchIfRoom();
    void take(Result<Json> answer, int64_t wanted);
    void append(std::vector<float> samples, int64_t wanted);
    [[nodiscard]] bool wrap();

    LatestCall* call_;
    std::filesystem::path path_;
    int sampleRate_ = 0;
    std::optional<TimeSpan> loop_;
    std::deque<Block> blocks_;
    size_t readFromFront_ = 0; // samples of the first block
    size_t held_ = 0;
    int64_t fetchAt_ = 0;
    bool first_ = true;   // block since open()
    bool ended_ = false;  // nothing more will come
    bool failed_ = false; // until the worker answers after all
};

} // namespace fusefind
