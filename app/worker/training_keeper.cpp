#include "app/worker/training_keeper.h"

#include "app/worker/training_request.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace fusefind {

namespace {

constexpr std::chrono::milliseconds kLeastBetweenShows(50);
constexpr std::chrono::seconds kSaveDue(2);
constexpr int64_t kMostLaunches = 2; // that got no further than one before

TrainingPhase phaseOf(const std::string& phase) {
    if (phase.starts_with("encode")) return TrainingPhase::encode;
    if (phase == "train") return TrainingPhase::train;
    return phase == "compare" ? TrainingPhase::compare : TrainingPhase::read;
}

bool isActive(TrainingPhase phase) {
    return phase == TrainingPhase::read || phase == TrainingPhase::encode || phase == TrainingPhase::train ||
           phase == TrainingPhase::compare;
}

// A chart needs no more, and the whole state has to fit a message: every other epoch goes, but the best and the last.
void thinOut(std::vector<TrainingEpoch>& epochs) {
    constexpr size_t kMost = 1000;
    if (epochs.size() <= kMost) return;
    const int64_t last = epochs.back().epoch;
    size_t number = 0;
    std::erase_if(epochs,
                  [&](const TrainingEpoch& epoch) { return number++ % 2 == 1 && !epoch.best && epoch.epoch != last; });
}

TrainingResult resultOf(const TrainReport& report) {
    return {report.space.name,         report.comparison.previousSpace,
            report.comparison.before,  report.comparison.after,
            report.comparison.queries, report.space.bestEpoch,
            report.encodeSeconds,      report.space.seconds,
            report.cancelled,          report.kept};
}

} // namespace

TrainingKeeper::TrainingKeeper(JobQueue& queue, Workspace& workspace)
    : queue_(queue), workspace_(workspace), file_(workspace.dataDir().root() / "training") {
    showDue_.setSingleShot(true);
    saveDue_.setSingleShot(true);
    saveDue_.setInterval(kSaveDue);
    connect(&saveDue_, &QTimer::timeout, this, &TrainingKeeper::save);
    connect(&showDue_, &QTimer::timeout, this, [this] {
        if (std::exchange(shownIsOld_, false)) show();
    });
    if (auto record = loadRecord(file_))
        record_ = std::move(*record);
    else
        spdlog::error("what the last training had come to is lost: {}", record.error().text());
    goOn();
}

TrainingKeeper::~TrainingKeeper() {
    if (!running_) return;
    running_->cancel();
    running_->wait();
    record_.launches = 0; // it ended in order
    save();
}

bool TrainingKeeper::isUnderWay() const {
    return isActive(state().phase);
}

Status TrainingKeeper::start(const TrainingRequest& request) {
    if (isUnderWay() || state().phase == TrainingPhase::paused || running_)
        return fail(ErrorCode::busy, fmt::format("the training of \"{}\" has not ended", state().request.name), {},
                    "wait for it, or stop it first");
    FUSEFIND_TRY_ASSIGN(TrainingRequest complete, completeRequest(request, workspace_));
    std::error_code ignored;
    if (std::filesystem::exists(workspace_.spaces().folder(request.name), ignored))
        return fail(ErrorCode::invalidInput, fmt::format("there is a space \"{}\" already", request.name), {},
                    "choose another name");
    record_ = {};
    record_.state.request = std::move(complete);
    launch();
    return {};
}

// After a start of the worker.
void TrainingKeeper::goOn() {
    if (!isUnderWay()) return;
    if (!state().epochs.empty()) record_.furthestEpoch = std::max(record_.furthestEpoch, state().epochs.back().epoch);
    if (record_.launches < kMostLaunches) return launch();
    finish(TrainingPhase::failed,
           fmt::format("the background process ended {} times in this training, after epoch {}: the machine may be "
                       "short of memory; train with a smaller batch, or on fewer pairs",
                       record_.launches, record_.furthestEpoch));
}

void TrainingKeeper::launch() {
    const auto complete = completeRequest(state().request, workspace_); // an encoder may have gone meanwhile
    auto request = complete.and_then(engineRequest);
    if (!request) return finish(TrainingPhase::failed, request.error().text());
    request->resume = true;
    record_.state.phase = TrainingPhase::read;
    record_.state.problem.clear();
    ++record_.launches;
    save(); // before anything can crash
    finish_ = std::stop_source();
    if (record_.stopping) finish_.request_stop();
    auto result = std::make_shared<Result<TrainReport>>(fail(ErrorCode::cancelled, "cancelled"));
    const auto onMain = [this](auto function) { QMetaObject::invokeMethod(this, function, Qt::QueuedConnection); };
    running_ = queue_.submit(
        JobPriority::normal,
        [this, result, request = std::move(*request), watch = watch()](JobContext& context) -> Status {
            *result = trainSpace(workspace_, request, context, watch);
            return {};
        },
        [this, onMain](const Progress& progress) { onMain([this, progress] { takeProgress(progress); }); },
        [this, onMain, result](const Status&) { onMain([this, result] { takeEnd(*result); }); });
    show();
}

// Its functions are called on the compute thread.
TrainWatch TrainingKeeper::watch() {
    const auto onMain = [this](auto function) { QMetaObject::invokeMethod(this, function, Qt::QueuedConnection); };
    TrainWatch watch;
    watch.compares = true;
    watch.keepsWhenCancelled = false;
    watch.startsAgain = true;
    watch.finish = finish_.get_token();
    watch.onSkipped = [this, onMain](size_t skipped) {
        onMain([this, skipped] { record_.state.skipped = static_cast<int64_t>(skipped); });
    };
    watch.onBaseline = [this, onMain](const std::string& space, const std::vector<DirectionRecall>& recalls) {
        onMain([this, space, recalls] {
            record_.state.baselineSpace = space;
            record_.state.baseline = recalls;
            show();
        });
    };
    watch.onStart = [this, onMain](std::vector<TrainingEpoch> epochs) {
        onMain([this, epochs = std::move(epochs)] { takeHistory(epochs); });
    };
    watch.onEpoch = [this, onMain](const TrainingEpoch& epoch) { onMain([this, epoch] { takeEpoch(epoch); }); };
    return watch;
}

void TrainingKeeper::setPaused(bool paused) {
    if (paused && isUnderWay()) {
        record_.state.phase = TrainingPhase::paused;
        record_.state.perSecond = 0;
        record_.state.remainingSeconds.reset();
        again_ = false;
        if (running_) running_->cancel();
        save();
        show();
    } else if (!paused && state().phase == TrainingPhase::paused) {
        again_ = running_.has_value(); // it has not come to a step yet
        if (!again_) launch();
    }
}

void TrainingKeeper::stop() {
    const bool paused = state().phase == TrainingPhase::paused;
    if (!paused && !isUnderWay()) return;
    record_.stopping = true;
    save();
    finish_.request_stop();
    if (paused)
        setPaused(false); // to keep the best, it has to be read from the checkpoint
    else if (state().epochs.empty() && running_)
        running_->cancel(); // nothing worth encoding for
}

Status TrainingKeeper::dismiss() {
    if (isUnderWay() || running_) return fail(ErrorCode::busy, "the training has not ended", {}, "stop it first");
    removeCheckpoint();
    record_ = {};
    std::error_code ignored;
    std::filesystem::remove(file_, ignored);
    show();
    return {};
}

void TrainingKeeper::takeProgress(const Progress& progress) {
    if (!isUnderWay()) return; // paused meanwhile
    TrainingState& state = record_.state;
    rate_.measure(progress);
    state.phase = phaseOf(progress.phase);
    state.done = progress.done;
    state.total = progress.total;
    state.perSecond = rate_.perSecond();
    state.remainingSeconds = rate_.remainingSeconds();
    show();
}

void TrainingKeeper::takeHistory(std::vector<TrainingEpoch> epochs) {
    record_.state.epochs = std::move(epochs);
    thinOut(record_.state.epochs);
    show();
}

void TrainingKeeper::takeEpoch(const TrainingEpoch& epoch) {
    record_.state.epochs.push_back(epoch);
    thinOut(record_.state.epochs);
    if (epoch.epoch > record_.furthestEpoch) {
        record_.furthestEpoch = epoch.epoch;
        record_.launches = 1; // this one
    }
    if (!saveDue_.isActive()) saveDue_.start();
    show();
}

void TrainingKeeper::takeEnd(const Result<TrainReport>& result) {
    running_.reset();
    record_.launches = 0;
    const bool wasCancelled = !result && result.error().code == ErrorCode::cancelled;
    if (wasCancelled && state().phase == TrainingPhase::paused) {
        if (std::exchange(again_, false)) return launch();
        return save();
    }
    again_ = false;
    if (result) {
        record_.state.result = resultOf(*result);
        record_.state.skipped = std::ssize(result->skipped);
        removeCheckpoint();
        return finish(TrainingPhase::done);
    }
    if (!wasCancelled) spdlog::error("training: {}", result.error().text());
    finish(TrainingPhase::failed,
           wasCancelled ? "stopped before the first epoch had ended: there is nothing to keep" : result.error().text());
}

void TrainingKeeper::finish(TrainingPhase phase, const std::string& problem) {
    TrainingState& state = record_.state;
    state.phase = phase;
    state.problem = problem;
    state.perSecond = 0;
    state.remainingSeconds.reset();
    record_.stopping = false;
    record_.launches = 0;
    save();
    show();
    Q_EMIT ended();
}

void TrainingKeeper::removeCheckpoint() {
    std::error_code ignored; // one that stays behind is only space on disk
    if (!state().request.name.empty())
        std::filesystem::remove(workspace_.spaces().checkpointFile(state().request.name), ignored);
}

void TrainingKeeper::save() {
    saveDue_.stop();
    if (const Status saved = saveRecord(file_, record_); !saved)
        spdlog::warn("a worker that is killed now would not know of the training: {}", saved.error().text());
}

void TrainingKeeper::show() {
    if (showDue_.isActive()) {
        shownIsOld_ = true;
        return;
    }
    showDue_.start(kLeastBetweenShows + std::chrono::milliseconds(state().epochs.size() / 2));
    Q_EMIT stateChanged(state());
}

} // namespace fusefind
