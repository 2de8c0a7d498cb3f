#include "ui/client/pending_requests.h"

namespace fusefind {

PendingRequests::Id PendingRequests::add(Request request) {
    requests_.emplace(++lastId_, std::move(request));
    return lastId_;
}

void PendingRequests::send(Id id, const Send& send) {
    Request& request = requests_.at(id);
    if (std::exchange(request.sent, true)) return;
    const auto sent = send(fusefind::Request{id, request.method, std::move(request.params)});
    if (!sent) failLater(id, sent.error());
}

void PendingRequests::sendAll(const Send& send) {
    for (const auto& [id, request] : requests_)
        this->send(id, send);
}

bool PendingRequests::cancel(Id id) {
    const auto found = requests_.find(id);
    if (found == requests_.end() || std::exchange(found->second.cancelled, true)) return false;
    if (found->second.sent) return true;
    found->second.sent = true; // never to be
    failLater(id, {});         // which a cancelled request hears as such
    return false;
}

bool PendingRequests::drop(Id id) {
    const auto found = requests_.find(id);
    if (found == requests_.end()) return false;
    const bool worked = found->second.sent && !found->second.cancelled;
    requests_.erase(found);
    return worked;
}

void PendingRequests::progress(const ProgressNote& note) {
    const auto found = requests_.find(note.id);
    if (found == requests_.end() || !found->second.context || !found->second.onProgress) return;
    const auto onProgress = found->second.onProgress; // which may drop its request
    onProgress(note.progress);
}

void PendingRequests::partial(const Partial& partial) {
    const auto found = requests_.find(partial.id);
    if (found == requests_.end() || found->second.cancelled || !found->second.context || !found->second.onPartial)
        return;
    const auto onPartial = found->second.onPartial; // which may drop its request
    onPartial(partial.value);
}

void PendingRequests::answer(Reply reply) {
    const auto found = requests_.find(reply.id);
    if (found == requests_.end()) return;
    const Request request = std::move(found->second);
    requests_.erase(found);
    if (!request.context) return;
    if (request.cancelled) return request.done(fail(ErrorCode::cancelled, "cancelled"));
    request.done(std::move(reply.result));
}

void PendingRequests::failSent(const Error& error) {
    for (const auto& [id, request] : requests_)
        if (request.sent) failLater(id, error);
}

void PendingRequests::failAll(const Error& error) {
    for (auto& [id, request] : requests_) {
        request.sent = true; // never to be
        failLater(id, error);
    }
}

void PendingRequests::failLater(Id id, const Error& error) {
    QMetaObject::invokeMethod(
        this,
        [this, id, error] {
            answer({id, fail(error)});
        },
        Qt::QueuedConnection);
}

} // namespace fusefind
