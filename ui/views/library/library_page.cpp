#include "ui/views/library/library_page.h"

#include "ui/models/file_names.h"
#include "ui/models/scan_text.h"
#include "ui/shortcuts.h"
#include "ui/theme/icons.h"
#include "ui/views/library/folder_panel.h"
#include "ui/views/library/skipped_panel.h"
#include "ui/views/widgets/action_button.h"
#include "ui/views/widgets/headings.h"
#include "ui/views/widgets/scan_bar.h"

#include <QtGui/QAction>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QSplitter>

namespace fusefind {

namespace {

constexpr std::chrono::seconds kUndoTime(10);

} // namespace

LibraryPage::LibraryPage(WorkerClient& client, LibraryState& state, NoticeArea& notices, QWidget* parent)
    : QWidget(parent), state_(state), notices_(notices), commands_(client) {
    makeActions();
    folders_ = new FolderPanel(this);
    skipped_ = new SkippedPanel(this);
    setFocusProxy(folders_);

    auto* parts = new QSplitter(Qt::Vertical, this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(folders_);
    parts->addWidget(skipped_);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(fontMetrics().height() * 2 / 3);
    layout->addWidget(newHeader());
    layout->addWidget(newProgress());
    layout->addWidget(parts, 1);

    connect(&commands_, &FolderCommands::failed, &notices_, &NoticeArea::addProblem);
    connect(&commands_, &FolderCommands::removed, this, &LibraryPage::offerUndo);
    connect(&commands_, &FolderCommands::added, &state_, &LibraryState::refresh);
    connect(&commands_, &FolderCommands::removed, &state_, &LibraryState::refresh);
    connect(folders_, &FolderPanel::removeRequested, &commands_, &FolderCommands::remove);
    connect(folders_, &FolderPanel::revealRequested, this, &LibraryPage::revealRequested);
    connect(skipped_, &SkippedPanel::revealRequested, this, &LibraryPage::revealRequested);
    connect(skipped_, &SkippedPanel::retryRequested, &state_, &LibraryState::rescan);
    connect(&state_, &LibraryState::failed, &notices_, &NoticeArea::addProblem);
    connect(&state_, &LibraryState::facetsChanged, this, &LibraryPage::showFacets);
    connect(&state_, &LibraryState::scanChanged, this, &LibraryPage::showScan);
    connect(&state_, &LibraryState::statusChanged, this, [this] { skipped_->setFiles(state_.status().skipped); });
    showFacets();
    showScan();
    skipped_->setFiles(state_.status().skipped);
}

void LibraryPage::makeActions() {
    // Their keys belong to the window's menus; here the actions are only buttons.
    add_ = new QAction(icon("plus"), textOf(ShortcutId::addFolder), this);
    connect(add_, &QAction::triggered, this, &LibraryPage::askForFolder);
    train_ = new QAction(icon("chart"), textOf(ShortcutId::train), this);
    connect(train_, &QAction::triggered, this, &LibraryPage::trainRequested);
    rescan_ = newAction(ShortcutId::rescan, this);
    rescan_->setIcon(icon("refresh"));
    connect(rescan_, &QAction::triggered, &state_, &LibraryState::rescan);
    pause_ = newAction(ShortcutId::pauseScan, this);
    connect(pause_, &QAction::triggered, this,
            [this] { state_.setScanPaused(state_.scan().phase != ScanPhase::paused); });
    undo_ = newAction(ShortcutId::undo, this);
    undo_->setEnabled(false);
    connect(undo_, &QAction::triggered, this, &LibraryPage::undoRemoval);
    for (QAction* action : {rescan_, pause_, undo_}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
}

QWidget* LibraryPage::newHeader() {
    auto* row = new QWidget(this);
    counts_ = newNote({}, row);
    auto* words = new QVBoxLayout;
    words->addWidget(newTitle(tr("Library"), row));
    words->addWidget(counts_);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addLayout(words, 1);
    layout->addWidget(newActionButton(pause_, {}, row));
    layout->addWidget(newActionButton(rescan_, tr("Rescan"), row));
    layout->addWidget(newActionButton(train_, {}, row));
    layout->addWidget(newActionButton(add_, {}, row));
    return row;
}

QWidget* LibraryPage::newProgress() {
    auto* rows = new QWidget(this);
    scanText_ = newNote({}, rows);
    bar_ = new ScanBar(rows);
    auto* layout = new QVBoxLayout(rows);
    layout->setContentsMargins({});
    layout->addWidget(bar_);
    layout->addWidget(scanText_);
    return rows;
}

void LibraryPage::askForFolder() {
    auto* dialog = new QFileDialog(this, tr("Add a folder to the library"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& name) { addFolders({pathOf(name)}); });
    dialog->open();
}

void LibraryPage::showFacets() {
    folders_->setFolders(state_.facets().folders);
    counts_->setText(countsText(state_.facets().kinds));
}

void LibraryPage::showScan() {
    const ScanState& scan = state_.scan();
    const bool paused = scan.phase == ScanPhase::paused;
    folders_->setProgress(scan.folders);
    scanText_->setText(scanText(scan));
    scanText_->setVisible(!scanText_->text().isEmpty());
    bar_->setScan(scan);
    pause_->setText(paused ? tr("Resume") : tr("Pause"));
    pause_->setIcon(icon(paused ? "play" : "pause"));
    pause_->setEnabled(paused || isScanning(scan));
    rescan_->setEnabled(!isScanning(scan));
}

void LibraryPage::offerUndo(const std::vector<std::filesystem::path>& removed) {
    if (undoNotice_) undoNotice_->deleteLater();
    removed_ = removed;
    undo_->setEnabled(true);
    const QString what = removed.size() == 1 ? tr("“%1” was removed from the library.").arg(shownName(removed.front()))
                                             : tr("%Ln folders were removed from the library.", nullptr,
                                                  static_cast<int>(removed.size()));
    undoNotice_ = notices_.add({.icon = "folder",
                                .text = what + QLatin1Char(' ') + tr("The files stay where they are."),
                                .choices = {{tr("Undo"), [this] { undoRemoval(); }}},
                                .lasts = kUndoTime});
    connect(undoNotice_, &NoticeBar::gone, this, [this] { undo_->setEnabled(false); });
}

void LibraryPage::undoRemoval() {
    undo_->setEnabled(false);
    if (undoNotice_) undoNotice_->deleteLater();
    commands_.add(std::exchange(removed_, {}));
}

} // namespace fusefind
