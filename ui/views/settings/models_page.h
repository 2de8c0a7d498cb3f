#pragma once

#include "ui/models/model_commands.h"
#include "ui/views/widgets/notice_area.h"

#include <QtWidgets/QWidget>
#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace fusefind {

// What a table says of a model: its name, what it reads, dimensions, size, licence, languages.
QStringList modelColumns(const ModelSummary& model);

// The installed encoders with their licences: to read, to add by name or from a folder and to remove.
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
    void sayReading(const std::filesystem::path& folder);
    void showAvailable();
    void askToTrust(const std::filesystem::path& folder);
    void askToRemove();
    // In the place of the question before; no answer is a no.
    void ask(const char* icon, const QString& question, const QString& yes, const std::function<void()>& onYes);

    WorkerClient& client_;
    ModelCommands commands_;
    QTreeWidget* table_ = nullptr;
    QPushButton* get_ = nullptr;
    QPushButton* add_ = nullptr;
    QPushButton* remove_ = nullptr;
    QLabel* note_ = nullptr;
    NoticeArea* notices_ = nullptr;
    QPointer<NoticeBar> question_;
};

} // namespace fusefind
