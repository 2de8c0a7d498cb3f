#include "ui/shortcuts.h"
#include "ui/theme/icons.h"
#include "ui/views/dataset/dataset_page.h"
#include "ui/views/library/library_page.h"
#include "ui/views/main_window.h"
#include "ui/views/metrics/metrics_dock.h"
#include "ui/views/settings/settings_dialog.h"
#include "ui/views/shortcuts_dialog.h"
#include "ui/views/train/spaces_dialog.h"
#include "ui/views/train/train_wizard.h"
#include "ui/views/widgets/navigation_bar.h"

#include <QtGui/QActionGroup>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QMessageBox>

namespace fusefind {

void MainWindow::makeNavigation() {
    navigation_ = new QActionGroup(this);
    searchAction_ = addPage(ShortcutId::showSearch, "search", &MainWindow::showSearch);
    addPage(ShortcutId::showLibrary, "library", &MainWindow::showLibrary);
    dataAction_ = addPage(ShortcutId::showData, "pairs", &MainWindow::showData);
}

QAction* MainWindow::addPage(ShortcutId id, const char* iconName, void (MainWindow::*run)()) {
    QAction* action = newAction(id, navigation_);
    action->setCheckable(true);
    action->setIcon(icon(iconName));
    connect(action, &QAction::triggered, this, run);
    navigationBar_->addPage(action);
    return action;
}

void MainWindow::makeMenus() {
    const auto add = [this](QMenu* menu, ShortcutId id, void (MainWindow::*run)()) {
        QAction* action = newAction(id, this);
        connect(action, &QAction::triggered, this, run);
        menu->addAction(action);
    };
    QMenu* file = menuBar()->addMenu(tr("&File"));
    QAction* addFolder = newAction(ShortcutId::addFolder, this);
    connect(addFolder, &QAction::triggered, library_, &LibraryPage::askForFolder);
    file->addAction(addFolder);
    file->addSeparator();
    add(file, ShortcutId::settings, &MainWindow::showSettings);
    file->addSeparator();
    QAction* quit = newAction(ShortcutId::quit, this);
    connect(quit, &QAction::triggered, this, &QWidget::close);
    file->addAction(quit);

    QMenu* view = menuBar()->addMenu(tr("&View"));
    view->addActions(navigation_->actions());
    view->addSeparator();
    for (const auto& [dock, id] : {std::pair<QDockWidget*, ShortcutId>{inspectorDock_, ShortcutId::showInspector},
                                   std::pair<QDockWidget*, ShortcutId>{metrics_, ShortcutId::showMetrics}}) {
        dock->toggleViewAction()->setShortcuts(keysOf(id));
        view->addAction(dock->toggleViewAction());
    }
    view->addSeparator();
    QAction* fullScreen = newAction(ShortcutId::fullScreen, this);
    connect(fullScreen, &QAction::triggered, this, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    view->addAction(fullScreen);

    QMenu* train = menuBar()->addMenu(tr("&Train"));
    add(train, ShortcutId::train, &MainWindow::showWizard);
    add(train, ShortcutId::spaces, &MainWindow::showSpaces);

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    add(help, ShortcutId::shortcutSheet, &MainWindow::showShortcuts);
    QAction* about = help->addAction(tr("About FuseFind"));
    connect(about, &QAction::triggered, this, &MainWindow::showAbout);
}

// Kept while the window lives: what was chosen before a training is still there when it is closed and opened again.
void MainWindow::showWizard() {
    if (!wizard_) {
        wizard_ = new TrainWizard(client_, training_, this);
        wizard_->offerSample(sample_.pairs);
        connect(wizard_, &TrainWizard::openRequested, this, &MainWindow::openPath);
        connect(wizard_, &TrainWizard::revealRequested, this, &MainWindow::revealPath);
        connect(wizard_, &TrainWizard::browseRequested, this,
                [this](const std::vector<std::filesystem::path>& folders) {
                    dataAction_->trigger();
                    data_->addFolders(folders);
                });
        connect(wizard_, &TrainWizard::kept, this, &MainWindow::offerToGoBack);
    }
    wizard_->present();
}

void MainWindow::showSpaces() {
    auto* dialog = new SpacesDialog(client_, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SpacesDialog::trainRequested, this, [this, dialog] {
        dialog->close();
        showWizard();
    });
    dialog->open();
}

void MainWindow::showSettings() {
    auto* dialog = new SettingsDialog(client_, state_, preferences_, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showShortcuts() {
    auto* dialog = new ShortcutsDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showAbout() {
    auto* box =
        new QMessageBox(QMessageBox::NoIcon, tr("About FuseFind"),
                        tr("FuseFind %1").arg(QCoreApplication::applicationVersion()), QMessageBox::Close, this);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
        tr("Finds your own pictures and sounds by words, by a sound, or by a picture. Everything runs "
           "on this computer.\n\nFree software under the GNU General Public License, version 3 or "
           "later."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace fusefind
