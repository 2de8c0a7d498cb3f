#pragma once

#include <QtWidgets/QWidget>

namespace fusefind {

// Lies over its parent while something is dragged over it, and says what a drop would do.
class DropShade : public QWidget {
    Q_OBJECT

public:
    DropShade(QString text, QWidget* parent);

    void cover(); // shows it over all of the parent

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString text_;
};

} // namespace fusefind
