#include "ui/views/dataset/dataset_list.h"

#include "ui/models/file_names.h"
#include "ui/models/plain_tip.h"
#include "ui/shortcuts.h"
#include "ui/theme/icons.h"
#include "ui/views/widgets/action_button.h"
#include "ui/views/widgets/headings.h"

#include <QtGui/QAction>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QVBoxLayout>
#include <algorithm>

namespace fusefind {

DatasetList::DatasetList(QWidget* parent) : QWidget(parent) {
    add_ = new QAction(icon("plus"), tr("Add a folder of pairs…"), this);
    connect(add_, &QAction::triggered, this, &DatasetList::addRequested);
    again_ = new QAction(icon("refresh"), tr("Read the folder again"), this);
    connect(again_, &QAction::triggered, this, &DatasetList::readAgainRequested);
    remove_ = new QAction(icon("minus"), tr("Remove the data set from the list"), this);
    connect(remove_, &QAction::triggered, this, &DatasetList::removeRequested);

    list_ = new QListWidget(this);
    list_->setAccessibleName(tr("Data sets"));
    list_->setTextElideMode(Qt::ElideMiddle);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->addActions({again_, remove_});
    list_->setContextMenuPolicy(Qt::ActionsContextMenu);
    setFocusProxy(list_);
    connect(list_, &QListWidget::currentRowChanged, this, [this] {
        followChoice();
        Q_EMIT chosenChanged();
    });

    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->addWidget(newHeading(tr("Data sets"), this));
    rows->addWidget(list_, 1);
    rows->addWidget(newProgress());
    rows->addWidget(newActionButton(add_, tr("Add a folder…"), this));
    rows->addWidget(newActionButton(again_, tr("Read again"), this));
    rows->addWidget(newActionButton(remove_, tr("Remove"), this));
    followChoice();
}

QWidget* DatasetList::newProgress() {
    progress_ = new QWidget(this);
    auto* bar = new QProgressBar(progress_);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setAccessibleName(tr("Reading a folder of pairs"));
    progressText_ = newNote({}, progress_);
    auto* stop = newButton("stop", tr("Stop"), progress_);
    connect(stop, &QPushButton::clicked, this, &DatasetList::cancelRequested);
    auto* rows = new QVBoxLayout(progress_);
    rows->setContentsMargins({});
    rows->addWidget(bar);
    rows->addWidget(progressText_);
    rows->addWidget(stop);
    progress_->hide();
    return progress_;
}

void DatasetList::setSets(const std::vector<DataSetInfo>& sets) {
    const DataSetInfo* const before = chosen();
    const int64_t kept = before ? before->id : 0;
    {
        const QSignalBlocker quiet(list_);
        list_->clear();
        sets_ = sets;
        for (const DataSetInfo& set : sets_) {
            const QString pairs = tr("%Ln pairs", nullptr, static_cast<int>(set.pairs));
            auto* row = new QListWidgetItem(QStringLiteral("%1\n%2").arg(shownName(set.path), pairs), list_);
            row->setIcon(icon(set.offline ? "warning" : "folder"));
            row->setToolTip(plainTip(set.offline ? tr("%1\nThe folder is not there now.").arg(shownPath(set.path))
                                                 : shownPath(set.path)));
        }
        choose(kept);
        if (list_->currentRow() < 0) list_->setCurrentRow(0);
    }
    followChoice();
    Q_EMIT chosenChanged();
}

void DatasetList::choose(int64_t dataSet) {
    const auto found = std::ranges::find(sets_, dataSet, &DataSetInfo::id);
    if (found != sets_.end()) list_->setCurrentRow(static_cast<int>(found - sets_.begin()));
}

const DataSetInfo* DatasetList::chosen() const {
    const int row = list_->currentRow();
    return row < 0 || row >= std::ssize(sets_) ? nullptr : &sets_[static_cast<size_t>(row)];
}

void DatasetList::setReading(bool reading) {
    progress_->setVisible(reading);
    if (reading) progressText_->setText(tr("Looking at the files…"));
    add_->setEnabled(!reading);
    followChoice();
}

void DatasetList::setProgress(const QString& text) {
    progressText_->setText(text);
}

void DatasetList::followChoice() {
    const DataSetInfo* const set = chosen();
    again_->setEnabled(set && !set->offline && add_->isEnabled());
    remove_->setEnabled(set != nullptr);
}

} // namespace fusefind
