#pragma once

#include "ui/models/skipped_model.h"

#include <QtWidgets/QWidget>

class QAction;
class QLabel;
class QTreeView;

namespace fusefind {

// The files that were skipped, each with its reason; hides itself when there is none.
class SkippedPanel : public QWidget {
    Q_OBJECT

public:
    explicit SkippedPanel(QWidget* parent = nullptr);

    void setFiles(const std::vector<SkippedFile>& files);

Q_SIGNALS:
    void retryRequested();
    void revealRequested(const std::filesystem::path& file);

private:
    QTreeView* newTable();
    QWidget* newButtons();

    SkippedModel model_{tr("Why it was skipped")};
    QLabel* heading_ = nullptr;
    QTreeView* table_ = nullptr;
    QAction* reveal_ = nullptr;
};

} // namespace fusefind
