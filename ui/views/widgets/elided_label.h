#pragma once

#include <QtWidgets/QLabel>

namespace fusefind {

// One line of plain text that gives way in its middle when there is no room; the tool tip then has all of it.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] bool fits() const;
};

} // namespace fusefind
