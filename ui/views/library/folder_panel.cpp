#include "ui/views/library/folder_panel.h"

#include "ui/shortcuts.h"
#include "ui/theme/icons.h"
#include "ui/views/library/progress_delegate.h"
#include "ui/views/widgets/action_button.h"
#include "ui/views/widgets/headings.h"
#include "ui/views/widgets/tables.h"

#include <QtGui/QAction>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTreeView>

namespace fusefind {

FolderPanel::FolderPanel(QWidget* parent) : QWidget(parent) {
    remove_ = newAction(ShortcutId::removeFolder, this);
    remove_->setIcon(icon("minus"));
    remove_->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(remove_, &QAction::triggered, this, [this] { Q_EMIT removeRequested(selected()); });
    reveal_ = newAction(ShortcutId::reveal, this);
    reveal_->setIcon(icon("folder"));
    reveal_->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(reveal_, &QAction::triggered, this, [this] { Q_EMIT revealRequested(selected().front()); });

    tableOrNothing_ = new QStackedWidget(this);
    tableOrNothing_->addWidget(newTable());
    setFocusProxy(table_);
    QLabel* nothing = newNote(tr("No folder yet. Add one, or drop it anywhere on this window."), this);
    nothing->setAlignment(Qt::AlignCenter);
    tableOrNothing_->addWidget(nothing);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(newHeading(tr("Folders"), this));
    layout->addWidget(tableOrNothing_, 1);
    layout->addWidget(newButtons());
    followSelection();
}

QWidget* FolderPanel::newTable() {
    table_ = new QTreeView(this);
    table_->setModel(&model_);
    dressTable(*table_, tr("Folders of the library"));
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setItemDelegateForColumn(FolderModel::progressColumn, new ProgressDelegate(table_));
    table_->addActions({remove_, reveal_});
    table_->setContextMenuPolicy(Qt::ActionsContextMenu);

    QHeaderView* header = table_->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(FolderModel::folderColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(FolderModel::filesColumn, QHeaderView::ResizeToContents);
    constexpr int kProgressCharacters = 36;
    header->resizeSection(FolderModel::progressColumn, kProgressCharacters * fontMetrics().averageCharWidth());
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &FolderPanel::followSelection);
    connect(&model_, &QAbstractItemModel::modelReset, this, &FolderPanel::followSelection);
    return table_;
}

QWidget* FolderPanel::newButtons() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(newActionButton(remove_, tr("Remove"), row));
    layout->addWidget(newActionButton(reveal_, tr("Show in folder"), row));
    layout->addWidget(newNote(tr("Removing a folder never touches its files."), row), 1);
    return row;
}

void FolderPanel::setFolders(const std::vector<FolderFacet>& folders) {
    model_.setFolders(folders);
    tableOrNothing_->setCurrentIndex(folders.empty() ? 1 : 0);
}

std::vector<std::filesystem::path> FolderPanel::selected() const {
    std::vector<std::filesystem::path> paths;
    for (const QModelIndex& row : table_->selectionModel()->selectedRows())
        paths.push_back(model_.path(row.row()));
    return paths;
}

void FolderPanel::followSelection() {
    const auto count = table_->selectionModel()->selectedRows().size();
    remove_->setEnabled(count > 0);
    reveal_->setEnabled(count == 1);
}

} // namespace fusefind
