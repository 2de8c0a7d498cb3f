#include "ui/models/training_job.h"

#include "core/protocol/methods.h"

namespace fusefind {

TrainingJob::TrainingJob(WorkerClient& client, QObject* parent) : QObject(parent), client_(client) {
    connect(&client_, &WorkerClient::eventArrived, this, [this](const QString& name, const Json& value) {
        if (name == QLatin1String(event::kTraining)) take(value);
    });
    const auto follow = [this](WorkerClient::State state) {
        if (state == WorkerClient::State::ready) ask(method::kTrainingState, Json::object());
    };
    connect(&client_, &WorkerClient::stateChanged, this, follow);
    follow(client_.state());
}

void TrainingJob::begin(const TrainingRequest& request) {
    ask(method::kTrain, toJson(request));
}

void TrainingJob::setPaused(bool paused) {
    ask(method::kTrainingPause, {{"pause", paused}});
}

void TrainingJob::stop() {
    ask(method::kTrainingStop, Json::object());
}

void TrainingJob::dismiss() {
    ask(method::kTrainingDismiss, Json::object());
}

void TrainingJob::ask(const char* method, Json params) {
    client_.call(method, std::move(params), this, [this](const Result<Json>& answer) {
        if (answer)
            take(*answer);
        else
            Q_EMIT failed(QString::fromStdString(answer.error().text()));
    });
}

void TrainingJob::take(const Json& value) {
    auto state = trainingStateFromJson(value);
    if (!state) return Q_EMIT failed(QString::fromStdString(state.error().text()));
    const bool ended = known_ && state_.phase != state->phase && state->phase == TrainingPhase::done;
    state_ = std::move(*state);
    known_ = true;
    Q_EMIT changed();
    if (ended) Q_EMIT succeeded();
}

} // namespace fusefind
