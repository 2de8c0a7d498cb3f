#pragma once

#include "ui/models/model_catalogue.h"

#include <QtWidgets/QDialog>

class QCheckBox;
class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace fusefind {

// The published encoders that can be loaded by name: what each is good for, its licence, and how far its download is.
class AvailableModelsDialog : public QDialog {
    Q_OBJECT

public:
    explicit AvailableModelsDialog(WorkerClient& client, QWidget* parent = nullptr);

Q_SIGNALS:
    void loaded(const QString& id);

private:
    QTreeWidget* newTable();
    QHBoxLayout* newButtons();
    void followCatalogue();
    [[nodiscard]] const AvailableModel* selected() const;
    void showModels();
    void follow(); // the selection, and what is under way
    void showProgress(int64_t megabytes, int64_t ofMegabytes);

    ModelCatalogue catalogue_;
    QTreeWidget* table_ = nullptr;
    QLabel* purpose_ = nullptr;
    QCheckBox* licence_ = nullptr;
    QProgressBar* bar_ = nullptr;
    QPushButton* load_ = nullptr;
    QPushButton* stop_ = nullptr;
    QLabel* note_ = nullptr;
};

} // namespace fusefind
