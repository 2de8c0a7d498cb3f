#pragma once

#include <QtWidgets/QLabel>

namespace fusefind {

// Labels of one look on every page. Text is plain.
QLabel* newTitle(const QString& text, QWidget* parent);   // of a page
QLabel* newHeading(const QString& text, QWidget* parent); // of a part of one
QLabel* newNote(const QString& text, QWidget* parent);    // fainter, wraps

} // namespace fusefind
