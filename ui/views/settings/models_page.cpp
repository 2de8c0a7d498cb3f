#include "ui/views/settings/models_page.h"

#include "ui/views/widgets/headings.h"
#include "ui/views/widgets/tables.h"

#include <QtWidgets/QHeaderView>
#include <QtWidgets/QTreeWidget>
#include <QtWidgets/QVBoxLayout>

namespace fusefind {

namespace {

QString textOf(const Json& model, const char* field) {
    return QString::fromStdString(model.value(field, std::string())).simplified();
}

} // namespace

ModelsPage::ModelsPage(WorkerClient& client, QWidget* parent) : QWidget(parent) {
    table_ = new QTreeWidget(this);
    table_->setHeaderLabels({tr("Model"), tr("Reads"), tr("Licence"), tr("Made by")});
    dressTable(*table_, tr("Installed models"));
    table_->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    note_ = newNote(tr("Asking the engine…"), this);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(table_, 1);
    layout->addWidget(note_);
    client.command({QStringLiteral("models"), QStringLiteral("list")}, this,
                   [this](const Result<Json>& answer) { show(answer); });
}

void ModelsPage::show(const Result<Json>& answer) {
    if (!answer) return note_->setText(QString::fromStdString(answer.error().text()));
    try {
        for (const Json& model : answer->at("models"))
            add(model);
    } catch (const Json::exception&) {
        return note_->setText(tr("The engine's answer cannot be read."));
    }
    note_->setText(
        table_->topLevelItemCount() == 0
            ? tr("No model is installed. Add one with: fusefind-cli models add FOLDER")
            : tr("Models turn files and words into numbers that can be compared. They run on this computer."));
}

void ModelsPage::add(const Json& model) {
    QStringList reads;
    for (const auto& [modality, dimension] : model.at("modalities").items())
        reads << tr("%1 (%2)").arg(QString::fromStdString(modality)).arg(dimension.get<int>());
    auto* row = new QTreeWidgetItem(table_, {textOf(model, "id"), reads.join(QStringLiteral(", ")),
                                             textOf(model, "license"), textOf(model, "credit")});
    for (int column = 0; column < row->columnCount(); ++column)
        row->setToolTip(column, row->text(column).toHtmlEscaped());
}

} // namespace fusefind
