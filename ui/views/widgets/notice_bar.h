#pragma once

#include <QtWidgets/QFrame>
#include <functional>

class QLabel;
class QHBoxLayout;

namespace fusefind {

// Something said in place, without a dialog that stops the work and without taking the focus. Hidden while it has
// nothing to say.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    enum class Closing { byHand, never };

    explicit NoticeBar(Closing closing, QWidget* parent, const char* iconName = nullptr); // of ui/theme/icons.h

    void say(const QString& text); // plain; an empty text hides it
    [[nodiscard]] QString text() const;
    // A button that does this and then closes the notice.
    void addChoice(const QString& text, std::function<void()> run);
    void dismiss();

Q_SIGNALS:
    void gone(); // closed, answered or over; not when its window goes, nor by saying nothing

private:
    QLabel* label_;
    QHBoxLayout* row_;
    int choices_ = 0;
};

} // namespace fusefind
