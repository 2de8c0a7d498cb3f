#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <future>
#include <list>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace fusefind {

// Search goes before everything, always. What is over within seconds and watched meanwhile is `soon`: it does not wait
// for the hours of a training.
enum class JobPriority { interactive, soon, normal, background };

// A job as others see it.
struct JobState {
    JobPriority priority = JobPriority::normal;
    bool running = false; // or it waits
    Progress progress;    // as it last told; no phase: it has not yet
};

class JobQueue;

// What a running job may ask of its surroundings. Lives as long as the job's body runs.
class JobContext {
public:
    // A job outside any queue: no one can overtake it.
    JobContext(std::stop_token stop, ProgressSink sink) : stop_(std::move(stop)), reporter_(std::move(sink)) {}

    [[nodiscard]] const std::stop_token& stop() const { return stop_; }
    [[nodiscard]] bool cancelled() const { return stop_.stop_requested(); }
    void progress(const Progress& progress) { reporter_.report(progress); }

    // Called by long jobs between two batches or steps: runs whatever waits with a higher priority, here and now, and
    // while somebody types: until nobody has searched for this long.
    static constexpr std::chrono::milliseconds kTyping{300};
    void yield();
    // Whether somebody searched within the last seconds: long jobs then yield more often, at the price of some speed.
    [[nodiscard]] bool attended() const;
    // What else the queue has to do: what this job overtook first, then what waits.
    [[nodiscard]] std::vector<JobState> otherJobs() const;
    // Lets this much time pass, and more urgent jobs meanwhile. False when asked to stop.
    bool pause(std::chrono::milliseconds time);
    // Runs `work`, which uses neither Torch nor the workspace's database, on a thread of its own and more urgent jobs
    // meanwhile. Returns when it has ended: what is to be cancelled looks at stop() itself.
    void aside(const std::function<void()>& work);

private:
    friend class JobQueue;
    using Clock = std::chrono::steady_clock;

    JobContext(JobQueue& queue, JobPriority priority, std::stop_token stop, ProgressSink sink)
        : JobContext(std::move(stop), std::move(sink)) {
        queue_ = &queue;
        priority_ = priority;
    }
    void overtake();                        // by all that waits and is more urgent
    void serveUntil(Clock::time_point end); // by what comes meanwhile, too

    JobQueue* queue_ = nullptr;
    JobPriority priority_ = JobPriority::normal;
    std::stop_token stop_;
    ProgressReporter reporter_;
};

// The one compute thread, which owns Torch, and the jobs that wait for it: by priority, then in order of arrival.
// submit() and Job's functions may be called from any thread. Destroying the queue cancels what runs and what waits.
class JobQueue {
public:
    using Body = std::function<Status(JobContext&)>;
    // Hears how the job ended, on the compute thread, also if it never ran.
    using Ended = std::function<void(const Status&)>;

    // A submitted job. Letting go of it does not cancel it.
    class Job {
    public:
        void cancel() { stop_.request_stop(); }
        // Blocks until the job has ended; a job cancelled before it ran ends with `cancelled`.
        Status wait() { return result_.get(); }

    private:
        friend class JobQueue;
        std::stop_source stop_;
        std::shared_future<Status> result_;
    };

    JobQueue();
    ~JobQueue();
    JobQueue(const JobQueue&) = delete;
    JobQueue& operator=(const JobQueue&) = delete;

    Job submit(JobPriority priority, Body body, ProgressSink sink = {}, Ended ended = {});

private:
    friend class JobContext;
    struct Entry {
        JobPriority priority;
        std::stop_source stop;
        std::promise<Status> promise;
        Body body;
        ProgressSink sink;
        Ended ended;
        Progress progress; // while it runs; under the mutex
    };

    void run(const std::stop_token& stop);
    void runEntry(Entry& entry);
    ProgressSink noting(Entry& entry); // the entry's own sink, and what `otherJobs` tells
    static void finish(Entry& entry, Status status);
    [[nodiscard]] bool waitsBefore(JobPriority limit) const { // under the mutex
        return !waiting_.empty() && waiting_.front()->priority < limit;
    }
    // Takes the first waiting entry more urgent than `limit`.
    std::unique_ptr<Entry> takeBefore(JobPriority limit);

    std::atomic<std::chrono::steady_clock::time_point> lastInteractive_{};
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::list<std::unique_ptr<Entry>> waiting_; // sorted by priority, then arrival
    std::vector<Entry*> running_;               // the job and those that overtook it
    bool closing_ = false;
    std::jthread thread_; // last: it uses all of the above
};

} // namespace fusefind
