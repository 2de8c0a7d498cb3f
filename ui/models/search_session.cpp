#include "ui/models/search_session.h"

#include "core/protocol/methods.h"

namespace fusefind {

SearchSession::SearchSession(WorkerClient& client, QObject* parent) : QObject(parent), client_(client) {
    pause_.setSingleShot(true);
    pause_.setInterval(kTypingPauseMs);
    connect(&pause_, &QTimer::timeout, this, &SearchSession::send);
    connect(&client_, &WorkerClient::stateChanged, this, [this](WorkerClient::State state) {
        if (state == WorkerClient::State::ready && lost_) send();
    });
}

void SearchSession::ask(LibraryQuery query, When when) {
    drop();
    query_ = std::move(query);
    query_.top = kTop;
    again_ = false;
    lost_ = false;
    if (!active()) return;
    const bool pausedBefore = !sinceTyping_.isValid() || sinceTyping_.elapsed() > kTypingPauseMs;
    if (when == When::typing) sinceTyping_.start();
    if (when == When::now || pausedBefore)
        send();
    else
        pause_.start();
}

void SearchSession::askAgain() {
    if (!active() || waiting()) return;
    send();
}

void SearchSession::drop() {
    pause_.stop();
    if (underWay_ != 0) client_.drop(underWay_);
    underWay_ = 0;
}

void SearchSession::send() {
    drop();
    lost_ = false;
    query_.firstHits = again_ ? 0 : kFirst; // what is shown already does not shrink
    underWay_ = client_.call(
        method::kSearch, toJson(query_), this, [this](Result<Json> answer) { finish(std::move(answer)); }, {},
        [this](const Json& first) { takeFirst(first); });
}

void SearchSession::takeFirst(const Json& first) {
    const auto parsed = libraryAnswerFromJson(first);
    if (!parsed) return; // the whole answer will say what is wrong
    again_ = true;
    Q_EMIT answered(*parsed, false);
}

void SearchSession::finish(Result<Json> answer) {
    underWay_ = 0;
    auto parsed = answer ? libraryAnswerFromJson(*answer) : Result<LibraryAnswer>(fail(answer.error()));
    if (parsed) {
        const bool again = std::exchange(again_, true);
        Q_EMIT answered(*parsed, again);
        return;
    }
    lost_ = parsed.error().code == ErrorCode::io && client_.state() != WorkerClient::State::failed;
    Q_EMIT failed(parsed.error());
}

} // namespace fusefind
