#include "ui/views/start_page.h"

#include "ui/models/engine_status.h"
#include "ui/theme/icons.h"
#include "ui/views/widgets/headings.h"

#include <QtGui/QClipboard>
#include <QtGui/QFontDatabase>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

namespace fusefind {

namespace {

constexpr int kTextCharacters = 110; // the widest a sentence gets
constexpr int kColumnShare = 20;     // to the stretches beside it: all there is, up to its widest

QPushButton* newBigButton(const char* iconName, const QString& text, QWidget* parent) {
    auto* button = new QPushButton(icon(iconName), text, parent);
    QFont font = button->font();
    constexpr double kScale = 1.25;
    font.setPointSizeF(font.pointSizeF() * kScale);
    button->setFont(font);
    const int line = QFontMetrics(font).height();
    button->setIconSize(QSize(line, line));
    button->setMinimumHeight(3 * line);
    button->setMinimumWidth(button->sizeHint().width() + 2 * line);
    return button;
}

QLabel* newCentred(QLabel* label) {
    label->setAlignment(Qt::AlignHCenter);
    label->setWordWrap(true);
    return label;
}

} // namespace

StartPage::StartPage(QWidget* parent) : QWidget(parent) {
    auto* column = new QWidget(this);
    column->setMaximumWidth(kTextCharacters * fontMetrics().averageCharWidth());
    auto* rows = new QVBoxLayout(column);
    rows->setSpacing(fontMetrics().height());
    rows->addWidget(newCentred(newTitle(tr("Find your pictures and sounds by describing them"), column)));
    rows->addWidget(newCentred(
        newNote(tr("Type what you remember, or drop a sound or a picture to find what goes with it."), column)));
    rows->addWidget(newButtons());
    rows->addWidget(newCentred(
        newNote(tr("You can also drop a folder anywhere on this window. Everything stays on this computer."), column)));
    rows->addWidget(newMissing());

    // Stretches and not an alignment, which would not let the sentences wrap at the column's width.
    auto* middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(column, kColumnShare);
    middle->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->addStretch();
    layout->addLayout(middle);
    layout->addStretch();
    setSampleThere(false);
}

QWidget* StartPage::newButtons() {
    auto* row = new QWidget(this);
    auto* add = newBigButton("folder", tr("Add a folder…"), row);
    sample_ = newBigButton("picture", tr("Try the sample library"), row);
    sampleNote_ = newCentred(newNote({}, row));
    connect(add, &QPushButton::clicked, this, &StartPage::addFolderRequested);
    connect(sample_, &QPushButton::clicked, this, &StartPage::sampleRequested);
    setFocusProxy(add);

    auto* grid = new QGridLayout(row);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(3, 1);
    grid->addWidget(add, 0, 1);
    grid->addWidget(sample_, 0, 2);
    grid->addWidget(sampleNote_, 1, 0, 1, 4);
    return row;
}

QWidget* StartPage::newMissing() {
    auto* frame = new QFrame(this);
    frame->setFrameShape(QFrame::StyledPanel);
    frame->setAutoFillBackground(true);
    frame->setBackgroundRole(QPalette::AlternateBase);
    missingText_ = new QLabel(frame);
    missingText_->setTextFormat(Qt::PlainText);
    missingText_->setWordWrap(true);
    command_ = new QLabel(frame);
    command_->setTextFormat(Qt::PlainText);
    command_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    command_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    command_->setAccessibleName(tr("Command to run"));
    copy_ = new QPushButton(tr("Copy"), frame);
    copy_->setAccessibleName(tr("Copy the command"));
    connect(copy_, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(command_->text()); });

    train_ = new QPushButton(icon("chart"), tr("Train on my data…"), frame);
    connect(train_, &QPushButton::clicked, this, &StartPage::trainRequested);

    auto* grid = new QGridLayout(frame);
    grid->setColumnStretch(0, 1);
    grid->addWidget(missingText_, 0, 0, 1, 2);
    grid->addWidget(command_, 1, 0);
    grid->addWidget(copy_, 1, 1);
    grid->addWidget(train_, 2, 1);
    missing_ = frame;
    missing_->hide();
    return missing_;
}

void StartPage::setSampleThere(bool there) {
    sample_->setEnabled(there);
    sampleNote_->setText(there ? QString()
                               : tr("The sample library is not on this computer; packaging/run.sh brings it."));
    sampleNote_->setVisible(!there);
}

void StartPage::setStatus(const EngineStatus& status) {
    missing_->setVisible(status.models.isEmpty() || status.space.isEmpty());
    for (QWidget* one : std::initializer_list<QWidget*>{command_, copy_})
        one->setVisible(status.models.isEmpty());
    train_->setVisible(!status.models.isEmpty());
    if (status.models.isEmpty()) {
        missingText_->setText(tr("Searching is not possible yet: no encoders are installed, and no space has been "
                                 "trained with them. This command brings both, with the sample library:"));
        command_->setText(QStringLiteral("packaging/run.sh"));
    } else {
        missingText_->setText(
            tr("Searching is not possible yet: no space has been trained. Train one on a folder of pictures or "
               "sounds with captions."));
    }
}

} // namespace fusefind
