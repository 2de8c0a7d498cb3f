#include "ui/views/train/step_list.h"

#include <QtCore/QLocale>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace fusefind {

StepList::StepList(const QStringList& steps, QWidget* parent) : QFrame(parent) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    auto* rows = new QVBoxLayout(this);
    const int gap = fontMetrics().height();
    rows->setContentsMargins(gap, gap, gap, gap);
    rows->setSpacing(gap);
    int widest = 0;
    for (const QString& step : steps) {
        const QString number = QLocale().toString(static_cast<int>(labels_.size()) + 1);
        auto* label = new QLabel(tr("%1. %2").arg(number, step), this);
        label->setTextFormat(Qt::PlainText);
        QFont bold = font();
        bold.setBold(true);
        widest = std::max(widest, QFontMetrics(bold).horizontalAdvance(label->text()));
        rows->addWidget(label);
        labels_.push_back(label);
    }
    rows->addStretch();
    setFixedWidth(widest + 2 * gap); // the same whichever is bold
}

void StepList::setCurrent(int step) {
    for (int i = 0; i < static_cast<int>(labels_.size()); ++i) {
        QLabel* const label = labels_[static_cast<size_t>(i)];
        QFont font = label->font();
        font.setBold(i == step);
        label->setFont(font);
        label->setForegroundRole(i == step ? QPalette::WindowText : QPalette::PlaceholderText);
    }
}

} // namespace fusefind
