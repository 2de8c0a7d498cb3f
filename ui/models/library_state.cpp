#include "ui/models/library_state.h"

#include "core/protocol/methods.h"

#include <chrono>

namespace fusefind {

namespace {

// A scan says "changed" often; the pages need not follow each step.
constexpr std::chrono::milliseconds kRefreshDelay(300);

} // namespace

LibraryState::LibraryState(WorkerClient& client, QObject* parent) : QObject(parent), client_(client) {
    refreshSoon_.setSingleShot(true);
    refreshSoon_.setInterval(kRefreshDelay);
    connect(&refreshSoon_, &QTimer::timeout, this, &LibraryState::askAll);
    connect(&client_, &WorkerClient::eventArrived, this, [this](const QString& name, const Json& value) {
        if (name == QLatin1String(event::kScan)) takeScan(value);
        if (name == QLatin1String(event::kChanged)) refresh();
    });
    connect(&client_, &WorkerClient::stateChanged, this, [this](WorkerClient::State state) {
        if (state == WorkerClient::State::ready) start();
    });
    if (client_.state() == WorkerClient::State::ready) start();
}

void LibraryState::start() {
    askAll();
    // Afterwards it tells by itself.
    client_.call(method::kScanState, Json::object(), this, [this](const Result<Json>& answer) {
        if (answer) takeScan(*answer);
    });
}

void LibraryState::refresh() {
    if (!refreshSoon_.isActive()) refreshSoon_.start();
}

bool LibraryState::mayAsk(Question& question) {
    question.again = question.underWay;
    return !std::exchange(question.underWay, true);
}

void LibraryState::answered(Question& question) {
    question.underWay = false;
    if (std::exchange(question.again, false)) refresh();
}

void LibraryState::askAll() {
    if (mayAsk(facetsQuestion_))
        client_.call(method::kFacets, Json::object(), this, [this](const Result<Json>& answer) { takeFacets(answer); });
    if (mayAsk(statusQuestion_))
        client_.command({QStringLiteral("status")}, this, [this](const Result<Json>& answer) { takeStatus(answer); });
}

void LibraryState::rescan() {
    askScan(Json::object());
}

void LibraryState::setScanPaused(bool paused) {
    askScan({{"pause", paused}});
}

void LibraryState::askScan(const Json& params) {
    client_.call(method::kScan, params, this, [this](const Result<Json>& answer) {
        if (answer)
            takeScan(*answer);
        else
            Q_EMIT failed(QString::fromStdString(answer.error().text()));
    });
}

void LibraryState::takeFacets(const Result<Json>& answer) {
    answered(facetsQuestion_);
    if (!answer) return; // the worker went away: it is asked again when it is back
    auto facets = facetsFromJson(*answer);
    if (!facets) return Q_EMIT failed(QString::fromStdString(facets.error().text()));
    facets_ = std::move(*facets);
    known_ = true;
    Q_EMIT facetsChanged();
}

void LibraryState::takeStatus(const Result<Json>& answer) {
    answered(statusQuestion_);
    if (!answer) return;
    auto status = engineStatusFromJson(*answer);
    if (!status) return Q_EMIT failed(QString::fromStdString(status.error().text()));
    status_ = std::move(*status);
    Q_EMIT statusChanged();
}

void LibraryState::takeScan(const Json& value) {
    auto scan = scanStateFromJson(value);
    if (!scan) return Q_EMIT failed(QString::fromStdString(scan.error().text()));
    scan_ = std::move(*scan);
    Q_EMIT scanChanged();
}

} // namespace fusefind
