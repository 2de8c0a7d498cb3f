#include "ui/views/dataset/dataset_page.h"

#include "core/protocol/methods.h"
#include "ui/models/file_names.h"
#include "ui/models/pair_text.h"
#include "ui/views/dataset/dataset_list.h"
#include "ui/views/dataset/map_panel.h"
#include "ui/views/dataset/pair_filters.h"
#include "ui/views/dataset/pair_side.h"
#include "ui/views/dataset/pair_table.h"
#include "ui/views/dataset/statistics_panel.h"

#include <QtCore/QLocale>
#include <QtGui/QAction>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabWidget>
#include <algorithm>

namespace fusefind {

namespace {

constexpr std::chrono::seconds kUndoTime(10);

LibraryHit hitOf(const DataPair& pair) {
    LibraryHit hit;
    const bool picture = !pair.image.empty();
    hit.item.path = picture ? pair.image : pair.sound;
    hit.item.kind = picture ? ItemKind::image : pair.soundIsVideo ? ItemKind::video : ItemKind::audio;
    hit.item.size = pair.size;
    hit.item.mtimeMs = pair.mtimeMs;
    hit.item.width = pair.width;
    hit.item.height = pair.height;
    hit.item.seconds = picture ? 0 : pair.seconds;
    return hit;
}

} // namespace

void DatasetPage::connectSets() {
    connect(&sets_, &DataSets::failed, &notices_, &NoticeArea::addProblem);
    connect(&sets_, &DataSets::listed, this, [this] {
        list_->setSets(sets_.sets());
        pairsOrNothing_->setCurrentIndex(sets_.sets().empty() ? 1 : 0);
    });
    connect(&sets_, &DataSets::progressed, list_, &DatasetList::setProgress);
    connect(&sets_, &DataSets::readingChanged, this, [this] {
        list_->setReading(sets_.reading());
        readNext();
    });
    connect(&sets_, &DataSets::folderRead, this, [this](const DataSetInfo& info) {
        filters_->reset();
        map_->forget();
        model_.clear(); // what it shows has gone
        list_->choose(info.id);
        showChosen();
    });
    connect(&sets_, &DataSets::removed, this, &DatasetPage::offerUndo);
    connect(&sets_, &DataSets::exported, this, &DatasetPage::sayExported);
    connect(&sets_, &DataSets::busyChanged, this, &DatasetPage::followSelection);
    connect(&sets_, &DataSets::changed, this, &DatasetPage::takeChanges);
    connect(list_, &DatasetList::chosenChanged, this, &DatasetPage::showChosen);
    connect(list_, &DatasetList::addRequested, this, &DatasetPage::askForFolder);
    connect(list_, &DatasetList::cancelRequested, &sets_, &DataSets::cancelReading);
    connect(list_, &DatasetList::readAgainRequested, this, [this] {
        if (const DataSetInfo* const set = list_->chosen()) sets_.readFolder(set->path);
    });
    connect(list_, &DatasetList::removeRequested, this, [this] {
        if (const DataSetInfo* const set = list_->chosen()) sets_.setRemoved(set->id, true);
    });
}

void DatasetPage::askForFolder() {
    auto* dialog = new QFileDialog(this, tr("Add a folder of pairs"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& name) { addFolders({pathOf(name)}); });
    dialog->open();
}

void DatasetPage::addFolders(const std::vector<std::filesystem::path>& folders) {
    for (const auto& folder : folders) {
        std::error_code error;
        auto resolved = std::filesystem::canonical(folder, error); // as the worker names it
        const auto known = std::ranges::find(sets_.sets(), resolved, &DataSetInfo::path);
        if (known != sets_.sets().end())
            list_->choose(known->id);
        else
            toRead_.push_back(error ? folder : std::move(resolved));
    }
    readNext();
}

void DatasetPage::readNext() {
    if (sets_.reading() || toRead_.empty()) return;
    const auto folder = std::move(toRead_.front());
    toRead_.pop_front();
    sets_.readFolder(folder);
}

void DatasetPage::showChosen() {
    const DataSetInfo* const set = list_->chosen();
    title_->setText(set ? shownName(set->path) : QString());
    title_->setToolTip(set ? shownPath(set->path).toHtmlEscaped() : QString());
    if (set && model_.dataSet() == set->id && model_.rowCount() > 0) return; // only the list came anew
    filters_->reset();
    showFilter();
    map_->setDataSet(set ? set->id : 0);
    askStatistics();
}

void DatasetPage::showFilter() {
    DataPairFilter filter = filters_->filter();
    const auto isOrdered = [](PairOrder order) { return order != PairOrder::folder; };
    const bool turnsOrdered = isOrdered(filter.order) != isOrdered(model_.filter().order); // or back
    if (const DataSetInfo* const set = list_->chosen())
        model_.show(set->id, filter);
    else
        model_.clear();
    if (turnsOrdered) askForFits();
    if (filter.pairs.empty()) map_->view().chooseNothing();
    filter.pairs.clear(); // the map shows the others beside them
    filter.order = PairOrder::folder;
    map_->setFilter(filter);
    selectsAll_ = choosesOnMap();
    count_->clear();
    showCurrent();
    followSelection();
}

void DatasetPage::askForFits() {
    if (fitsRequest_) client_.drop(*fitsRequest_);
    fitsRequest_.reset();
    if (model_.filter().order == PairOrder::folder || !list_->chosen()) return;
    const auto done = [this](const Result<Json>& answer) {
        fitsRequest_.reset();
        if (!answer) notices_.addProblem(QString::fromStdString(answer.error().text()));
        model_.reload();
    };
    const auto progressed = [this](const Progress& progress) {
        const QLocale locale;
        count_->setText(tr("Comparing the pairs: %1 of %2")
                            .arg(locale.toString(static_cast<qlonglong>(progress.done)),
                                 locale.toString(static_cast<qlonglong>(progress.total))));
    };
    fitsRequest_ = client_.call(method::kDataFits, {{"dataSet", model_.dataSet()}}, this, done, progressed);
}

void DatasetPage::showCurrent() {
    const DataPair* const pair = table_->currentPair();
    pairSide_->show(model_.dataSet(), pair);
    map_->view().setCurrent(pair ? pair->id : 0);
    followSelection();
    Q_EMIT currentFileChanged();
}

std::optional<LibraryHit> DatasetPage::currentFile() const {
    const DataPair* const pair = table_->currentPair();
    return pair && !pair->missing ? std::optional(hitOf(*pair)) : std::nullopt;
}

bool DatasetPage::choosesOnMap() const {
    return tableOrMap_->currentWidget() == map_ && !model_.filter().pairs.empty();
}

void DatasetPage::showMap(bool map) {
    (map ? asMap_ : asTable_)->setChecked(true);
    tableOrMap_->setCurrentIndex(map ? 1 : 0);
    tableOrMap_->currentWidget()->setFocus();
}

void DatasetPage::takeLoaded(qint64 total) {
    showCount(total);
    if (std::exchange(selectsAll_, false)) table_->selectEverything();
    followSelection();
}

void DatasetPage::takeChanges() {
    selectsAll_ = choosesOnMap();
    if (!selectsAll_) table_->selectCurrent(); // the other rows may be other pairs now
    model_.reload();
    map_->refreshMarks();
    askStatistics();
}

void DatasetPage::showCount(qint64 total) {
    const DataSetInfo* const set = list_->chosen();
    if (!set) return count_->clear();
    const QLocale locale;
    QString text =
        total == set->pairs
            ? tr("%Ln pairs, read as: %1", nullptr, static_cast<int>(set->pairs))
                  .arg(QString::fromStdString(set->format))
            : tr("%1 of %2 pairs").arg(locale.toString(total), locale.toString(static_cast<qlonglong>(set->pairs)));
    if (set->problems > 0)
        text += QStringLiteral(" · ") + tr("problems: %1").arg(locale.toString(static_cast<qlonglong>(set->problems)));
    count_->setText(text);
}

void DatasetPage::followSelection() {
    const bool any = table_->selectionModel()->hasSelection() && !sets_.busy();
    const DataPair* const pair = table_->currentPair();
    const bool out = pair && pair->excluded;
    exclude_->setText(out ? tr("Include again") : tr("Exclude from training"));
    exclude_->setEnabled(any);
    move_->setText(pair && pair->split == Split::train ? tr("Move to validation") : tr("Move to training"));
    move_->setEnabled(any && pair);
    mend_->setEnabled(any && pair && pair->kind != DataPairKind::imageAudio);
    for (QAction* action : {exportFolder_, exportTable_})
        action->setEnabled(model_.rowCount() > 0 && !sets_.busy());
    undo_->setEnabled(sets_.undoStack().canUndo() && !sets_.busy());
    redo_->setEnabled(sets_.undoStack().canRedo() && !sets_.busy());
}

DataSelection DatasetPage::selection() const {
    return {model_.dataSet(), {}, model_.filter(), table_->selectedRanges()};
}

void DatasetPage::excludeOrInclude() {
    const DataPair* const pair = table_->currentPair();
    const bool out = pair && pair->excluded;
    sets_.change({selection(), out ? DataChangeKind::include : DataChangeKind::exclude, {}, {}}, exclude_->text());
}

// What is in the test part of its data goes to the training like the rest.
void DatasetPage::move() {
    const DataPair* const pair = table_->currentPair();
    if (!pair) return;
    const Split to = pair->split == Split::train ? Split::validation : Split::train;
    sets_.change({selection(), DataChangeKind::move, {}, to}, move_->text());
}

void DatasetPage::askStatistics() {
    if (statisticsRequest_) client_.drop(*statisticsRequest_);
    statisticsRequest_.reset();
    if (!list_->chosen() || side_->currentWidget() != statistics_) return;
    statisticsRequest_ = client_.call(method::kDataStatistics, {{"dataSet", list_->chosen()->id}}, this,
                                      [this](const Result<Json>& answer) {
                                          statisticsRequest_.reset();
                                          const auto counted = answer ? dataStatisticsFromJson(*answer)
                                                                      : Result<DataStatistics>(fail(answer.error()));
                                          if (counted) statistics_->setStatistics(*counted);
                                      });
}

void DatasetPage::offerUndo(const DataSetInfo& removed) {
    if (undoNotice_) undoNotice_->deleteLater();
    undoNotice_ = notices_.add(
        {.icon = "folder",
         .text = tr("“%1” was removed from the data sets. The files stay where they are.").arg(shownName(removed.path)),
         .choices = {{tr("Undo"), [this, id = removed.id] { sets_.setRemoved(id, false); }}},
         .lasts = kUndoTime});
}

void DatasetPage::askToExport(bool filesToo) {
    auto* dialog =
        new QFileDialog(this, filesToo ? tr("Export into an empty folder") : tr("Export the table of pairs"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (filesToo) {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
    } else {
        dialog->setAcceptMode(QFileDialog::AcceptSave); // which asks before a file is replaced
        dialog->setDefaultSuffix(QStringLiteral("csv"));
        dialog->setNameFilter(tr("Tables (*.csv)"));
    }
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, filesToo](const QString& name) { exportTo(pathOf(name), filesToo, true); });
    dialog->open();
}

void DatasetPage::exportTo(const std::filesystem::path& target, bool filesToo, bool replace) {
    DataExport request{selection(), target, filesToo, replace};
    if (request.selection.rows.empty()) request.selection.rows = {{0, model_.rowCount()}};
    sets_.exportPairs(request);
}

void DatasetPage::sayExported(const DataExported& report, const std::filesystem::path& target) {
    const QLocale locale;
    QString text =
        tr("%Ln pairs were exported to “%1”.", nullptr, static_cast<int>(report.pairs)).arg(shownPath(target));
    if (!report.missing.empty())
        text += QLatin1Char(' ') + tr("Files that are missing were left out: %1.")
                                       .arg(locale.toString(static_cast<qulonglong>(report.missing.size())));
    notices_.add({.icon = "folder", .text = text, .lasts = kUndoTime});
}

} // namespace fusefind
