#include "ui/views/settings/data_page.h"

#include "ui/desktop_actions.h"
#include "ui/models/file_names.h"
#include "ui/views/widgets/headings.h"

#include <QtCore/QLocale>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

namespace fusefind {

namespace {

QLabel* newValue(const QString& name, QFormLayout* form, QWidget* parent) {
    auto* value = new QLabel(parent);
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setAccessibleName(name);
    form->addRow(name, value);
    return value;
}

} // namespace

DataPage::DataPage(LibraryState& state, std::filesystem::path dataDir, QWidget* parent)
    : QWidget(parent), state_(state) {
    auto* form = new QFormLayout(this);
    path_ = newValue(tr("Folder"), form, this);
    size_ = newValue(tr("Size"), form, this);
    open_ = new QPushButton(tr("Open the folder"), this);
    open_->setAutoDefault(false);
    auto* row = new QHBoxLayout; // a button no wider than it needs
    row->addWidget(open_);
    row->addStretch();
    form->addRow(QString(), row);
    form->addRow(QString(),
                 newNote(tr("Here lie the library, the models, the trained spaces and small pictures of your "
                            "files. Your own files stay where they are and are never changed."),
                         this));
    problem_ = newNote({}, this);
    form->addRow(QString(), problem_);

    connect(open_, &QPushButton::clicked, this,
            [this] { openFile(dataDir_, [this](const QString& sentence) { problem_->setText(sentence); }); });
    connect(&measuring_, &FolderSize::measured, this,
            [this](qint64 bytes) { size_->setText(QLocale().formattedDataSize(bytes)); });
    connect(&state_, &LibraryState::statusChanged, this, &DataPage::follow);
    show(dataDir);
    follow();
}

void DataPage::follow() {
    if (dataDir_.empty() && !state_.status().dataDir.isEmpty()) show(pathOf(state_.status().dataDir));
}

void DataPage::show(const std::filesystem::path& dataDir) {
    dataDir_ = dataDir;
    open_->setEnabled(!dataDir_.empty());
    path_->setText(dataDir_.empty() ? tr("not known yet") : shownPath(dataDir_));
    size_->setText(dataDir_.empty() ? tr("not known yet") : tr("being measured…"));
    if (!dataDir_.empty()) measuring_.measure(dataDir_);
}

} // namespace fusefind
