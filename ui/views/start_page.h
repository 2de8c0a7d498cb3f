#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace fusefind {

struct EngineStatus;

// What is shown while the library has no folder: what the program is, and the two ways to begin.
class StartPage : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(QWidget* parent = nullptr);

    // There is a sample library, or there is none.
    void setSampleThere(bool there);
    // Says what a search would lack, and how to get it.
    void setStatus(const EngineStatus& status);

Q_SIGNALS:
    void addFolderRequested();
    void sampleRequested();
    void trainRequested();

private:
    QWidget* newButtons();
    QWidget* newMissing();

    QPushButton* sample_ = nullptr;
    QLabel* sampleNote_ = nullptr;
    QWidget* missing_ = nullptr;
    QLabel* missingText_ = nullptr;
    QLabel* command_ = nullptr;
    QPushButton* copy_ = nullptr;
    QPushButton* train_ = nullptr;
};

} // namespace fusefind
