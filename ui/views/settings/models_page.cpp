#include "ui/views/settings/models_page.h"

#include "ui/models/file_names.h"
#include "ui/models/plain_tip.h"
#include "ui/models/training_text.h"
#include "ui/views/settings/available_models.h"
#include "ui/views/widgets/action_button.h"
#include "ui/views/widgets/headings.h"
#include "ui/views/widgets/tables.h"

#include <QtCore/QLocale>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTreeWidget>

namespace fusefind {

namespace {

enum Column { idColumn, readsColumn, dimColumn, sizeColumn, licenceColumn, languagesColumn, columnCountOf };

const QString kUnknown = QStringLiteral("–");
const QString kBetween = QStringLiteral(", ");

QString orUnknown(const QString& text) {
    return text.isEmpty() ? kUnknown : text;
}

// By its own name, as the choice of the window's language has it; a code that nobody knows as it is.
QString languageName(const QString& code) {
    if (code.startsWith(QStringLiteral("multi"))) return ModelsPage::tr("many");
    const QString name = QLocale(QLocale(code).language(), QLocale::World).nativeLanguageName(); // no country's variety
    return name.isEmpty() ? code : name;
}

QString tipOf(const ModelSummary& model) {
    QStringList lines{model.id};
    if (!model.credit.isEmpty()) lines << model.credit;
    if (model.program) lines << ModelsPage::tr("A program, added because who made it is trusted");
    if (!model.spaces.isEmpty()) lines << ModelsPage::tr("Spaces that need it: %1").arg(model.spaces.join(kBetween));
    return plainTip(lines.join(QLatin1Char('\n')));
}

} // namespace

QStringList modelColumns(const ModelSummary& model) {
    QStringList reads;
    QStringList dimensions;
    for (const auto& [modality, dim] : model.reads) {
        reads << modalityName(modality);
        dimensions << QLocale().toString(dim);
    }
    QStringList languages;
    for (const QString& code : model.languages)
        languages << languageName(code);
    return {model.id,
            reads.join(kBetween),
            dimensions.join(kBetween),
            model.bytes > 0 ? QLocale().formattedDataSize(model.bytes, 0) : kUnknown,
            orUnknown(model.licence),
            orUnknown(languages.join(kBetween))};
}

ModelsPage::ModelsPage(WorkerClient& client, QWidget* parent) : QWidget(parent), client_(client), commands_(client) {
    table_ = newTable();
    note_ = newNote(tr("Asking the engine…"), this);
    notices_ = new NoticeArea(this);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(newNote(tr("Models turn files and words into numbers that can be compared. They run on this "
                                 "computer."),
                              this));
    layout->addWidget(table_, 1);
    layout->addWidget(note_);
    layout->addWidget(notices_);
    layout->addLayout(newButtons());

    connect(&commands_, &ModelCommands::listed, this, &ModelsPage::showModels);
    connect(&commands_, &ModelCommands::busyChanged, this, &ModelsPage::follow);
    connect(&commands_, &ModelCommands::failed, this, [this](const QString& sentence) {
        note_->clear();
        notices_->addProblem(sentence);
    });
    connect(&commands_, &ModelCommands::added, this,
            [this](const QString& id) { note_->setText(tr("“%1” was added.").arg(id)); });
    connect(&commands_, &ModelCommands::needsTrust, this, &ModelsPage::askToTrust);
    connect(&commands_, &ModelCommands::removed, this,
            [this](const QString& id) { note_->setText(tr("“%1” was removed.").arg(id)); });
    follow();
    commands_.refresh();
}

QTreeWidget* ModelsPage::newTable() {
    auto* table = new QTreeWidget(this);
    table->setHeaderLabels(
        {tr("Model"), tr("Reads"), tr("Dimensions"), tr("Size on disk"), tr("Licence"), tr("Languages")});
    dressTable(*table, tr("Installed models"));
    table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const int column : {dimColumn, sizeColumn})
        table->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    connect(table, &QTreeWidget::currentItemChanged, this, &ModelsPage::follow);
    return table;
}

QHBoxLayout* ModelsPage::newButtons() {
    auto* row = new QHBoxLayout;
    get_ = newButton("plus", tr("Get a model…"), this);
    connect(get_, &QPushButton::clicked, this, &ModelsPage::showAvailable);
    row->addWidget(get_);
    add_ = newButton("plus", tr("Add from folder…"), this);
    connect(add_, &QPushButton::clicked, this, &ModelsPage::askForFolder);
    row->addWidget(add_);
    remove_ = newButton("minus", tr("Remove…"), this);
    connect(remove_, &QPushButton::clicked, this, &ModelsPage::askToRemove);
    row->addWidget(remove_);
    row->addStretch();
    return row;
}

const ModelSummary* ModelsPage::selected() const {
    const int row = table_->indexOfTopLevelItem(table_->currentItem());
    const auto& models = commands_.models();
    return row < 0 || row >= static_cast<int>(models.size()) ? nullptr : &models[static_cast<size_t>(row)];
}

void ModelsPage::showModels() {
    const QString kept = table_->currentItem() ? table_->currentItem()->text(idColumn) : QString();
    table_->clear();
    for (const ModelSummary& model : commands_.models()) {
        auto* row = new QTreeWidgetItem(table_, modelColumns(model));
        for (const int column : {dimColumn, sizeColumn})
            row->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        for (int column = 0; column < columnCountOf; ++column)
            row->setToolTip(column, tipOf(model));
        if (model.id == kept) table_->setCurrentItem(row);
    }
    if (note_->text() == tr("Asking the engine…")) note_->clear();
    if (commands_.models().empty())
        note_->setText(tr("No model is installed. Get one, or add one from its folder, in Hugging Face's layout."));
    follow();
}

void ModelsPage::follow() {
    add_->setEnabled(!commands_.busy());
    remove_->setEnabled(!commands_.busy() && selected());
}

void ModelsPage::showAvailable() {
    auto* dialog = new AvailableModelsDialog(client_, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AvailableModelsDialog::loaded, &commands_, &ModelCommands::refresh);
    dialog->open();
}

void ModelsPage::askForFolder() {
    auto* dialog = new QFileDialog(this, tr("Add a model from its folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& name) { addFrom(pathOf(name)); });
    dialog->open();
}

void ModelsPage::addFrom(const std::filesystem::path& folder) {
    sayReading(folder);
    commands_.add(folder);
}

void ModelsPage::sayReading(const std::filesystem::path& folder) {
    note_->setText(tr("The model in “%1” is read and copied…").arg(shownPath(folder)));
}

void ModelsPage::askToTrust(const std::filesystem::path& folder) {
    note_->clear();
    const auto add = [this, folder] {
        sayReading(folder);
        commands_.addTrusted(folder);
    };
    ask("warning",
        tr("The model in “%1” is a program: it can do with your files whatever you can. Do you trust who made it?")
            .arg(shownPath(folder)),
        tr("Trust and add"), add);
}

void ModelsPage::ask(const char* icon, const QString& question, const QString& yes,
                     const std::function<void()>& onYes) {
    delete question_;
    question_ = notices_->add({.icon = icon, .text = question, .choices = {{yes, onYes}}});
}

void ModelsPage::askToRemove() {
    const ModelSummary& model = *selected();
    const QString needed =
        model.spaces.isEmpty()
            ? QString()
            : tr("These spaces cannot be searched in without it: %1.").arg(model.spaces.join(kBetween)) +
                  QLatin1Char(' ');
    ask("minus",
        tr("Remove the model “%1”?").arg(model.id) + QLatin1Char(' ') + needed +
            tr("It can be added again from its folder."),
        tr("Remove"), [this, id = model.id] { commands_.remove(id); });
}

} // namespace fusefind
