#pragma once

#include "core/protocol/frame.h"
#include "core/protocol/library_messages.h"
#include "support/temp_dir.h"
#include "ui/client/worker_client.h"

#include <QtCore/QHash>
#include <QtCore/QPointer>
#include <QtNetwork/QLocalServer>
#include <QtNetwork/QLocalSocket>

namespace fusefind {

// Answers in the worker's place, in this process, with what a test says: for pages whose looks depend on the answers.
// Speaks the real protocol over a real socket to the real client.
class StandInWorker : public QObject {
    Q_OBJECT

public:
    using Answer = std::function<Result<Json>(const Json& params)>;

    StandInWorker();

    // Ready after a moment: wait for it.
    [[nodiscard]] WorkerClient::Options options() const;

    void answer(const char* method, Answer answer) { answers_[method] = std::move(answer); }
    // Told of each request of this method before its answer.
    void answerInPart(const char* method, Answer part) { parts_[method] = std::move(part); }
    // Requests of this method wait until release(): then they are answered in their order.
    void hold(const char* method) { held_[method] = true; }
    void release(const char* method);

    // The parameters of all requests of a method so far, and how many were cancelled while they were held.
    [[nodiscard]] std::vector<Json> asked(const char* method) const { return asked_.value(method); }
    [[nodiscard]] int cancelled() const { return cancelled_; }
    void tell(const char* event, const Json& value);

    void die();    // hangs up and listens no more, as a crash does
    void listen(); // again

private:
    struct Waiting {
        uint64_t id = 0;
        std::string method;
        Json params;
    };

    void welcome();
    void read();
    void take(const Message& message);
    void reply(const Waiting& request);
    void send(const Message& message);

    TempDir folder_;
    QLocalServer server_;
    QPointer<QLocalSocket> socket_;
    FrameReader reader_;
    QHash<QByteArray, Answer> answers_;
    QHash<QByteArray, Answer> parts_;
    QHash<QByteArray, bool> held_;
    QHash<QByteArray, std::vector<Json>> asked_;
    std::vector<Waiting> waiting_;
    int cancelled_ = 0;
};

// A library of `count` pictures, sounds and videos, newest first: "picture 0.jpg", "sound 1.wav", "video 2.mp4" … in
// /library/…; by its place alone, so that a hundred thousand cost nothing.
LibraryItem madeUpItem(int64_t number);

// Answers of a worker with that library: kBrowse (filter by kind), kFacets, kThumbnail (a JPEG of the item's own
// colour), kWaveform, kProbe (by extension; names with "broken" fail) and kSearch (`hits` of falling score).
void serveLibrary(StandInWorker& worker, int64_t count, int hits);

} // namespace fusefind
