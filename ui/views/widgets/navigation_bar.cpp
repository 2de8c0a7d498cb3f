#include "ui/views/widgets/navigation_bar.h"

#include <QtGui/QAction>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

namespace fusefind {

NavigationBar::NavigationBar(QWidget* parent) : QFrame(parent) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    setAccessibleName(tr("Pages"));
    auto* layout = new QVBoxLayout(this);
    layout->addStretch();
    const int gap = layout->spacing();
    layout->setContentsMargins(gap, gap, gap, gap);
}

void NavigationBar::addPage(QAction* action) {
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    const int icon = fontMetrics().height() * 3 / 2;
    button->setIconSize(QSize(icon, icon));
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setToolTip(
        QStringLiteral("%1 (%2)").arg(action->text(), action->shortcut().toString(QKeySequence::NativeText)));
    auto* rows = qobject_cast<QVBoxLayout*>(layout());
    rows->insertWidget(rows->count() - 1, button); // above the stretch
}

} // namespace fusefind
