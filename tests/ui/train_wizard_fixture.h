#pragma once

#include "ui/on_screen.h"
#include "ui/stand_in_training.h"
#include "ui/views/train/train_wizard.h"

#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTreeView>

namespace fusefind {

// The wizard on the stand-in worker, with what is done to it by its texts.
struct TrainWizardFixture {
    explicit TrainWizardFixture(const TrainingState& state = {}) {
        serveLibrary(worker, 200, 20);
        library.emplace(worker);
        training.emplace(worker);
        training->state = state;
        client.start();
        wizard.present();
    }

    [[nodiscard]] bool says(const QString& text) { return saysOnScreen(wizard, text); }
    [[nodiscard]] bool isAt(TrainWizard::Page page) {
        return QTest::qWaitFor([&] { return wizard.currentId() == page && wizard.currentPage()->isVisible(); });
    }
    QPushButton* button(const QString& text) { return buttonOnScreen(wizard, text); }
    [[nodiscard]] bool press(const QString& text) {
        if (!QTest::qWaitFor([&] { return button(text) && button(text)->isEnabled(); })) return false;
        button(text)->click();
        return true;
    }
    template <class T>
    T& child() {
        return *wizard.findChild<T*>();
    }
    [[nodiscard]] bool toTheRecipe() {
        wizard.addFolders({"/pairs"});
        return press(QStringLiteral("Next")) && isAt(TrainWizard::recipePage) && says(QStringLiteral("To train"));
    }
    QLineEdit* edit(const char* name) {
        for (QLineEdit* one : wizard.findChildren<QLineEdit*>())
            if (one->accessibleName() == QLatin1String(name)) return one;
        qFatal("no line is called %s", name);
    }
    [[nodiscard]] size_t asked(const char* method) const { return worker.asked(method).size(); }
    QString cell(const QTreeView& table, int row, int column) {
        return table.model()->index(row, column).data().toString();
    }
    StandInWorker worker;
    std::optional<StandInLibrary> library;
    std::optional<StandInTraining> training;
    WorkerClient client{worker.options()};
    TrainingJob job{client};
    TrainWizard wizard{client, job};
};

} // namespace fusefind
