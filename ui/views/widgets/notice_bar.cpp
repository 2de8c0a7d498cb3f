#include "ui/views/widgets/notice_bar.h"

#include "ui/theme/icons.h"
#include "ui/views/widgets/icon_label.h"

#include <QtGui/QAccessible>
#include <QtGui/QShortcut>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

namespace fusefind {

NoticeBar::NoticeBar(Closing closing, QWidget* parent, const char* iconName)
    : QFrame(parent), label_(new QLabel(this)), row_(new QHBoxLayout(this)) {
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    const int gap = fontMetrics().height() / 3;
    row_->setContentsMargins(2 * gap, gap, gap, gap);
    if (iconName) row_->addWidget(new IconLabel(iconName, this));
    label_->setTextFormat(Qt::PlainText);
    label_->setWordWrap(true);
    label_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row_->addWidget(label_, 1);
    hide();
    if (closing == Closing::never) return;

    auto* button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setIcon(icon("close"));
    button->setToolTip(tr("Close"));
    button->setAccessibleName(tr("Close this message"));
    connect(button, &QToolButton::clicked, this, &NoticeBar::dismiss);
    row_->addWidget(button);
    auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &NoticeBar::dismiss);
}

void NoticeBar::say(const QString& text) {
    if (text == label_->text()) return;
    label_->setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    if (text.isEmpty()) return;
    QAccessibleEvent alert(this, QAccessible::Alert); // read aloud
    QAccessible::updateAccessibility(&alert);
}

QString NoticeBar::text() const {
    return label_->text();
}

void NoticeBar::addChoice(const QString& text, std::function<void()> run) {
    auto* button = new QPushButton(text, this);
    button->setAutoDefault(true);
    connect(button, &QPushButton::clicked, this, [this, run = std::move(run)] {
        dismiss();
        if (run) run();
    });
    const int afterLabel = row_->indexOf(label_) + 1;
    row_->insertWidget(afterLabel + choices_++, button);
}

void NoticeBar::dismiss() {
    say({});
    Q_EMIT gone();
}

} // namespace fusefind
