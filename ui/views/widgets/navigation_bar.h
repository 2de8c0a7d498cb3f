#pragma once

#include <QtWidgets/QFrame>

class QAction;

namespace fusefind {

// The slim column at the window's edge: one button for each page, reachable by Tab.
class NavigationBar : public QFrame {
    Q_OBJECT

public:
    explicit NavigationBar(QWidget* parent = nullptr);

    void addPage(QAction* action); // checkable, with an icon
};

} // namespace fusefind
