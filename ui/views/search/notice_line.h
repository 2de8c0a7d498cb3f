#pragma once

#include <QtWidgets/QFrame>

class QLabel;

namespace fusefind {

// One line that says something without stopping anybody; hidden while it has nothing to say.
class NoticeLine : public QFrame {
    Q_OBJECT

public:
    enum class Closing { byHand, never };

    NoticeLine(Closing closing, QWidget* parent);

    void say(const QString& text); // an empty text hides it
    [[nodiscard]] QString text() const;

private:
    QLabel* label_;
};

} // namespace fusefind
