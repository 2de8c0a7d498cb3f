#pragma once

#include "ui/models/library_state.h"
#include "ui/models/live_recall.h"
#include "ui/models/sample_data.h"
#include "ui/models/space_commands.h"
#include "ui/models/training_job.h"
#include "ui/preferences.h"
#include "ui/shortcuts.h"
#include "ui/views/widgets/notice_area.h"

#include <QtWidgets/QMainWindow>

class QActionGroup;
class QMimeData;
class QStackedWidget;

namespace fusefind {

class DatasetPage;
class DropShade;
class Inspector;
class LibraryPage;
class MetricsDock;
class NavigationBar;
class PreviewDialog;
class SearchPage;
class StartPage;
class TrainWizard;

// The window: pages with a navigation beside them, the inspector and the metrics in docks, the scan and the engine in
// the status bar. Wires the pages together; what they show is theirs.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(WorkerClient& client, QWidget* parent = nullptr);

    // Takes up place, size and docks as they were, and remembers them from now on. Before the window is shown.
    void usePreferences(const Preferences& preferences);
    void offerSample(SampleData sample);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makePages();
    void makeDocks();
    void makeNavigation();
    void makeMenus();
    QAction* addPage(ShortcutId id, const char* iconName, void (MainWindow::*run)());
    void connectSearch();
    void connectLibrary();
    void connectTraining();
    void connectData();

    void showSearch();
    void showLibrary();
    void followPage();
    void showData();
    void showCurrentHit(const std::optional<LibraryHit>& hit);
    void showPreview();
    void showWizard();
    void showSpaces();
    void offerToGoBack(const QString& space, const QString& previous);
    void showSettings();
    void showShortcuts();
    void showAbout();
    void openPath(const std::filesystem::path& path);
    void revealPath(const std::filesystem::path& path);

    void take(const QMimeData& dropped);
    void askToAdd(const std::vector<std::filesystem::path>& folders);
    void followFolders();
    void followEngine(WorkerClient::State state);

    WorkerClient& client_;
    LibraryState state_;
    LiveRecall recall_;
    TrainingJob training_;
    SpaceCommands spaces_;
    Preferences preferences_;
    SampleData sample_;
    std::optional<LibraryHit> current_;

    QActionGroup* navigation_ = nullptr;
    QAction* searchAction_ = nullptr;
    QAction* dataAction_ = nullptr;
    NavigationBar* navigationBar_ = nullptr;
    NoticeArea* notices_ = nullptr;
    QPointer<NoticeBar> engineNotice_;
    QStackedWidget* pages_ = nullptr;
    StartPage* start_ = nullptr;
    SearchPage* search_ = nullptr;
    LibraryPage* library_ = nullptr;
    DatasetPage* data_ = nullptr;
    QDockWidget* inspectorDock_ = nullptr; // beside the pages of the search and of the data
    bool inspectorWanted_ = true;          // there, while another page is shown
    Inspector* inspector_ = nullptr;
    MetricsDock* metrics_ = nullptr;
    PreviewDialog* preview_ = nullptr; // made when it is first asked for, as is:
    TrainWizard* wizard_ = nullptr;
    DropShade* shade_ = nullptr;
};

} // namespace fusefind
