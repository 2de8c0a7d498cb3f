#pragma once

#include "ui/models/folder_model.h"

#include <QtWidgets/QWidget>

class QAction;
class QStackedWidget;
class QTreeView;

namespace fusefind {

// The library's folders as a table, and what can be done with the selected ones.
class FolderPanel : public QWidget {
    Q_OBJECT

public:
    explicit FolderPanel(QWidget* parent = nullptr);

    void setFolders(const std::vector<FolderFacet>& folders);
    void setProgress(const std::vector<FolderProgress>& progress) { model_.setProgress(progress); }

Q_SIGNALS:
    void removeRequested(const std::vector<std::filesystem::path>& folders);
    void revealRequested(const std::filesystem::path& folder);

private:
    QWidget* newTable();
    QWidget* newButtons();
    [[nodiscard]] std::vector<std::filesystem::path> selected() const;
    void followSelection();

    FolderModel model_;
    QStackedWidget* tableOrNothing_ = nullptr;
    QTreeView* table_ = nullptr;
    QAction* remove_ = nullptr;
    QAction* reveal_ = nullptr;
};

} // namespace fusefind
