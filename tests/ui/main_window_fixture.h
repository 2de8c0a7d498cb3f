#pragma once

#include "support/temp_dir.h"
#include "ui/on_screen.h"
#include "ui/stand_in_training.h"
#include "ui/views/main_window.h"

#include <QtCore/QMimeData>
#include <QtGui/QAction>
#include <QtGui/QDropEvent>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QPushButton>

namespace fusefind {

// The window on a made-up library, a folder of which is shown.
struct MainWindowFixture {
    explicit MainWindowFixture(const std::vector<FolderFacet>& shown = {{"/library/Holidays", 120, false}}) {
        serveLibrary(worker, 200, 20);
        library.emplace(worker); // its answers, where both have one
        library->setFolders(shown);
        training.emplace(worker);
        client.start();
        window.show();
        window.activateWindow();
    }

    template <class Page>
    [[nodiscard]] bool shows() {
        return QTest::qWaitFor([&] { return window.findChild<Page*>()->isVisible(); });
    }
    [[nodiscard]] bool says(const QString& text) { return saysOnScreen(window, text); }
    QPushButton* button(const QString& text) { return buttonOnScreen(window, text); }
    QAction* menuAction(const QString& text) {
        for (QAction* menu : window.menuBar()->actions())
            for (QAction* action : menu->menu()->actions())
                if (action->text() == text) return action;
        return nullptr;
    }
    // As a file manager's drop does, on the window itself.
    void drop(const QList<QUrl>& urls) {
        QMimeData data;
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &event);
    }

    StandInWorker worker;
    std::optional<StandInLibrary> library;
    std::optional<StandInTraining> training;
    WorkerClient client{worker.options()};
    TempDir files;
    MainWindow window{client};
};

} // namespace fusefind
