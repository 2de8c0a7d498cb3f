#include "ui/views/search/notice_line.h"

#include "ui/theme/icons.h"

#include <QtGui/QAccessible>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

namespace fusefind {

NoticeLine::NoticeLine(Closing closing, QWidget* parent) : QFrame(parent), label_(new QLabel(this)) {
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    label_->setTextFormat(Qt::PlainText);
    label_->setWordWrap(true);
    auto* const row = new QHBoxLayout(this);
    const int gap = fontMetrics().height() / 3;
    row->setContentsMargins(2 * gap, gap, gap, gap);
    row->addWidget(label_, 1);
    if (closing == Closing::byHand) {
        auto* const close = new QToolButton(this);
        close->setIcon(icon("close"));
        close->setAutoRaise(true);
        close->setToolTip(tr("Dismiss"));
        close->setAccessibleName(tr("Dismiss this message"));
        connect(close, &QToolButton::clicked, this, [this] { say({}); });
        row->addWidget(close, 0, Qt::AlignTop);
    }
    hide();
}

void NoticeLine::say(const QString& text) {
    if (text == label_->text()) return;
    label_->setText(text);
    setVisible(!text.isEmpty());
    if (text.isEmpty()) return;
    QAccessibleEvent event(label_, QAccessible::Alert); // read aloud without taking the focus
    QAccessible::updateAccessibility(&event);
}

QString NoticeLine::text() const {
    return label_->text();
}

} // namespace fusefind
