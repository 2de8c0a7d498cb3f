#pragma once

#include <QtCore/QPointer>
#include <QtGui/QIcon>
#include <QtWidgets/QFrame>
#include <chrono>
#include <functional>
#include <vector>

class QLabel;

namespace fusefind {

// Something said in place, without a dialog that stops the work.
struct Notice {
    struct Choice {
        QString text;
        std::function<void()> run; // the notice goes away as well
    };

    const char* icon = "warning"; // of ui/theme/icons.h
    QString text;                 // plain
    std::vector<Choice> choices = {};
    std::chrono::milliseconds lasts{0}; // 0: until it is closed
};

// One notice; deletes itself when it is closed, answered or over.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    NoticeBar(const Notice& notice, QWidget* parent);

Q_SIGNALS:
    void gone(); // closed, answered or over; not when its window goes

protected:
    void changeEvent(QEvent* event) override;

private:
    void drawPicture();
    void addChoice(const Notice::Choice& choice);
    void go();

    QIcon icon_;
    QLabel* picture_ = nullptr;
};

// Where notices appear, the newest on top. Takes no room without any.
class NoticeArea : public QWidget {
    Q_OBJECT

public:
    explicit NoticeArea(QWidget* parent = nullptr);

    QPointer<NoticeBar> add(const Notice& notice);
    void addProblem(const QString& sentence) { add({.text = sentence}); }
};

} // namespace fusefind
