#include "ui/shortcuts.h"
#include "ui/theme/icons.h"
#include "ui/views/dataset/dataset_list.h"
#include "ui/views/dataset/dataset_page.h"
#include "ui/views/dataset/map_panel.h"
#include "ui/views/dataset/pair_filters.h"
#include "ui/views/dataset/pair_side.h"
#include "ui/views/dataset/pair_table.h"
#include "ui/views/dataset/statistics_panel.h"
#include "ui/views/search/flow_layout.h"
#include "ui/views/train/format_hints.h"
#include "ui/views/widgets/action_button.h"
#include "ui/views/widgets/headings.h"

#include <QtGui/QAction>
#include <QtGui/QActionGroup>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QToolButton>

namespace fusefind {

DatasetPage::DatasetPage(WorkerClient& client, NoticeArea& notices, QWidget* parent)
    : QWidget(parent), client_(client), notices_(notices), sets_(client), model_(client), thumbnails_(client) {
    makeActions();
    list_ = new DatasetList(this);
    pairsOrNothing_ = new QStackedWidget(this);
    pairsOrNothing_->addWidget(newPairs());
    pairsOrNothing_->addWidget(newNothing());
    setFocusProxy(list_);

    auto* parts = new QSplitter(this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(list_);
    parts->addWidget(pairsOrNothing_);
    parts->setStretchFactor(1, 1);
    constexpr int kListCharacters = 26;
    parts->setSizes({kListCharacters * fontMetrics().averageCharWidth(), width()});
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(newTitle(tr("Data"), this));
    layout->addWidget(parts, 1);

    connectSets();
    connect(filters_, &PairFilters::filterChanged, this, &DatasetPage::showFilter);
    connect(&model_, &PairModel::loaded, this, &DatasetPage::takeLoaded);
    connect(&model_, &PairModel::failed, this,
            [this](const Error& error) { notices_.addProblem(QString::fromStdString(error.text())); });
    connect(&model_, &PairModel::mendRequested, this, [this](qint64 pair, const QString& caption) {
        sets_.change({{model_.dataSet(), {pair}, {}, {}}, DataChangeKind::mend, caption.toStdString(), {}},
                     tr("Mend the caption"));
    });
    connect(table_, &PairTable::currentPairChanged, this, &DatasetPage::showCurrent);
    connect(map_, &MapPanel::chosenChanged, this, [this] { filters_->setChosen(map_->view().chosen()); });
    connect(table_, &PairTable::openRequested, this, &DatasetPage::openRequested);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &DatasetPage::followSelection);
    connect(side_, &QTabWidget::currentChanged, this, &DatasetPage::askStatistics);
    followSelection();
}

void DatasetPage::makeActions() {
    exclude_ = newAction(ShortcutId::excludePairs, this);
    exclude_->setIcon(icon("minus"));
    connect(exclude_, &QAction::triggered, this, &DatasetPage::excludeOrInclude);
    mend_ = newAction(ShortcutId::mendCaption, this);
    connect(mend_, &QAction::triggered, this, [this] {
        showMap(false);
        table_->editCaption();
    });
    move_ = newAction(ShortcutId::movePairs, this);
    connect(move_, &QAction::triggered, this, &DatasetPage::move);
    exportFolder_ = new QAction(icon("folder"), tr("Export as a folder…"), this);
    connect(exportFolder_, &QAction::triggered, this, [this] { askToExport(true); });
    exportTable_ = new QAction(icon("list"), tr("Export as a table…"), this);
    connect(exportTable_, &QAction::triggered, this, [this] { askToExport(false); });
    undo_ = newAction(ShortcutId::undoChange, this);
    connect(undo_, &QAction::triggered, &sets_.undoStack(), &QUndoStack::undo);
    redo_ = newAction(ShortcutId::redoChange, this);
    connect(redo_, &QAction::triggered, &sets_.undoStack(), &QUndoStack::redo);
    auto* find = newAction(ShortcutId::findCaption, this);
    connect(find, &QAction::triggered, this, [this] { filters_->focusWords(); });
    auto* views = new QActionGroup(this);
    asTable_ = newAction(ShortcutId::showPairTable, views);
    asTable_->setIcon(icon("list"));
    asMap_ = newAction(ShortcutId::showPairMap, views);
    asMap_->setIcon(icon("map"));
    for (QAction* action : {asTable_, asMap_}) {
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, action] { showMap(action == asMap_); });
    }
    asTable_->setChecked(true);
    for (QAction* action : {exclude_, mend_, move_, undo_, redo_, find, asTable_, asMap_}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    connect(&sets_.undoStack(), &QUndoStack::indexChanged, this, &DatasetPage::followSelection);
}

QWidget* DatasetPage::newPairs() {
    auto* part = new QSplitter(this);
    part->setChildrenCollapsible(false);
    auto* middle = new QWidget(part);
    count_ = newNote({}, middle);
    filters_ = new PairFilters(middle);
    tableOrMap_ = new QStackedWidget(middle);
    table_ = new PairTable(model_, thumbnails_, tableOrMap_);
    map_ = new MapPanel(client_, tableOrMap_);
    for (QWidget* view : {static_cast<QWidget*>(table_), static_cast<QWidget*>(&map_->view())}) {
        view->addActions({exclude_, mend_, move_, exportFolder_, exportTable_});
        view->setContextMenuPolicy(Qt::ActionsContextMenu);
    }
    tableOrMap_->addWidget(table_);
    tableOrMap_->addWidget(map_);
    auto* rows = new QVBoxLayout(middle);
    rows->setContentsMargins({});
    rows->addWidget(newHead());
    rows->addWidget(count_);
    rows->addWidget(filters_);
    rows->addWidget(tableOrMap_, 1);
    rows->addWidget(newButtons());
    part->addWidget(middle);
    part->addWidget(newSide());
    part->setStretchFactor(0, 3);
    part->setStretchFactor(1, 1);
    return part;
}

// The data set's name, and what its pairs are shown as.
QWidget* DatasetPage::newHead() {
    auto* head = new QWidget(this);
    title_ = newHeading({}, head);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins({});
    row->addWidget(title_, 1);
    for (QAction* action : {asTable_, asMap_}) {
        auto* button = new QToolButton(head);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAccessibleName(action->text());
        row->addWidget(button);
    }
    return head;
}

QWidget* DatasetPage::newButtons() {
    auto* row = new QWidget(this);
    auto* flow = new FlowLayout(row);
    flow->setContentsMargins({});
    flow->setSpacing(fontMetrics().height() / 3);
    for (QAction* action : {exclude_, move_, mend_, undo_, redo_, exportFolder_, exportTable_})
        flow->addWidget(newActionButton(action, {}, row));
    return row;
}

QWidget* DatasetPage::newSide() {
    side_ = new QTabWidget(this);
    side_->setAccessibleName(tr("About the pairs"));
    pairSide_ = new PairSide(client_, side_);
    statistics_ = new StatisticsPanel(side_);
    side_->addTab(pairSide_, tr("Pair"));
    side_->addTab(statistics_, tr("Statistics"));
    return side_;
}

QWidget* DatasetPage::newNothing() {
    auto* part = new QWidget(this);
    auto* rows = new QVBoxLayout(part);
    rows->addWidget(newNote(tr("Add a folder of pictures or sounds with their captions to look through it: what is "
                               "excluded, mended or moved here counts for trainings, and the folder stays as it is."),
                            part));
    rows->addWidget(newHeading(tr("What is recognised"), part));
    rows->addWidget(new FormatHints(part), 1);
    return part;
}

} // namespace fusefind
