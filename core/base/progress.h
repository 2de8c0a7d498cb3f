#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>

namespace fusefind {

// How far a job is. `total` is 0 while unknown.
struct Progress {
    std::string phase; // "discover", "encode", "index", "train" …
    int64_t done = 0;
    int64_t total = 0;
    std::string detail; // e.g. the epoch's recall; may be empty
};

// Called from any thread of the job, at most 20 times a second and once at the end of each phase.
using ProgressSink = std::function<void(const Progress&)>;

// Throttles at the source: the latest value wins, a new phase and a phase's end always pass. Thread-safe.
class ProgressReporter {
public:
    explicit ProgressReporter(ProgressSink sink) : sink_(std::move(sink)) {}

    void report(const Progress& progress);

private:
    std::mutex mutex_;
    ProgressSink sink_;
    std::string lastPhase_;
    std::chrono::steady_clock::time_point lastTime_;
};

} // namespace fusefind
