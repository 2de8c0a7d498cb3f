#include "ui/views/settings/available_models.h"

#include "ui/models/training_text.h"
#include "ui/views/settings/models_page.h"
#include "ui/views/widgets/action_button.h"
#include "ui/views/widgets/headings.h"
#include "ui/views/widgets/tables.h"

#include <QtCore/QLocale>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QTreeWidget>

namespace fusefind {

namespace {

enum Column { idColumn, readsColumn, sizeColumn, licenceColumn, languagesColumn };

QStringList columnsOf(const AvailableModel& model) {
    QStringList columns = modelColumns(model.summary);
    return {model.installed ? AvailableModelsDialog::tr("%1 (installed)").arg(model.summary.id) : model.summary.id,
            columns[1], columns[3], columns[4], columns[5]};
}

} // namespace

AvailableModelsDialog::AvailableModelsDialog(WorkerClient& client, QWidget* parent)
    : QDialog(parent), catalogue_(client) {
    setWindowTitle(tr("Get a model"));
    table_ = newTable();
    purpose_ = newNote({}, this);
    licence_ = new QCheckBox(tr("I may use it: its licence forbids commercial use"), this);
    bar_ = new QProgressBar(this);
    bar_->setAccessibleName(tr("Progress of the download"));
    note_ = newNote(tr("Asking the engine…"), this);
    auto* close = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(newNote(tr("Published models, loaded from Hugging Face over the network when you ask for one. "
                                 "Nothing of yours is sent."),
                              this));
    layout->addWidget(table_, 1);
    layout->addWidget(purpose_);
    layout->addWidget(licence_);
    layout->addWidget(bar_);
    layout->addWidget(note_);
    layout->addLayout(newButtons());
    layout->addWidget(close);
    constexpr int kColumns = 110; // of text
    constexpr int kLines = 26;
    setMinimumSize(kColumns * fontMetrics().averageCharWidth(), kLines * fontMetrics().height());
    connect(licence_, &QCheckBox::toggled, this, &AvailableModelsDialog::follow);
    followCatalogue();
    follow();
    catalogue_.refresh();
}

void AvailableModelsDialog::followCatalogue() {
    connect(&catalogue_, &ModelCatalogue::listed, this, &AvailableModelsDialog::showModels);
    connect(&catalogue_, &ModelCatalogue::loadingChanged, this, &AvailableModelsDialog::follow);
    connect(&catalogue_, &ModelCatalogue::progressed, this, &AvailableModelsDialog::showProgress);
    connect(&catalogue_, &ModelCatalogue::failed, note_, &QLabel::setText);
    connect(&catalogue_, &ModelCatalogue::loaded, this, [this](const QString& id) {
        note_->setText(tr("“%1” was added.").arg(id));
        Q_EMIT loaded(id);
    });
    connect(&catalogue_, &ModelCatalogue::stopped, this, [this](const QString& id) {
        note_->setText(tr("Stopped. What came of “%1” is kept, and loading it goes on there.").arg(id));
    });
}

QTreeWidget* AvailableModelsDialog::newTable() {
    auto* table = new QTreeWidget(this);
    table->setHeaderLabels({tr("Model"), tr("Reads"), tr("Download"), tr("Licence"), tr("Languages")});
    dressTable(*table, tr("Models that can be loaded"));
    table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->headerItem()->setTextAlignment(sizeColumn, Qt::AlignRight | Qt::AlignVCenter);
    connect(table, &QTreeWidget::currentItemChanged, this, [this] {
        licence_->setChecked(false); // anew for each
        follow();
    });
    return table;
}

QHBoxLayout* AvailableModelsDialog::newButtons() {
    auto* row = new QHBoxLayout;
    load_ = newButton("plus", tr("Load"), this);
    connect(load_, &QPushButton::clicked, this, [this] {
        note_->clear();
        catalogue_.load(*selected());
    });
    row->addWidget(load_);
    stop_ = newButton("stop", tr("Stop"), this);
    connect(stop_, &QPushButton::clicked, &catalogue_, &ModelCatalogue::stop);
    row->addWidget(stop_);
    row->addStretch();
    return row;
}

const AvailableModel* AvailableModelsDialog::selected() const {
    const int row = table_->indexOfTopLevelItem(table_->currentItem());
    const auto& models = catalogue_.models();
    return row < 0 || row >= static_cast<int>(models.size()) ? nullptr : &models[static_cast<size_t>(row)];
}

void AvailableModelsDialog::showModels() {
    const int row = table_->indexOfTopLevelItem(table_->currentItem());
    table_->clear();
    for (const AvailableModel& model : catalogue_.models()) {
        auto* item = new QTreeWidgetItem(table_, columnsOf(model));
        item->setTextAlignment(sizeColumn, Qt::AlignRight | Qt::AlignVCenter);
    }
    table_->setCurrentItem(table_->topLevelItem(row));
    if (note_->text() == tr("Asking the engine…")) note_->clear();
    follow();
}

void AvailableModelsDialog::follow() {
    const AvailableModel* model = selected();
    const bool loading = !catalogue_.loading().isEmpty();
    const bool forbids = model && model->nonCommercial;
    purpose_->setText(model ? model->purpose + QLatin1Char(' ') + model->page : QString());
    licence_->setVisible(forbids);
    bar_->setVisible(loading);
    if (!loading) bar_->setRange(0, 0); // it moves until there is a number
    load_->setEnabled(model && !model->installed && !loading && (!forbids || licence_->isChecked()));
    stop_->setEnabled(loading);
}

void AvailableModelsDialog::showProgress(int64_t megabytes, int64_t ofMegabytes) {
    bar_->setRange(0, static_cast<int>(ofMegabytes));
    bar_->setValue(static_cast<int>(megabytes));
    bar_->setFormat(tr("%1 of %2 MB")
                        .arg(QLocale().toString(static_cast<qlonglong>(megabytes)),
                             QLocale().toString(static_cast<qlonglong>(ofMegabytes))));
}

} // namespace fusefind
