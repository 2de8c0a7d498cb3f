#include "gpu/jobs/decode_ahead.h"

#include "gpu/jobs/crash_marker.h"

#include <tbb/concurrent_queue.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <functional>
#include <limits>
#include <thread>
#include <vector>

namespace fusefind {

namespace {

using PartSink = std::function<void(SegmentTime, EncoderInput)>;

Result<bool> decodePictureParts(const Encoder& encoder, const std::filesystem::path& file, const PartSink& sink) {
    FUSEFIND_TRY_ASSIGN(Picture picture, decodePicture(file, encoder.info().shortSide));
    FUSEFIND_TRY_ASSIGN(EncoderInput input, encoder.prepare(std::move(picture)));
    sink({}, std::move(input));
    return true;
}

// Overlapping windows over the stream: [0, 10), [5, 15) … seconds; the last one ends with the sound, or at the longest
// that is read of it. Returns whether that was all of it.
Result<bool> decodeSoundParts(const Encoder& encoder, const EncodeTask& task, const PartSink& sink,
                              const std::stop_token& stop) {
    const EncoderInfo& info = encoder.info();
    const auto milliseconds = [](double seconds) { return std::llround(seconds * 1000); };
    const auto samples = [&](double seconds) { return static_cast<size_t>(seconds * info.sampleRate); };
    const size_t length = samples(info.segmentSeconds);
    const size_t hop = samples(info.segmentHop);
    FUSEFIND_TRY_ASSIGN(SoundReader reader, SoundReader::open(task.file, info.sampleRate));

    Sound window{info.sampleRate, {}};
    for (double start = 0; !stop.stop_requested(); start += info.segmentHop) {
        const bool beyond = start > 0 && start + info.segmentSeconds > task.longest;
        const size_t wanted = beyond ? 1 : length - window.samples.size();
        FUSEFIND_TRY_ASSIGN(const std::vector<float> fresh, reader.read(wanted));
        if (fresh.empty() && start > 0) return true; // all of it was in the window before
        if (beyond) return false;
        window.samples.insert(window.samples.end(), fresh.begin(), fresh.end());
        FUSEFIND_TRY_ASSIGN(EncoderInput input, encoder.prepare(window));
        sink({milliseconds(start), milliseconds(start + window.seconds())}, std::move(input));
        if (fresh.size() < wanted) return true;
        window.samples.erase(window.samples.begin(), window.samples.begin() + static_cast<ptrdiff_t>(hop));
    }
    return fail(ErrorCode::cancelled, "cancelled");
}

} // namespace

struct DecodeAhead::State {
    State(const Encoder& usedEncoder, std::span<const EncodeTask> allTasks) : encoder(usedEncoder), tasks(allTasks) {}

    void decodeAll(const std::stop_token& stop);
    End decodeOne(size_t task, const std::stop_token& stop);

    const Encoder& encoder;
    std::span<const EncodeTask> tasks;
    std::atomic<size_t> nextTask{0};
    size_t ended = 0; // counted by next()
    tbb::concurrent_bounded_queue<Event> events;
    std::vector<std::jthread> threads;
};

DecodeAhead::End DecodeAhead::State::decodeOne(size_t task, const std::stop_token& stop) {
    const auto& file = tasks[task].file;
    const CrashMarker::Reading reading(file);
    const PartSink sink = [&](SegmentTime time, EncoderInput input) {
        events.push(Part{task, time, std::move(input)});
    };
    Result<MediaInfo> info = probeMedia(file);
    if (!info) return {task, std::move(info)};
    const auto whole = encoder.info().modality == Modality::image ? decodePictureParts(encoder, file, sink)
                                                                  : decodeSoundParts(encoder, tasks[task], sink, stop);
    if (!whole) return {task, fail(whole.error())};
    return {task, std::move(info), *whole};
}

void DecodeAhead::State::decodeAll(const std::stop_token& stop) {
    try {
        for (size_t task = nextTask++; task < tasks.size() && !stop.stop_requested(); task = nextTask++) {
            events.push(decodeOne(task, stop));
        }
    } catch (const tbb::user_abort&) {
        // The reader went away while this thread waited for room in the queue.
    }
}

DecodeAhead::DecodeAhead(const Encoder& encoder, std::span<const EncodeTask> tasks, size_t capacity)
    : state_(std::make_unique<State>(encoder, tasks)) {
    state_->events.set_capacity(static_cast<ptrdiff_t>(capacity));
    // One core is left to the encoder.
    const size_t cores = std::max(2U, std::thread::hardware_concurrency());
    for (size_t i = 0; i < std::min(cores - 1, tasks.size()); ++i)
        state_->threads.emplace_back([state = state_.get()](const std::stop_token& stop) { state->decodeAll(stop); });
}

DecodeAhead::~DecodeAhead() {
    for (auto& thread : state_->threads)
        thread.request_stop();
    // A thread that waits for room is woken by abort(); one that comes later finds room.
    state_->events.set_capacity(std::numeric_limits<ptrdiff_t>::max());
    state_->events.abort();
    state_->threads.clear();
}

std::optional<DecodeAhead::Event> DecodeAhead::next() {
    if (state_->ended == state_->tasks.size()) return std::nullopt;
    Event event;
    state_->events.pop(event);
    if (std::holds_alternative<End>(event)) ++state_->ended;
    return event;
}

} // namespace fusefind
