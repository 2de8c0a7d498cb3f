#pragma once

#include "app/worker/rate_meter.h"
#include "app/worker/training_record.h"
#include "gpu/jobs/job_queue.h"
#include "gpu/jobs/train_job.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <optional>
#include <stop_token>

namespace fusefind {

// The one training that the worker runs by itself: before every scan, behind every search. What it was asked for and
// how far it got are kept on disk, so that a worker that was killed goes on from the last checkpoint when it is started
// again. Lives on the main thread.
class TrainingKeeper : public QObject {
    Q_OBJECT

public:
    // Goes on with a training that was under way, unless the worker ended in it twice at one place.
    TrainingKeeper(JobQueue& queue, Workspace& workspace);
    ~TrainingKeeper() override; // leaves a checkpoint, and waits for it

    // Errors: busy (one is under way), invalidInput (there is a space of that name), those of completeRequest().
    Status start(const TrainingRequest& request);
    // At the next step or file; the compute thread is then free. Remembered over restarts.
    void setPaused(bool paused);
    // Ends it with the best so far; before the first epoch has ended there is none, and it fails.
    void stop();
    // Forgets one that has ended or is paused, with its checkpoint. Errors: busy.
    Status dismiss();

    [[nodiscard]] const TrainingState& state() const { return record_.state; }
    [[nodiscard]] bool isUnderWay() const;

Q_SIGNALS:
    void stateChanged(const fusefind::TrainingState& state); // at most 20 times a second, less often with many epochs
    void ended();                                            // one way or another; not when paused

private:
    void goOn();
    void launch();
    TrainWatch watch();
    void takeProgress(const Progress& progress);
    void takeHistory(std::vector<TrainingEpoch> epochs);
    void takeEpoch(const TrainingEpoch& epoch);
    void takeEnd(const Result<TrainReport>& result);
    void finish(TrainingPhase phase, const std::string& problem = {});
    void removeCheckpoint();
    void save();
    void show();

    JobQueue& queue_;
    Workspace& workspace_;
    std::filesystem::path file_;
    TrainingRecord record_;
    std::optional<JobQueue::Job> running_;
    std::stop_source finish_; // of what is running: end it with the best so far
    bool again_ = false;      // when what is running has ended
    RateMeter rate_;
    QTimer showDue_;
    QTimer saveDue_; // an epoch may take milliseconds
    bool shownIsOld_ = false;
};

} // namespace fusefind
