#include "ui/views/preview/latest_call.h"

namespace fusefind {

LatestCall::LatestCall(WorkerClient& client, QObject* parent) : QObject(parent), client_(&client) {
    connect(&client, &WorkerClient::stateChanged, this, &LatestCall::onState);
}

LatestCall::~LatestCall() {
    drop();
}

void LatestCall::ask(const char* method, Json params, WorkerClient::Done done) {
    drop();
    method_ = method;
    params_ = std::move(params);
    done_ = std::move(done);
    repeated_ = false;
    send();
}

void LatestCall::drop() {
    if (id_ && client_) client_->drop(*id_);
    id_.reset();
    lost_ = false;
}

void LatestCall::send() {
    if (!client_) return;
    id_ = client_->call(method_, params_, this, [this](Result<Json> result) { answer(std::move(result)); });
}

void LatestCall::answer(Result<Json> result) {
    id_.reset();
    lost_ = !result && result.error().code == ErrorCode::io && !repeated_;
    const WorkerClient::Done done = done_; // which may ask for something else
    done(std::move(result));
}

void LatestCall::onState(WorkerClient::State state) {
    if (state != WorkerClient::State::ready || !lost_) return;
    lost_ = false;
    repeated_ = true;
    send();
}

} // namespace fusefind
