#pragma once

#include <QtWidgets/QDialog>

namespace fusefind {

// Every key of the table in ui/shortcuts.h, by group.
class ShortcutsDialog : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutsDialog(QWidget* parent = nullptr);
};

} // namespace fusefind
