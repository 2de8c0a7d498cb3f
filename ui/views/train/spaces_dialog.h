#pragma once

#include "ui/models/space_commands.h"
#include "ui/views/widgets/notice_area.h"

#include <QtWidgets/QDialog>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace fusefind {

// The trained spaces: which is in use, how well each does on the pairs held out of its own training, and their files.
class SpacesDialog : public QDialog {
    Q_OBJECT

public:
    explicit SpacesDialog(WorkerClient& client, QWidget* parent = nullptr);

    // Under a name that is free: the file's, which is what the person knows it by.
    void importFrom(const std::filesystem::path& file);

Q_SIGNALS:
    void trainRequested();

private:
    QTreeWidget* newTable();
    QHBoxLayout* newButtons();
    QPushButton* addButton(QHBoxLayout* row, const char* iconName, const QString& text, void (SpacesDialog::*run)());
    [[nodiscard]] const SpaceSummary* selected() const;
    void showSpaces();
    void follow(); // the selection
    void use();
    void askForExport();
    void askForImport();
    void askToRemove();
    void say(const QString& sentence);

    SpaceCommands commands_;
    QTreeWidget* table_ = nullptr;
    QPushButton* use_ = nullptr;
    QPushButton* export_ = nullptr;
    QPushButton* import_ = nullptr;
    QPushButton* remove_ = nullptr;
    QLabel* message_ = nullptr;
    NoticeArea* notices_ = nullptr;
    QPointer<NoticeBar> question_;
};

} // namespace fusefind
