#pragma once

#include "core/protocol/dataset_messages.h"

#include <QtWidgets/QWidget>

class QAction;
class QLabel;
class QListWidget;

namespace fusefind {

// Which data sets there are, and what adds, reads again and removes one.
class DatasetList : public QWidget {
    Q_OBJECT

public:
    explicit DatasetList(QWidget* parent = nullptr);

    // The one that was chosen stays chosen while it is there.
    void setSets(const std::vector<DataSetInfo>& sets);
    void choose(int64_t dataSet);
    [[nodiscard]] const DataSetInfo* chosen() const; // null: none
    // While a folder is read; what is said of it.
    void setReading(bool reading);
    void setProgress(const QString& text);

Q_SIGNALS:
    void chosenChanged();
    void addRequested();
    void readAgainRequested();
    void removeRequested();
    void cancelRequested();

private:
    QWidget* newProgress();
    void followChoice();

    std::vector<DataSetInfo> sets_;
    QListWidget* list_ = nullptr;
    QAction* again_ = nullptr;
    QAction* remove_ = nullptr;
    QAction* add_ = nullptr;
    QWidget* progress_ = nullptr;
    QLabel* progressText_ = nullptr;
};

} // namespace fusefind
