#pragma once

#include "core/protocol/dataset_reports.h"
#include "ui/client/worker_client.h"

#include <QtGui/QUndoStack>

namespace fusefind {

// The data sets that the worker keeps, and what is done with them. Changes of pairs can be undone, until their folder
// is read again.
class DataSets : public QObject {
    Q_OBJECT

public:
    explicit DataSets(WorkerClient& client, QObject* parent = nullptr);
    ~DataSets() override { undo_.blockSignals(true); } // its end is no change, and those who listen may be gone

    [[nodiscard]] const std::vector<DataSetInfo>& sets() const { return sets_; }
    [[nodiscard]] bool isKnown() const { return known_; } // the worker has answered once
    [[nodiscard]] bool reading() const { return reading_.has_value(); }
    [[nodiscard]] bool busy() const { return changing_ > 0; } // changes are under way
    QUndoStack& undoStack() { return undo_; }

    void refresh() { refreshThen({}); }
    // One folder at a time; one that is a data set already is read again.
    void readFolder(const std::filesystem::path& folder);
    void cancelReading();
    void setRemoved(int64_t dataSet, bool removed);
    // `text` names it in the menu: "Undo …".
    void change(const DataChange& change, const QString& text);
    void exportPairs(const DataExport& request);

Q_SIGNALS:
    void listed();
    void readingChanged();
    void progressed(const QString& text);
    void folderRead(const fusefind::DataSetInfo& info);
    void removed(const fusefind::DataSetInfo& info); // out of the list
    void changed();                                  // pairs
    void busyChanged();
    void exported(const fusefind::DataExported& report, const std::filesystem::path& target);
    void failed(const QString& sentence);

private:
    friend class PairChangeCommand;
    void refreshThen(std::function<void()> done);
    using Changes = std::vector<DataChange>;
    // One after the other; `done` gets what takes them back.
    void apply(Changes changes, std::function<void(Changes)> done);
    void applyNext(std::shared_ptr<Changes> left, std::shared_ptr<Changes> undo, std::function<void(Changes)> done);
    void count(int change);
    void takeProgress(const Progress& progress);

    WorkerClient& client_;
    QUndoStack undo_;
    std::vector<DataSetInfo> sets_;
    bool known_ = false;
    std::optional<WorkerClient::RequestId> reading_;
    int changing_ = 0;
};

} // namespace fusefind
