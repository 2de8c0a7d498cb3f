#include "ui/views/library/skipped_panel.h"

#include "ui/shortcuts.h"
#include "ui/theme/icons.h"
#include "ui/views/widgets/action_button.h"
#include "ui/views/widgets/headings.h"
#include "ui/views/widgets/tables.h"

#include <QtCore/QLocale>
#include <QtGui/QAction>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QTreeView>

namespace fusefind {

SkippedPanel::SkippedPanel(QWidget* parent) : QWidget(parent) {
    reveal_ = newAction(ShortcutId::reveal, this);
    reveal_->setIcon(icon("folder"));
    reveal_->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    reveal_->setEnabled(false);
    connect(reveal_, &QAction::triggered, this,
            [this] { Q_EMIT revealRequested(model_.path(table_->currentIndex().row())); });

    heading_ = newHeading({}, this);
    table_ = newTable();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(heading_);
    layout->addWidget(table_, 1);
    layout->addWidget(newButtons());
    hide();
}

QTreeView* SkippedPanel::newTable() {
    auto* table = new QTreeView(this);
    table->setModel(&model_);
    dressTable(*table, tr("Skipped files"));
    table->addAction(reveal_);
    table->setContextMenuPolicy(Qt::ActionsContextMenu);
    table->header()->setSectionResizeMode(QHeaderView::Stretch);
    connect(table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) { reveal_->setEnabled(current.isValid()); });
    connect(&model_, &QAbstractItemModel::modelReset, this, [this] { reveal_->setEnabled(false); });
    return table;
}

QWidget* SkippedPanel::newButtons() {
    auto* row = new QWidget(this);
    auto* retry = new QAction(icon("refresh"), tr("Look at these files again"), this);
    connect(retry, &QAction::triggered, this, &SkippedPanel::retryRequested);

    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(newActionButton(retry, tr("Retry"), row));
    layout->addWidget(newActionButton(reveal_, tr("Show in folder"), row));
    layout->addWidget(newNote(tr("A file that changes is tried again by itself."), row), 1);
    return row;
}

void SkippedPanel::setFiles(const std::vector<SkippedFile>& files) {
    model_.setFiles(files);
    heading_->setText(tr("Skipped files (%1)").arg(QLocale().toString(static_cast<qulonglong>(files.size()))));
    setVisible(!files.empty());
}

} // namespace fusefind
