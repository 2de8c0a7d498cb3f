#include "ui/views/train/spaces_dialog.h"

#include "ui/models/file_names.h"
#include "ui/models/plain_tip.h"
#include "ui/models/training_text.h"
#include "ui/views/widgets/action_button.h"
#include "ui/views/widgets/headings.h"
#include "ui/views/widgets/tables.h"

#include <QtCore/QLocale>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTreeWidget>

namespace fusefind {

namespace {

enum Column { nameColumn, useColumn, recallColumn, dimColumn, encodersColumn, columnCountOf };

// Of the files that an exported space is: its weights, with the rest in their metadata.
const QString kSuffix = QStringLiteral("safetensors");

// "Text → Picture: 29.2 / 51.4 / 59.7 (216 queries)", a line for each direction.
QString recallText(const SpaceSummary& space) {
    QStringList lines{SpacesDialog::tr("R@1 / R@5 / R@10 in percent, on the pairs held out of its training:")};
    for (const RecallRow& row : space.recall)
        lines << SpacesDialog::tr("%1: %2 / %3 / %4 (%5 queries)")
                     .arg(directionText(row.direction), percentText(row.r1), percentText(row.r5), percentText(row.r10),
                          QLocale().toString(static_cast<qlonglong>(row.queries)));
    return lines.size() > 1 ? lines.join(QLatin1Char('\n')) : QString();
}

} // namespace

SpacesDialog::SpacesDialog(WorkerClient& client, QWidget* parent) : QDialog(parent), commands_(client) {
    setWindowTitle(tr("Spaces"));
    table_ = newTable();
    message_ = newNote(tr("Asking the engine…"), this);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(newNote(tr("A space is what a training makes: in it pictures, sounds and words that belong "
                                 "together lie close to each other. Searches use one of them."),
                              this));
    layout->addWidget(table_, 1);
    layout->addWidget(message_);
    layout->addWidget(notices_ = new NoticeArea(this));
    layout->addLayout(newButtons());
    layout->addWidget(buttons);
    constexpr int kColumns = 110; // of text
    constexpr int kLines = 24;
    setMinimumSize(kColumns * fontMetrics().averageCharWidth(), kLines * fontMetrics().height());

    connect(&commands_, &SpaceCommands::listed, this, &SpacesDialog::showSpaces);
    connect(&commands_, &SpaceCommands::busyChanged, this, &SpacesDialog::follow);
    connect(&commands_, &SpaceCommands::failed, this, &SpacesDialog::say);
    connect(&commands_, &SpaceCommands::used, this,
            [this](const QString& name) { say(tr("“%1” is in use.").arg(name)); });
    connect(&commands_, &SpaceCommands::removed, this,
            [this](const QString& name) { say(tr("“%1” was deleted.").arg(name)); });
    connect(&commands_, &SpaceCommands::exported, this,
            [this](const QString& name) { say(tr("“%1” was written to the file.").arg(name)); });
    connect(&commands_, &SpaceCommands::imported, this,
            [this](const QString& name) { say(tr("“%1” was taken in.").arg(name)); });
    follow();
    commands_.refresh();
}

QTreeWidget* SpacesDialog::newTable() {
    auto* table = new QTreeWidget(this);
    table->setHeaderLabels({tr("Space"), tr("In use"), tr("Mean recall"), tr("Dimensions"), tr("Encoders")});
    dressTable(*table, tr("Trained spaces"));
    table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const int column : {recallColumn, dimColumn})
        table->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    connect(table, &QTreeWidget::currentItemChanged, this, &SpacesDialog::follow);
    return table;
}

QPushButton* SpacesDialog::addButton(QHBoxLayout* row, const char* iconName, const QString& text,
                                     void (SpacesDialog::*run)()) {
    QPushButton* const button = newButton(iconName, text, this);
    connect(button, &QPushButton::clicked, this, run);
    row->addWidget(button);
    return button;
}

QHBoxLayout* SpacesDialog::newButtons() {
    auto* row = new QHBoxLayout;
    use_ = addButton(row, "search", tr("Use"), &SpacesDialog::use);
    export_ = addButton(row, "folder", tr("Export…"), &SpacesDialog::askForExport);
    remove_ = addButton(row, "minus", tr("Delete…"), &SpacesDialog::askToRemove);
    row->addStretch();
    import_ = addButton(row, "folder", tr("Import…"), &SpacesDialog::askForImport);
    addButton(row, "chart", tr("Train on my data…"), &SpacesDialog::trainRequested);
    return row;
}

const SpaceSummary* SpacesDialog::selected() const {
    const int row = table_->indexOfTopLevelItem(table_->currentItem());
    const auto& spaces = commands_.spaces();
    return row < 0 || row >= static_cast<int>(spaces.size()) ? nullptr : &spaces[static_cast<size_t>(row)];
}

void SpacesDialog::showSpaces() {
    const QString kept = table_->currentItem() ? table_->currentItem()->text(nameColumn) : QString();
    table_->clear();
    for (const SpaceSummary& space : commands_.spaces()) {
        const auto mean = space.meanRecall();
        auto* row = new QTreeWidgetItem(table_, {space.name, space.inUse ? tr("yes") : QString(),
                                                 mean ? tr("%1 %").arg(percentText(*mean)) : QString(),
                                                 space.dim > 0 ? QLocale().toString(space.dim) : QString(),
                                                 space.encoders.join(QStringLiteral(", "))});
        for (const int column : {recallColumn, dimColumn})
            row->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        for (int column = 0; column < columnCountOf; ++column)
            row->setToolTip(column, plainTip(recallText(space)));
        if (space.name == kept || (kept.isEmpty() && space.inUse)) table_->setCurrentItem(row);
    }
    if (message_->text() == tr("Asking the engine…")) say({});
    if (commands_.spaces().empty()) say(tr("There is no space yet. Train one on your own pairs."));
    follow();
}

void SpacesDialog::follow() {
    const SpaceSummary* const space = selected();
    const bool free = !commands_.busy();
    use_->setEnabled(free && space && !space->inUse);
    export_->setEnabled(free && space);
    remove_->setEnabled(free && space && !space->inUse);
    import_->setEnabled(free);
}

void SpacesDialog::use() {
    const QString name = selected()->name;
    say(tr("The library is put into “%1”. Searches use the space before until it is ready…").arg(name));
    commands_.use(name);
}

void SpacesDialog::askForExport() {
    const QString name = selected()->name;
    auto* dialog = new QFileDialog(this, tr("Export “%1”").arg(name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(kSuffix);
    dialog->selectFile(QStringLiteral("%1.%2").arg(name, kSuffix));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, name](const QString& file) { commands_.exportTo(name, pathOf(file)); });
    dialog->open();
}

void SpacesDialog::askForImport() {
    auto* dialog = new QFileDialog(this, tr("Import a space"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Exported spaces (*.%1)").arg(kSuffix), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { importFrom(pathOf(file)); });
    dialog->open();
}

void SpacesDialog::importFrom(const std::filesystem::path& file) {
    commands_.importFrom(file, freeSpaceName(shownName(file.stem()), commands_.spaces()));
}

void SpacesDialog::askToRemove() {
    const QString name = selected()->name;
    delete question_;
    question_ =
        notices_->add({.icon = "minus",
                       .text = tr("Delete the space “%1”? Your files stay as they are. It can be trained again, "
                                  "or exported first.")
                                   .arg(name),
                       .choices = {{tr("Delete"), [this, name] { commands_.remove(name); }}}});
}

void SpacesDialog::say(const QString& sentence) {
    message_->setText(sentence);
}

} // namespace fusefind
