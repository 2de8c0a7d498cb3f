#include "ui/views/widgets/notice_area.h"

#include "ui/theme/icons.h"

#include <QtCore/QTimer>
#include <QtGui/QAccessible>
#include <QtGui/QShortcut>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyle>
#include <QtWidgets/QToolButton>

namespace fusefind {

namespace {

constexpr int kMostNotices = 4; // the oldest makes room

} // namespace

NoticeBar::NoticeBar(const Notice& notice, QWidget* parent) : QFrame(parent), icon_(icon(notice.icon)) {
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    setAccessibleName(notice.text);

    auto* layout = new QHBoxLayout(this);
    picture_ = new QLabel(this);
    drawPicture();
    layout->addWidget(picture_);

    auto* text = new QLabel(notice.text, this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(text, 1);

    for (const Notice::Choice& choice : notice.choices)
        addChoice(choice);

    auto* close = new QToolButton(this);
    close->setAutoRaise(true);
    close->setIcon(icon("close"));
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close this message"));
    connect(close, &QToolButton::clicked, this, &NoticeBar::go);
    layout->addWidget(close);

    auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &NoticeBar::go);
    if (notice.lasts.count() > 0) QTimer::singleShot(notice.lasts, this, &NoticeBar::go);
}

void NoticeBar::drawPicture() {
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    picture_->setPixmap(icon_.pixmap(QSize(side, side), devicePixelRatioF()));
}

void NoticeBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && picture_) drawPicture(); // a label keeps the old colours
}

void NoticeBar::addChoice(const Notice::Choice& choice) {
    auto* button = new QPushButton(choice.text, this);
    button->setAutoDefault(true);
    connect(button, &QPushButton::clicked, this, [this, run = choice.run] {
        go();
        if (run) run();
    });
    layout()->addWidget(button);
}

void NoticeBar::go() {
    hide();
    deleteLater();
    Q_EMIT gone();
}

NoticeArea::NoticeArea(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

QPointer<NoticeBar> NoticeArea::add(const Notice& notice) {
    auto* rows = qobject_cast<QVBoxLayout*>(layout());
    while (rows->count() >= kMostNotices) {
        const std::unique_ptr<QLayoutItem> oldest(rows->takeAt(rows->count() - 1));
        oldest->widget()->hide();
        oldest->widget()->deleteLater(); // it may be the one whose button is being handled
    }
    auto* bar = new NoticeBar(notice, this);
    rows->insertWidget(0, bar);
    QAccessibleEvent alert(bar, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    return bar;
}

} // namespace fusefind
