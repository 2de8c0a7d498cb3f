#include "ui/views/train/pairs_page.h"

#include "core/protocol/methods.h"
#include "ui/models/file_names.h"
#include "ui/models/plain_tip.h"
#include "ui/models/training_text.h"
#include "ui/views/train/format_hints.h"
#include "ui/views/train/pair_examples.h"
#include "ui/views/widgets/action_button.h"
#include "ui/views/widgets/headings.h"
#include "ui/views/widgets/tables.h"

#include <QtCore/QLocale>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTreeWidget>
#include <algorithm>

namespace fusefind {

PairsPage::PairsPage(WorkerClient& client, QWidget* parent) : QWizardPage(parent), client_(client) {
    setTitle(tr("Which pairs?"));
    parts_ = new QStackedWidget(this);
    for (QWidget* part : {hints_ = newHints(), reading_ = newReading(), found_ = newFound()})
        parts_->addWidget(part);
    auto* rows = new QVBoxLayout(this);
    rows->addWidget(newNote(tr("Folders with pictures and sounds, and what belongs to each: captions, or each other. "
                               "They are only read."),
                            this));
    rows->addWidget(newFolders());
    rows->addWidget(parts_, 1);
    connect(&client_, &WorkerClient::stateChanged, this, [this](WorkerClient::State state) {
        if (state == WorkerClient::State::ready && !pairs_) look(); // a worker that died took the answer with it
    });
    look();
}

QWidget* PairsPage::newFolders() {
    auto* row = new QWidget(this);
    list_ = new QTreeWidget(row);
    list_->setHeaderLabels({tr("Folder"), tr("Recognised as")});
    list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    dressTable(*list_, tr("Folders to train on"));
    list_->header()->setStretchLastSection(false);
    list_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    constexpr int kLines = 7;
    list_->setFixedHeight(kLines * fontMetrics().height());

    auto* add = newButton("plus", tr("Add a folder…"), row);
    auto* remove = newButton("minus", tr("Take out"), row);
    remove->setEnabled(false);
    addSample_ = newButton("pairs", tr("Sample pairs"), row);
    addSample_->setToolTip(tr("Add the pairs that come with the sample, to see how training works"));
    addSample_->hide();
    connect(add, &QPushButton::clicked, this, &PairsPage::askForFolder);
    connect(addSample_, &QPushButton::clicked, this, [this] { addFolders(sample_); });
    connect(remove, &QPushButton::clicked, this, &PairsPage::removeSelected);
    connect(list_, &QTreeWidget::itemSelectionChanged, remove,
            [this, remove] { remove->setEnabled(!list_->selectedItems().isEmpty()); });
    auto* buttons = new QVBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(remove);
    buttons->addWidget(addSample_);
    buttons->addStretch();
    auto* columns = new QHBoxLayout(row);
    columns->setContentsMargins({});
    columns->addWidget(list_, 1);
    columns->addLayout(buttons);
    return row;
}

QWidget* PairsPage::newHints() {
    auto* part = new QWidget(this);
    message_ = new QLabel(part);
    message_->setTextFormat(Qt::PlainText);
    message_->setWordWrap(true);
    auto* rows = new QVBoxLayout(part);
    rows->setContentsMargins({});
    rows->addWidget(message_);
    rows->addWidget(newHeading(tr("What is recognised"), part));
    rows->addWidget(new FormatHints(part), 1);
    return part;
}

QWidget* PairsPage::newReading() {
    auto* part = new QWidget(this);
    auto* bar = new QProgressBar(part);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setAccessibleName(tr("Looking at the files"));
    auto* rows = new QVBoxLayout(part);
    rows->setContentsMargins({});
    rows->addWidget(newNote(tr("Looking at the files…"), part));
    rows->addWidget(bar);
    rows->addStretch();
    return part;
}

QWidget* PairsPage::newFound() {
    auto* part = new QWidget(this);
    pairsText_ = newHeading({}, part);
    pairsText_->setWordWrap(true);
    itemsText_ = newNote({}, part);
    examples_ = new PairExamples(client_, part);
    auto* rows = new QVBoxLayout(part);
    rows->setContentsMargins({});
    rows->addWidget(pairsText_);
    rows->addWidget(itemsText_);
    auto* browse = newButton("pairs", tr("Browse these pairs"), part);
    browse->setToolTip(tr("Look through all of them, and exclude or mend what is wrong"));
    connect(browse, &QPushButton::clicked, this, &PairsPage::browseRequested);
    rows->addWidget(browse, 0, Qt::AlignLeft);
    rows->addWidget(examples_);
    rows->addWidget(problemPart_ = newProblems(), 1);
    rows->addStretch();
    return part;
}

QWidget* PairsPage::newProblems() {
    auto* part = new QWidget(this);
    problemHeading_ = newHeading({}, part);
    problemTable_ = new QTreeView(part);
    problemTable_->setModel(&problems_);
    dressTable(*problemTable_, tr("Problems of the pairs"));
    problemTable_->header()->setSectionResizeMode(QHeaderView::Stretch);
    auto* open = newButton("picture", tr("Open"), part);
    auto* reveal = newButton("folder", tr("Show in folder"), part);
    const auto current = [this] { return problems_.path(problemTable_->currentIndex().row()); };
    connect(open, &QPushButton::clicked, this, [this, current] { Q_EMIT openRequested(current()); });
    connect(reveal, &QPushButton::clicked, this, [this, current] { Q_EMIT revealRequested(current()); });
    const auto follow = [this, open, reveal] {
        for (QPushButton* button : {open, reveal})
            button->setEnabled(problemTable_->currentIndex().isValid());
    };
    connect(problemTable_->selectionModel(), &QItemSelectionModel::currentChanged, this, follow);
    connect(&problems_, &QAbstractItemModel::modelReset, this, follow);
    follow();

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(open);
    buttons->addWidget(reveal);
    buttons->addWidget(newNote(tr("Files with a problem are left out where they cannot be used."), part), 1);
    auto* rows = new QVBoxLayout(part);
    rows->setContentsMargins({});
    rows->addWidget(problemHeading_);
    rows->addWidget(problemTable_, 1);
    rows->addLayout(buttons);
    return part;
}

void PairsPage::askForFolder() {
    auto* dialog = new QFileDialog(this, tr("Add a folder of pairs"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& name) { addFolders({pathOf(name)}); });
    dialog->open();
}

void PairsPage::addFolders(const std::vector<std::filesystem::path>& folders) {
    const size_t before = folders_.size();
    for (const auto& folder : folders)
        if (std::ranges::find(folders_, folder) == folders_.end()) folders_.push_back(folder);
    if (folders_.size() != before) look();
}

void PairsPage::offerSample(std::vector<std::filesystem::path> pairs) {
    sample_ = std::move(pairs);
    addSample_->setVisible(!sample_.empty());
}

void PairsPage::removeSelected() {
    std::vector<std::filesystem::path> rest;
    for (int row = 0; row < list_->topLevelItemCount(); ++row)
        if (!list_->topLevelItem(row)->isSelected()) rest.push_back(folders_.at(static_cast<size_t>(row)));
    folders_ = std::move(rest);
    look();
}

void PairsPage::listFolders() {
    list_->clear();
    for (size_t i = 0; i < folders_.size(); ++i) {
        const bool known = pairs_ && i < pairs_->formats.size(); // in the order of the folders
        const QString format = known ? QString::fromStdString(pairs_->formats[i].second) : QString();
        auto* row = new QTreeWidgetItem(list_, {shownPath(folders_[i]), format});
        for (int column = 0; column < row->columnCount(); ++column)
            row->setToolTip(column, plainTip(row->text(column)));
    }
}

// The answer for other folders than these does not count any more.
void PairsPage::look() {
    if (request_) client_.drop(*request_);
    request_.reset();
    pairs_.reset();
    listFolders();
    Q_EMIT completeChanged();
    if (folders_.empty()) {
        message_->setText(tr("Add a folder, or drop one here. What belongs together is found by itself."));
        return parts_->setCurrentWidget(hints_);
    }
    parts_->setCurrentWidget(reading_);
    request_ = client_.call(method::kPairs, toJson(PairsRequest{folders_}), this, [this](const Result<Json>& answer) {
        request_.reset();
        take(answer ? pairsAnswerFromJson(*answer) : fail(answer.error()));
    });
}

void PairsPage::take(const Result<PairsAnswer>& answer) {
    const bool any = answer && answer->imageText + answer->audioText + answer->imageAudio > 0;
    if (!any) {
        message_->setText(answer ? tr("Nothing in these folders makes a pair.")
                                 : QString::fromStdString(answer.error().text()));
        return parts_->setCurrentWidget(hints_);
    }
    pairs_ = *answer;
    listFolders();
    show(*pairs_);
    Q_EMIT completeChanged();
}

void PairsPage::show(const PairsAnswer& pairs) {
    pairsText_->setText(pairsText(pairs));
    itemsText_->setText(itemsText(pairs));
    examples_->setExamples(pairs.examples);
    std::vector<SkippedFile> problems;
    for (const PairsProblem& problem : pairs.problems)
        problems.push_back({problem.path, problem.problem});
    problems_.setFiles(problems);
    problemHeading_->setText(tr("Problems (%1)").arg(QLocale().toString(static_cast<qulonglong>(problems.size()))));
    problemPart_->setVisible(!problems.empty());
    parts_->setCurrentWidget(found_);
}

} // namespace fusefind
