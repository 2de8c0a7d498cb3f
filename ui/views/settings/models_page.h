#pragma once

#include "ui/models/model_commands.h"
#include "ui/views/widgets/notice_area.h"

#include <QtWidgets/QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace fusefind {

// The installed encoders with their licences: to read, to add from a folder and to remove.
class ModelsPage : public QWidget {
    Q_OBJECT

public:
    explicit ModelsPage(WorkerClient& client, QWidget* parent = nullptr);

    void addFrom(const std::filesystem::path& folder);

private:
    QTreeWidget* newTable();
    QHBoxLayout* newButtons();
    [[nodiscard]] const ModelSummary* selected() const;
    void showModels();
    void follow(); // the selection
    void askForFolder();
    void askToRemove();

    ModelCommands commands_;
    QTreeWidget* table_ = nullptr;
    QPushButton* add_ = nullptr;
    QPushButton* remove_ = nullptr;
    QLabel* note_ = nullptr;
    NoticeArea* notices_ = nullptr;
    QPointer<NoticeBar> question_;
};

} // namespace fusefind
