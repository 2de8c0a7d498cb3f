#pragma once

#include "core/protocol/library_messages.h"

#include <QtWidgets/QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSlider;
class QToolButton;

namespace fusefind {

// What is listed, and how: order, threshold, size, grid or list.
class ResultBar : public QWidget {
    Q_OBJECT

public:
    explicit ResultBar(QWidget* parent);

    // Browsing has an order, searching a threshold.
    void setSearching(bool searching);
    void setStatus(const QString& text);
    [[nodiscard]] QString status() const;
    void setHidden(int hits);

    [[nodiscard]] BrowseOrder order() const;
    [[nodiscard]] bool foldSimilar() const;
    // Cosine; -1 at the left end of the slider, where nothing is hidden.
    [[nodiscard]] float threshold() const;
    void setThreshold(float threshold);

    [[nodiscard]] QToolButton* filterButton() const { return filters_; }
    [[nodiscard]] QSlider* sizeSlider() const { return size_; }
    [[nodiscard]] QToolButton* gridButton() const { return grid_; }
    [[nodiscard]] QToolButton* listButton() const { return list_; }

Q_SIGNALS:
    void orderChanged();
    void foldSimilarChanged();
    void thresholdChanged(float threshold);

private:
    void buildThreshold();
    void buildSize();
    void showThreshold();

    QToolButton* filters_;
    QLabel* status_;
    QComboBox* order_;
    QCheckBox* fold_;
    QWidget* thresholdBox_;
    QSlider* threshold_;
    QLabel* thresholdText_;
    QPushButton* hidden_;
    QSlider* size_;
    QToolButton* grid_;
    QToolButton* list_;
};

} // namespace fusefind
