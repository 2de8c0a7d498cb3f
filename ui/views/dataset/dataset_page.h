#pragma once

#include "core/protocol/library_messages.h"
#include "ui/models/data_sets.h"
#include "ui/models/pair_model.h"
#include "ui/models/thumbnail_cache.h"
#include "ui/views/widgets/notice_area.h"

#include <QtWidgets/QWidget>
#include <deque>

class QAction;
class QLabel;
class QStackedWidget;
class QTabWidget;

namespace fusefind {

class DatasetList;
class MapPanel;
class PairFilters;
class PairSide;
class PairTable;
class StatisticsPanel;

// Folders of pairs, looked through and put in order: what is excluded, mended or moved counts for trainings, and the
// folder stays as it is.
class DatasetPage : public QWidget {
    Q_OBJECT

public:
    // What is to be said goes to `notices`, which the other pages share.
    DatasetPage(WorkerClient& client, NoticeArea& notices, QWidget* parent = nullptr);

    // One after the other; those that are data sets already are only shown.
    void addFolders(const std::vector<std::filesystem::path>& folders);
    void askForFolder();
    // The file of the current pair, as a hit without a score; none where it is missing.
    [[nodiscard]] std::optional<LibraryHit> currentFile() const;
    // The selected pairs, or all that are shown where none is.
    void exportTo(const std::filesystem::path& target, bool filesToo, bool replace);
    // As a map, or else as a table. What is chosen on the map is what the table has, selected.
    void showMap(bool map);

Q_SIGNALS:
    void currentFileChanged();
    void openRequested(const std::filesystem::path& file);

private:
    void makeActions();
    QWidget* newPairs();
    QWidget* newNothing();
    QWidget* newHead();
    QWidget* newButtons();
    QWidget* newSide();
    void connectSets();

    void readNext();
    void showChosen();
    void showFilter();
    // Finds out what another order than the folder's goes by; the pairs are shown meanwhile.
    void askForFits();
    void showCurrent();
    void showCount(qint64 total);
    void takeLoaded(qint64 total);
    void takeChanges();
    [[nodiscard]] bool choosesOnMap() const;
    void followSelection();
    void askStatistics();
    void offerUndo(const DataSetInfo& removed);
    void sayExported(const DataExported& report, const std::filesystem::path& target);

    [[nodiscard]] DataSelection selection() const;
    void excludeOrInclude();
    void move();
    void askToExport(bool filesToo);

    WorkerClient& client_;
    NoticeArea& notices_;
    DataSets sets_;
    PairModel model_;
    ThumbnailCache thumbnails_;
    std::deque<std::filesystem::path> toRead_;
    QPointer<NoticeBar> undoNotice_;
    std::optional<WorkerClient::RequestId> statisticsRequest_;
    std::optional<WorkerClient::RequestId> fitsRequest_;

    QAction* exclude_ = nullptr;
    QAction* mend_ = nullptr;
    QAction* move_ = nullptr;
    QAction* exportFolder_ = nullptr;
    QAction* exportTable_ = nullptr;
    QAction* undo_ = nullptr;
    QAction* redo_ = nullptr;
    QAction* asTable_ = nullptr;
    QAction* asMap_ = nullptr;

    DatasetList* list_ = nullptr;
    QStackedWidget* pairsOrNothing_ = nullptr;
    QLabel* title_ = nullptr;
    QLabel* count_ = nullptr;
    PairFilters* filters_ = nullptr;
    QStackedWidget* tableOrMap_ = nullptr;
    PairTable* table_ = nullptr;
    MapPanel* map_ = nullptr;
    bool selectsAll_ = false; // of what comes next: it was chosen on the map
    QTabWidget* side_ = nullptr;
    PairSide* pairSide_ = nullptr;
    StatisticsPanel* statistics_ = nullptr;
};

} // namespace fusefind
