#pragma once

#include "core/protocol/recall_messages.h"
#include "gpu/jobs/job_queue.h"
#include "gpu/jobs/workspace.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <optional>

namespace fusefind {

// Keeps the recall of the space in use on the held-out pairs of the data sets up to date: measured after the start, and
// a moment after the space, the pairs or the latents were others. In the middle of a scan or a training, which may last
// for hours and stand still meanwhile, but behind every search. Lives on the main thread.
class RecallKeeper : public QObject {
    Q_OBJECT

public:
    RecallKeeper(JobQueue& queue, Workspace& workspace);
    ~RecallKeeper() override; // cancels what is under way, and waits for it

    // Something of it may be another now. What is under way is begun anew.
    void lookAgain();

    [[nodiscard]] const RecallState& state() const { return state_; }

Q_SIGNALS:
    void stateChanged(const fusefind::RecallState& state);

private:
    void measure();
    void takeEnd(Result<RecallState> result);

    JobQueue& queue_;
    Workspace& workspace_;
    RecallState state_;
    std::optional<JobQueue::Job> running_;
    bool again_ = false; // when what is running has ended
    QTimer settle_;      // changes seldom come alone
};

} // namespace fusefind
