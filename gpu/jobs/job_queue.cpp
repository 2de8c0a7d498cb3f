#include "gpu/jobs/job_queue.h"

#include <algorithm>

namespace fusefind {

void JobContext::overtake() {
    while (auto entry = queue_->takeBefore(priority_))
        queue_->runEntry(*entry);
}

// Who types asks again with the next key. A batch begun between two keys would be what the second one waits for.
void JobContext::yield() {
    constexpr std::chrono::seconds kLongest(2); // no stream of questions stops a job for good
    if (queue_ == nullptr) return;
    overtake();
    if (priority_ == JobPriority::interactive) return;
    const auto latest = Clock::now() + kLongest;
    for (auto now = Clock::now(); now < latest && !cancelled(); now = Clock::now()) {
        const auto quiet = queue_->lastInteractive_.load() + kTyping;
        if (now >= quiet) return;
        serveUntil(std::min(quiet, latest));
    }
}

bool JobContext::attended() const {
    constexpr std::chrono::seconds kAttention(5);
    return queue_ != nullptr && std::chrono::steady_clock::now() - queue_->lastInteractive_.load() < kAttention;
}

std::vector<JobState> JobContext::otherJobs() const {
    std::vector<JobState> jobs;
    if (queue_ == nullptr) return jobs;
    const std::lock_guard lock(queue_->mutex_);
    for (const JobQueue::Entry* entry : queue_->running_)
        if (entry->stop.get_token() != stop_) jobs.push_back({entry->priority, true, entry->progress});
    for (const auto& entry : queue_->waiting_)
        jobs.push_back({entry->priority, false, {}});
    return jobs;
}

void JobContext::serveUntil(Clock::time_point end) {
    std::mutex ownMutex; // a job outside any queue has nobody to wait for
    std::condition_variable_any ownWake;
    std::mutex& mutex = queue_ != nullptr ? queue_->mutex_ : ownMutex;
    std::condition_variable_any& wake = queue_ != nullptr ? queue_->wake_ : ownWake;
    while (!cancelled()) {
        {
            std::unique_lock lock(mutex);
            const auto urgent = [&] { return queue_ != nullptr && queue_->waitsBefore(priority_); };
            if (!wake.wait_until(lock, stop_, end, urgent)) return;
        }
        overtake();
    }
}

bool JobContext::pause(std::chrono::milliseconds time) {
    serveUntil(Clock::now() + time);
    return !cancelled();
}

void JobContext::aside(const std::function<void()>& work) {
    if (queue_ == nullptr) return work();
    bool ended = false; // under the queue's mutex
    const std::jthread thread([&] {
        work();
        const std::lock_guard lock(queue_->mutex_);
        ended = true;
        queue_->wake_.notify_all();
    });
    while (true) {
        {
            std::unique_lock lock(queue_->mutex_);
            queue_->wake_.wait(lock, [&] { return ended || queue_->waitsBefore(priority_); });
            if (!queue_->waitsBefore(priority_)) return;
        }
        overtake();
    }
}

JobQueue::JobQueue() : thread_([this](const std::stop_token& stop) { run(stop); }) {}

JobQueue::~JobQueue() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
        for (Entry* entry : running_)
            entry->stop.request_stop();
        for (auto& entry : waiting_)
            entry->stop.request_stop();
    }
    thread_.request_stop();
    thread_.join();
}

JobQueue::Job JobQueue::submit(JobPriority priority, Body body, ProgressSink sink, Ended ended) {
    if (priority == JobPriority::interactive) lastInteractive_ = std::chrono::steady_clock::now();
    auto entry = std::make_unique<Entry>();
    entry->priority = priority;
    entry->body = std::move(body);
    entry->sink = std::move(sink);
    entry->ended = std::move(ended);
    Job job;
    job.stop_ = entry->stop;
    job.result_ = entry->promise.get_future().share();
    {
        const std::lock_guard lock(mutex_);
        if (closing_) entry->stop.request_stop();
        const auto later = std::find_if(waiting_.begin(), waiting_.end(),
                                        [&](const auto& other) { return other->priority > priority; });
        waiting_.insert(later, std::move(entry));
    }
    wake_.notify_one();
    return job;
}

std::unique_ptr<JobQueue::Entry> JobQueue::takeBefore(JobPriority limit) {
    const std::lock_guard lock(mutex_);
    if (!waitsBefore(limit)) return nullptr;
    auto entry = std::move(waiting_.front());
    waiting_.pop_front();
    return entry;
}

void JobQueue::run(const std::stop_token& stop) {
    while (true) {
        std::unique_ptr<Entry> entry;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, stop, [&] { return !waiting_.empty(); });
            if (waiting_.empty()) return; // asked to stop, and everything that waited has its answer
            entry = std::move(waiting_.front());
            waiting_.pop_front();
        }
        runEntry(*entry);
    }
}

void JobQueue::finish(Entry& entry, Status status) {
    if (entry.ended) entry.ended(status);
    entry.promise.set_value(std::move(status));
}

ProgressSink JobQueue::noting(Entry& entry) {
    return [this, &entry](const Progress& progress) {
        {
            const std::lock_guard lock(mutex_);
            entry.progress = progress;
        }
        if (entry.sink) entry.sink(progress);
    };
}

void JobQueue::runEntry(Entry& entry) {
    if (entry.stop.stop_requested()) {
        finish(entry, fail(ErrorCode::cancelled, "cancelled"));
        return;
    }
    {
        const std::lock_guard lock(mutex_);
        running_.push_back(&entry);
        if (closing_) entry.stop.request_stop();
    }
    JobContext context(*this, entry.priority, entry.stop.get_token(), noting(entry));
    Status status = entry.body(context);
    {
        const std::lock_guard lock(mutex_);
        running_.pop_back(); // those that overtook it have ended
    }
    finish(entry, std::move(status));
}

} // namespace fusefind
