#pragma once

#include "core/protocol/dataset_messages.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace fusefind {

// Which pairs are shown: words of the caption, and a row of switches, of which none switched on is everything; and in
// which order.
class PairFilters : public QWidget {
    Q_OBJECT

public:
    explicit PairFilters(QWidget* parent = nullptr);

    [[nodiscard]] DataPairFilter filter() const;
    void reset(); // tells nobody
    // Only these, by their numbers, until a button that says so is pressed; none: any.
    void setChosen(std::vector<int64_t> pairs);
    void focusWords();

Q_SIGNALS:
    void filterChanged();

private:
    QToolButton* addSwitch(const QString& text, const QString& tip);
    void addChosenButton();
    void sayChosen();
    void addOrder();

    QLineEdit* words_ = nullptr;
    QTimer typing_;
    std::vector<std::pair<DataPairKind, QToolButton*>> kinds_;
    std::vector<std::pair<Split, QToolButton*>> splits_;
    QToolButton* problem_ = nullptr;
    QToolButton* kept_ = nullptr;
    QToolButton* excluded_ = nullptr;
    QComboBox* order_ = nullptr;
    QToolButton* chosenButton_ = nullptr; // lets go of:
    std::vector<int64_t> chosen_;
};

} // namespace fusefind
