#include "app/worker/recall_keeper.h"

#include "gpu/jobs/live_recall.h"

#include <spdlog/spdlog.h>

namespace fusefind {

namespace {

constexpr std::chrono::milliseconds kSettle(500);

} // namespace

RecallKeeper::RecallKeeper(JobQueue& queue, Workspace& workspace) : queue_(queue), workspace_(workspace) {
    settle_.setSingleShot(true);
    settle_.setInterval(kSettle);
    connect(&settle_, &QTimer::timeout, this, &RecallKeeper::measure);
    lookAgain();
}

RecallKeeper::~RecallKeeper() {
    if (!running_) return;
    running_->cancel();
    running_->wait();
}

void RecallKeeper::lookAgain() {
    if (running_) running_->cancel();
    settle_.start();
}

void RecallKeeper::measure() {
    again_ = running_.has_value();
    if (again_) return;
    state_.measuring = true;
    Q_EMIT stateChanged(state_);
    auto result = std::make_shared<Result<RecallState>>(fail(ErrorCode::cancelled, "cancelled"));
    running_ = queue_.submit(
        JobPriority::soon,
        [this, result](JobContext& context) -> Status {
            *result = liveRecall(workspace_, context);
            return {};
        },
        {},
        [this, result](const Status&) {
            QMetaObject::invokeMethod(
                this, [this, result] { takeEnd(std::move(*result)); }, Qt::QueuedConnection);
        });
}

void RecallKeeper::takeEnd(Result<RecallState> result) {
    running_.reset();
    const bool cancelled = !result && result.error().code == ErrorCode::cancelled;
    if (result) state_ = std::move(*result);
    if (!result && !cancelled) {
        spdlog::warn("the recall of the data sets could not be measured: {}", result.error().text());
        state_ = {};
        state_.problem = result.error().text();
    }
    state_.measuring = again_ || settle_.isActive();
    Q_EMIT stateChanged(state_);
    if (again_) measure();
}

} // namespace fusefind
