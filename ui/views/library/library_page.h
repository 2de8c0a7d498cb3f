#pragma once

#include "ui/models/folder_commands.h"
#include "ui/models/library_state.h"
#include "ui/views/widgets/notice_area.h"

#include <QtWidgets/QWidget>

class QAction;
class QLabel;

namespace fusefind {

class FolderPanel;
class ScanBar;
class SkippedPanel;

// Which folders belong to the library, how far their scan is, and which files were skipped.
class LibraryPage : public QWidget {
    Q_OBJECT

public:
    // What is to be said goes to `notices`, which the other pages share: folders are added from everywhere.
    LibraryPage(WorkerClient& client, LibraryState& state, NoticeArea& notices, QWidget* parent = nullptr);

    void addFolders(const std::vector<std::filesystem::path>& folders) { commands_.add(folders); }
    // The dialog that asks for one; does not wait for it.
    void askForFolder();

Q_SIGNALS:
    void trainRequested();
    void revealRequested(const std::filesystem::path& path);

private:
    QWidget* newHeader();
    QWidget* newProgress();
    void makeActions();
    void showFacets();
    void showScan();
    void offerUndo(const std::vector<std::filesystem::path>& removed);
    void undoRemoval();

    LibraryState& state_;
    NoticeArea& notices_;
    FolderCommands commands_;
    std::vector<std::filesystem::path> removed_; // as long as it can be undone
    QPointer<NoticeBar> undoNotice_;

    QAction* add_ = nullptr;
    QAction* train_ = nullptr;
    QAction* rescan_ = nullptr;
    QAction* pause_ = nullptr;
    QAction* undo_ = nullptr;
    QLabel* counts_ = nullptr;
    QLabel* scanText_ = nullptr;
    ScanBar* bar_ = nullptr;
    FolderPanel* folders_ = nullptr;
    SkippedPanel* skipped_ = nullptr;
};

} // namespace fusefind
