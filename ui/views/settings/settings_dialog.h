#pragma once

#include "ui/models/library_state.h"
#include "ui/preferences.h"

#include <QtWidgets/QDialog>

namespace fusefind {

// What can be chosen. Every choice is kept at once; there is nothing to confirm.
class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    SettingsDialog(WorkerClient& client, LibraryState& state, const Preferences& preferences,
                   QWidget* parent = nullptr);

private:
    QWidget* newGeneralPage();
    QWidget* newEnginePage();

    LibraryState& state_;
    Preferences preferences_;
};

} // namespace fusefind
