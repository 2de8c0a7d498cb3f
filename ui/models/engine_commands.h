#pragma once

#include "ui/client/worker_client.h"

namespace fusefind {

// Commands of the command line whose answers a page shows as a list. A change asks for the list again.
class EngineCommands : public QObject {
    Q_OBJECT

public:
    [[nodiscard]] bool busy() const { return underWay_ > 0; } // with a change
    virtual void refresh() = 0;

Q_SIGNALS:
    void listed();
    void busyChanged();
    void failed(const QString& sentence);

protected:
    explicit EngineCommands(WorkerClient& client, QObject* parent) : QObject(parent), client_(client) {}

    using Succeeded = std::function<void(const Json&)>; // may throw what Json throws
    void ask(const QStringList& arguments, Succeeded succeeded);
    void change(const QStringList& arguments, Succeeded succeeded);

private:
    void take(const Result<Json>& answer, const Succeeded& succeeded);

    WorkerClient& client_;
    int underWay_ = 0;
};

} // namespace fusefind
