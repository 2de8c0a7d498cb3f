#include "gpu/jobs/job_queue.h"

#include <algorithm>

namespace fusefind {

void JobContext::yield() {
    if (queue_ == nullptr) return;
    while (auto entry = queue_->takeBefore(priority_))
        queue_->runEntry(*entry);
}

JobQueue::JobQueue() : thread_([this](const std::stop_token& stop) { run(stop); }) {}

JobQueue::~JobQueue() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
        for (auto& stop : running_)
            stop.request_stop();
        for (auto& entry : waiting_)
            entry->stop.request_stop();
    }
    thread_.request_stop();
    thread_.join();
}

JobQueue::Job JobQueue::submit(JobPriority priority, Body body, ProgressSink sink) {
    auto entry = std::make_unique<Entry>();
    entry->priority = priority;
    entry->body = std::move(body);
    entry->sink = std::move(sink);
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
    if (waiting_.empty() || waiting_.front()->priority >= limit) return nullptr;
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

void JobQueue::runEntry(Entry& entry) {
    if (entry.stop.stop_requested()) {
        entry.promise.set_value(fail(ErrorCode::cancelled, "cancelled"));
        return;
    }
    {
        const std::lock_guard lock(mutex_);
        running_.push_back(entry.stop);
        if (closing_) entry.stop.request_stop();
    }
    JobContext context(*this, entry.priority, entry.stop.get_token(), std::move(entry.sink));
    Status status = entry.body(context);
    {
        const std::lock_guard lock(mutex_);
        running_.remove(entry.stop);
    }
    entry.promise.set_value(std::move(status));
}

} // namespace fusefind
