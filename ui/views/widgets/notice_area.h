#pragma once

#include "ui/views/widgets/notice_bar.h"

#include <QtCore/QPointer>
#include <chrono>
#include <functional>
#include <vector>

namespace fusefind {

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

// Where notices appear, the newest on top; one that is gone is deleted. Takes no room without any.
class NoticeArea : public QWidget {
    Q_OBJECT

public:
    explicit NoticeArea(QWidget* parent = nullptr);

    QPointer<NoticeBar> add(const Notice& notice);
    void addProblem(const QString& sentence) { add({.text = sentence}); }
};

} // namespace fusefind
