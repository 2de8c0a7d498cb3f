#include "ui/views/preview/sound_stream.h"

#include "core/protocol/media_messages.h"
#include "core/protocol/methods.h"
#include "ui/views/preview/facts_text.h"

#include <algorithm>
#include <cmath>

namespace fusefind {

namespace {

constexpr double kBlockSeconds = 4;
constexpr double kFirstBlockSeconds = 0.5; // soon heard
// Resampling may give a block a few samples less than asked for without being at the end.
constexpr double kShortSeconds = 0.01;

// A float file may hold anything; no number outside of what a loudspeaker takes leaves this class.
float clean(float sample) {
    return std::isfinite(sample) ? std::clamp(sample, -1.0F, 1.0F) : 0.0F;
}

} // namespace

SoundStream::SoundStream(WorkerClient& client, QObject* parent)
    : QObject(parent), call_(new LatestCall(client, this)) {}

void SoundStream::open(std::filesystem::path path, int sampleRate, double from, std::optional<TimeSpan> loop) {
    FUSEFIND_ASSERT(sampleRate > 0);
    close();
    path_ = std::move(path);
    sampleRate_ = sampleRate;
    loop_ = loop && toSample(loop->end) > toSample(loop->start) ? loop : std::nullopt;
    fetchAt_ = toSample(from);
    if (loop_ && (fetchAt_ < toSample(loop_->start) || fetchAt_ >= toSample(loop_->end)))
        fetchAt_ = toSample(loop_->start);
    first_ = true;
    fetchIfRoom();
}

void SoundStream::close() {
    call_->drop();
    path_.clear();
    blocks_.clear();
    readFromFront_ = 0;
    held_ = 0;
    ended_ = false;
    failed_ = false;
}

size_t SoundStream::read(std::span<float> out) {
    size_t done = 0;
    while (done < out.size() && !blocks_.empty()) {
        const std::vector<float>& front = blocks_.front().samples;
        const size_t count = std::min(out.size() - done, front.size() - readFromFront_);
        std::copy_n(front.begin() + std::ptrdiff_t(readFromFront_), count, out.begin() + std::ptrdiff_t(done));
        done += count;
        readFromFront_ += count;
        if (readFromFront_ < front.size()) break;
        blocks_.pop_front();
        readFromFront_ = 0;
    }
    held_ -= done;
    fetchIfRoom();
    return done;
}

double SoundStream::position() const {
    if (sampleRate_ == 0) return 0;
    const int64_t sample = blocks_.empty() ? fetchAt_ : blocks_.front().at + int64_t(readFromFront_);
    return double(sample) / sampleRate_;
}

int64_t SoundStream::toSample(double seconds) const {
    return std::llround(std::max(seconds, 0.0) * sampleRate_);
}

void SoundStream::fetchIfRoom() {
    if (path_.empty() || ended_ || failed_ || call_->waiting()) return;
    int64_t count = toSample(first_ ? kFirstBlockSeconds : kBlockSeconds);
    if (held_ + size_t(count) > size_t(toSample(kAheadSeconds))) return;
    if (loop_) count = std::min(count, toSample(loop_->end) - fetchAt_);
    first_ = false;
    const SoundRequest request{path_, double(fetchAt_) / sampleRate_, double(count) / sampleRate_, sampleRate_};
    call_->ask(method::kSound, toJson(request), [this, count](Result<Json> answer) { take(std::move(answer), count); });
}

void SoundStream::take(Result<Json> answer, int64_t wanted) {
    Result<SoundBlock> block = std::move(answer).and_then([](const Json& json) { return soundBlockFromJson(json); });
    failed_ = !block;
    if (failed_) {
        Q_EMIT failed(sentence(block.error()));
        return;
    }
    append(std::move(block->samples), wanted);
    Q_EMIT arrived();
    fetchIfRoom();
}

void SoundStream::append(std::vector<float> samples, int64_t wanted) {
    if (samples.size() > size_t(wanted)) samples.resize(size_t(wanted));
    std::transform(samples.begin(), samples.end(), samples.begin(), clean);
    const bool cutShort = int64_t(samples.size()) < wanted - toSample(kShortSeconds) || samples.empty();
    const int64_t at = fetchAt_;
    fetchAt_ += int64_t(samples.size());
    if (!samples.empty()) {
        held_ += samples.size();
        blocks_.push_back({at, std::move(samples)});
    }
    const bool loopEnds = loop_ && fetchAt_ >= toSample(loop_->end);
    if (cutShort || loopEnds) ended_ = !wrap();
}

// Back to the loop's start; false without one, or if nothing can be heard there.
bool SoundStream::wrap() {
    if (!loop_ || fetchAt_ <= toSample(loop_->start)) return false;
    fetchAt_ = toSample(loop_->start);
    return true;
}

} // namespace fusefind
