#include "ui/views/search/query_box.h"

#include "core/protocol/methods.h"
#include "ui/models/file_names.h"
#include "ui/theme/icons.h"
#include "ui/views/search/flow_layout.h"
#include "ui/views/search/query_drop.h"
#include "ui/views/search/record_button.h"

#include <QtCore/QBuffer>
#include <QtCore/QMimeData>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QDropEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

namespace fusefind {

QueryBox::QueryBox(WorkerClient& client, QWidget* parent)
    : QWidget(parent), client_(client), line_(new QLineEdit(this)), chipRow_(new QWidget(this)) {
    setAcceptDrops(true);
    auto* const column = new QVBoxLayout(this);
    const int gap = fontMetrics().height() / 4;
    column->setContentsMargins(gap, gap, gap, gap);
    column->addLayout(buildLine());
    auto* const flow = new FlowLayout(chipRow_);
    flow->setSpacing(2 * gap);
    chipRow_->hide();
    column->addWidget(chipRow_);
}

QueryBox::~QueryBox() = default;

QLayout* QueryBox::buildLine() {
    line_->setPlaceholderText(tr("Describe what you look for, or drop a picture or a sound"));
    line_->setAccessibleName(tr("Search"));
    line_->setAccessibleDescription(tr("A word that begins with a minus is kept away from"));
    line_->setClearButtonEnabled(true);
    line_->setAcceptDrops(false); // the box takes drops, of texts as well
    QAction* const sign = line_->addAction(icon("search"), QLineEdit::LeadingPosition);
    sign->setText(tr("Search")); // a screen reader meets it as a button
    QFont font = line_->font();
    font.setPointSizeF(font.pointSizeF() * 1.2);
    line_->setFont(font);
    line_->installEventFilter(this);
    connect(line_, &QLineEdit::textChanged, this, [this] {
        if (!quiet_) Q_EMIT changed(SearchSession::When::typing);
    });
    auto* const row = new QHBoxLayout;
    row->addWidget(line_, 1);
    auto* const keep = new QToolButton(this);
    keep->setIcon(icon("plus"));
    keep->setAutoRaise(true);
    keep->setFocusPolicy(Qt::StrongFocus);
    keep->setEnabled(false);
    keep->setToolTip(tr("Keep this text and add another (Ctrl+Enter)"));
    keep->setAccessibleName(tr("Keep this text as a term"));
    connect(keep, &QToolButton::clicked, this, &QueryBox::keepText);
    connect(line_, &QLineEdit::textChanged, keep, [keep](const QString& text) { keep->setEnabled(!text.isEmpty()); });
    row->addWidget(keep);
    auto* const record = new RecordButton(this);
    connect(record, &RecordButton::recorded, this,
            [this](const QByteArray& wav) { addScratchFile(tr("Recording %1.wav").arg(++scratchFiles_), wav); });
    connect(record, &RecordButton::failed, this, &QueryBox::tell);
    row->addWidget(record);
    return row;
}

std::vector<DescribedTerm> QueryBox::terms() const {
    std::vector<DescribedTerm> terms;
    for (const QueryChip* chip : chips_)
        if (chip->ready()) terms.push_back(chip->term());
    for (QueryTerm& term : termsOfText(line_->text()))
        terms.push_back({std::move(term), false});
    return terms;
}

QueryChip* QueryBox::addChip(DescribedTerm term) {
    auto* const chip = new QueryChip(client_, std::move(term), chipRow_);
    chips_.push_back(chip);
    chipRow_->layout()->addWidget(chip);
    chipRow_->show();
    chip->show();
    connect(chip, &QueryChip::changed, this, [this] { Q_EMIT changed(SearchSession::When::now); });
    connect(chip, &QueryChip::removed, this, [this, chip] {
        const bool counted = chip->ready();
        removeChip(chip);
        focusText();
        if (counted) Q_EMIT changed(SearchSession::When::now);
    });
    return chip;
}

void QueryBox::removeChip(QueryChip* chip) {
    std::erase(chips_, chip);
    chipRow_->layout()->removeWidget(chip);
    chip->hide();
    chip->deleteLater(); // it may be telling of its own removal
    chipRow_->setVisible(!chips_.empty());
}

void QueryBox::addFiles(const std::vector<std::filesystem::path>& files, Role role) {
    forgetProblems();
    takeFiles(files, role);
}

void QueryBox::takeFiles(const std::vector<std::filesystem::path>& files, Role role) {
    const size_t room = kMaxChips - chips_.size();
    for (size_t i = 0; i < std::min(room, files.size()); ++i)
        addFile(files[i], role);
    if (files.size() > room)
        tell(tr("A search takes up to %1 files and texts. Left out: %2.").arg(kMaxChips).arg(files.size() - room));
}

void QueryBox::addFile(const std::filesystem::path& file, Role role) {
    const auto same =
        std::find_if(chips_.begin(), chips_.end(), [&](auto* chip) { return chip->term().term.file == file; });
    if (same != chips_.end()) {
        (*same)->setSimilar(role == Role::similar);
        (*same)->setWanted(role != Role::unwanted);
        return;
    }
    probe(addChip({QueryTerm{{}, file, role != Role::unwanted, 1}, role == Role::similar}));
}

void QueryBox::probe(QueryChip* chip) {
    const std::filesystem::path file = chip->term().term.file;
    client_.call(method::kProbe, {{"path", file.native()}}, chip, [this, chip, file](Result<Json> answer) {
        auto item = answer ? libraryItemFromJson(*answer) : Result<LibraryItem>(fail(answer.error()));
        if (item) return chip->setKind(item->kind);
        removeChip(chip);
        tell(item.error().code == ErrorCode::notFound
                 ? tr("%1 is not there any more.").arg(shownName(file))
                 : tr("%1 cannot be searched by: %2")
                       .arg(shownName(file), QString::fromStdString(item.error().reason())));
    });
}

void QueryBox::tell(const QString& problem) {
    problems_ << problem;
    Q_EMIT message(problems_.join(QLatin1Char('\n')));
}

void QueryBox::forgetProblems() {
    problems_.clear();
    Q_EMIT message({});
}

void QueryBox::addText(const QString& text) {
    for (QueryTerm& term : termsOfText(text)) {
        if (full()) {
            tell(tr("A search takes up to %1 files and texts.").arg(kMaxChips));
            break;
        }
        addChip({std::move(term), false});
    }
    Q_EMIT changed(SearchSession::When::now);
}

void QueryBox::keepText() {
    const QString text = line_->text();
    if (full() || text.trimmed().isEmpty()) return;
    clearLine();
    addText(text);
    focusText();
}

void QueryBox::takeDrop(const QMimeData& mime) {
    forgetProblems();
    const QueryDrop drop = readDrop(mime);
    takeFiles(drop.files, Role::wanted);
    if (!drop.picture.isNull()) addPicture(drop.picture);
    if (!drop.text.isEmpty()) addText(drop.text);
    for (const QString& problem : drop.problems)
        tell(problem);
    for (const auto& folder : drop.folders)
        Q_EMIT folderDropped(folder);
}

void QueryBox::addPicture(const QImage& picture) {
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    if (picture.save(&buffer, "PNG")) return addScratchFile(tr("Pasted picture %1.png").arg(++scratchFiles_), png);
    tell(tr("The picture could not be read."));
}

void QueryBox::addScratchFile(const QString& name, const QByteArray& bytes) {
    const auto file = scratch_.write(pathOf(name), bytes);
    if (file) return takeFiles({*file}, Role::wanted);
    tell(tr("%1 could not be kept: %2").arg(name, QString::fromStdString(file.error().text())));
}

void QueryBox::focusText() {
    line_->setFocus(Qt::ShortcutFocusReason);
    line_->selectAll();
}

void QueryBox::typeOn(const QString& text) {
    line_->setFocus(Qt::OtherFocusReason);
    line_->end(false);
    line_->insert(text);
}

void QueryBox::clear() {
    forgetProblems();
    while (!chips_.empty())
        removeChip(chips_.back());
    clearLine();
    Q_EMIT changed(SearchSession::When::now);
}

void QueryBox::clearLine() {
    quiet_ = true;
    line_->clear();
    quiet_ = false;
}

bool QueryBox::eventFilter(QObject* watched, QEvent* event) {
    if (watched != line_ || event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    auto* const key = static_cast<QKeyEvent*>(event);
    const QMimeData* const pasted = QGuiApplication::clipboard()->mimeData();
    if (key->matches(QKeySequence::Paste) && pasted && (pasted->hasImage() || pasted->hasUrls())) {
        takeDrop(*pasted);
        return true;
    }
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (enter && key->modifiers().testFlag(Qt::ControlModifier))
        keepText();
    else if (enter || key->key() == Qt::Key_Down)
        Q_EMIT left();
    else if (key->key() == Qt::Key_Backspace && line_->text().isEmpty() && !chips_.empty())
        Q_EMIT chips_.back()->removed();
    else
        return false;
    return true;
}

void QueryBox::setDropHighlight(bool on) {
    highlighted_ = on;
    update();
}

void QueryBox::dragEnterEvent(QDragEnterEvent* event) {
    event->setDropAction(Qt::CopyAction);
    event->accept();
    setDropHighlight(true);
}

void QueryBox::dragLeaveEvent(QDragLeaveEvent*) {
    setDropHighlight(false);
}

void QueryBox::dropEvent(QDropEvent* event) {
    setDropHighlight(false);
    event->setDropAction(Qt::CopyAction); // never a move: the files are only read
    event->accept();
    takeDrop(*event->mimeData());
}

void QueryBox::paintEvent(QPaintEvent*) {
    if (!highlighted_) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), 6, 6);
}

} // namespace fusefind
