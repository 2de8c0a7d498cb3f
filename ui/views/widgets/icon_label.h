#pragma once

#include <QtGui/QIcon>
#include <QtWidgets/QWidget>

namespace fusefind {

// An icon of ui/theme/icons.h to look at, small. Painted when it is seen, so that it has the colours and the sharpness
// of the moment, which a label's pixmap has not.
class IconLabel : public QWidget {
    Q_OBJECT

public:
    IconLabel(const char* iconName, QWidget* parent);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QIcon icon_;
};

} // namespace fusefind
