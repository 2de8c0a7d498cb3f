#pragma once

#include "core/protocol/library_messages.h"
#include "ui/client/worker_client.h"
#include "ui/models/engine_status.h"

#include <QtCore/QTimer>

namespace fusefind {

// What the window knows of the library: one copy for all pages, kept up to date by the worker's events. Changes that
// come close together are asked for once.
class LibraryState : public QObject {
    Q_OBJECT

public:
    explicit LibraryState(WorkerClient& client, QObject* parent = nullptr);

    // False until the worker has answered once.
    [[nodiscard]] bool isKnown() const { return known_; }
    [[nodiscard]] const Facets& facets() const { return facets_; }
    [[nodiscard]] const EngineStatus& status() const { return status_; }
    [[nodiscard]] const ScanState& scan() const { return scan_; }

    void refresh();

    // The scan looks again now, pauses or goes on; `failed` as elsewhere.
    void rescan();
    void setScanPaused(bool paused);

Q_SIGNALS:
    void facetsChanged();
    void statusChanged();
    void scanChanged();
    void failed(const QString& sentence);

private:
    // A question that is asked again only when its last answer came: the status may wait for a scan's batch to end.
    struct Question {
        bool underWay = false;
        bool again = false; // the answer under way may be older than the change
    };
    static bool mayAsk(Question& question);
    void answered(Question& question);

    void start();
    void askAll();
    void askScan(const Json& params);
    void takeFacets(const Result<Json>& answer);
    void takeStatus(const Result<Json>& answer);
    void takeScan(const Json& value);

    WorkerClient& client_;
    QTimer refreshSoon_;
    Question facetsQuestion_;
    Question statusQuestion_;
    bool known_ = false;
    Facets facets_;
    EngineStatus status_;
    ScanState scan_;
};

} // namespace fusefind
