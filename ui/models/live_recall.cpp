#include "ui/models/live_recall.h"

#include "core/protocol/methods.h"

namespace fusefind {

LiveRecall::LiveRecall(WorkerClient& client, QObject* parent) : QObject(parent), client_(client) {
    connect(&client_, &WorkerClient::eventArrived, this, [this](const QString& name, const Json& value) {
        if (name == QLatin1String(event::kRecall)) take(value);
    });
    connect(&client_, &WorkerClient::stateChanged, this, [this](WorkerClient::State state) {
        if (state == WorkerClient::State::ready) ask();
    });
    if (client_.state() == WorkerClient::State::ready) ask();
}

void LiveRecall::ask() {
    client_.call(method::kRecallState, Json::object(), this, [this](const Result<Json>& answer) {
        if (answer) take(*answer);
    });
}

void LiveRecall::take(const Json& value) {
    auto state = recallStateFromJson(value);
    if (!state) return; // of a worker that tells it otherwise: nothing is shown rather than something wrong
    state_ = std::move(*state);
    Q_EMIT changed();
}

} // namespace fusefind
