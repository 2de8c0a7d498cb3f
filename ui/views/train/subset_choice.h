#pragma once

#include <QtWidgets/QWidget>
#include <optional>

class QCheckBox;
class QSpinBox;

namespace fusefind {

// Whether to train on the most diverse pairs alone, and on how many.
class SubsetChoice : public QWidget {
    Q_OBJECT

public:
    explicit SubsetChoice(QWidget* parent = nullptr);

    // Of the kind that has most; half of them are proposed.
    void setPairs(int64_t pairs);
    // None: all of them.
    [[nodiscard]] std::optional<int> pairs() const;

Q_SIGNALS:
    void changed();

private:
    QCheckBox* wanted_ = nullptr;
    QSpinBox* count_ = nullptr;
};

} // namespace fusefind
