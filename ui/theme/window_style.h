#pragma once

#include <QtWidgets/QProxyStyle>

namespace fusefind {

// Qt's Fusion, mended where it cannot be read in dark: the edges of check boxes and radio buttons are drawn in a colour
// of the palette, and dialog buttons go without their icons, which are black.
class WindowStyle : public QProxyStyle {
    Q_OBJECT

public:
    WindowStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;
};

} // namespace fusefind
