#include "ui/views/widgets/headings.h"

namespace fusefind {

namespace {

QLabel* newLabel(const QString& text, QWidget* parent, double scale, QFont::Weight weight) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setWeight(weight);
    label->setFont(font);
    return label;
}

} // namespace

QLabel* newTitle(const QString& text, QWidget* parent) {
    constexpr double kScale = 1.6;
    return newLabel(text, parent, kScale, QFont::DemiBold);
}

QLabel* newHeading(const QString& text, QWidget* parent) {
    constexpr double kScale = 1.1;
    return newLabel(text, parent, kScale, QFont::DemiBold);
}

QLabel* newNote(const QString& text, QWidget* parent) {
    auto* label = newLabel(text, parent, 1, QFont::Normal);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace fusefind
