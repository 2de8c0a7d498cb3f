#include "ui/theme/appearance.h"

#include "ui/theme/system_scheme.h"
#include "ui/theme/window_style.h"

#include <QtWidgets/QApplication>

namespace fusefind {

namespace {

struct Colours {
    QColor window, base, alternate, button, text, faint, disabled, highlight, link, light, mid, dark, shadow;
};

QPalette paletteOf(const Colours& c) {
    QPalette palette(c.text, c.button, c.light, c.dark, c.mid, c.text, c.text, c.base, c.window);
    palette.setColor(QPalette::Midlight, c.light);
    palette.setColor(QPalette::Shadow, c.shadow);
    palette.setColor(QPalette::AlternateBase, c.alternate);
    palette.setColor(QPalette::ToolTipBase, c.alternate);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::PlaceholderText, c.faint);
    palette.setColor(QPalette::Highlight, c.highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, c.link);
    palette.setColor(QPalette::LinkVisited, c.link);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, c.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.mid);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, c.disabled);
    return palette;
}

} // namespace

QPalette lightPalette() {
    return paletteOf({.window = 0xf4f5f7,
                      .base = 0xffffff,
                      .alternate = 0xf0f2f4,
                      .button = 0xf0f2f4,
                      .text = 0x1b1f24,
                      .faint = 0x5f6772,
                      .disabled = 0x878e98,
                      .highlight = 0x1a63cf,
                      .link = 0x1459be,
                      .light = 0xffffff,
                      .mid = 0xc3c8cf,
                      .dark = 0x9aa1ab,
                      .shadow = 0x6b727c});
}

QPalette darkPalette() {
    // Fusion draws the edges of boxes darker than the window: the window is light enough for an empty box to be seen.
    return paletteOf({.window = 0x2d3036,
                      .base = 0x17191c,
                      .alternate = 0x212429,
                      .button = 0x3b4048,
                      .text = 0xe7e9ec,
                      .faint = 0xaab2bc,
                      .disabled = 0x79818b,
                      .highlight = 0x2b6bd3,
                      .link = 0x86b7ff,
                      .light = 0x565d67,
                      .mid = 0x4b525b,
                      .dark = 0x131517,
                      .shadow = Qt::black});
}

void applyAppearance(Appearance appearance) {
    if (!qobject_cast<WindowStyle*>(QApplication::style())) QApplication::setStyle(new WindowStyle);
    SystemScheme& system = SystemScheme::instance();
    QObject::disconnect(&system, nullptr, qApp, nullptr);
    bool dark = appearance == Appearance::dark;
    if (appearance == Appearance::system) {
        dark = system.dark();
        QObject::connect(&system, &SystemScheme::changed, qApp, [] { applyAppearance(Appearance::system); });
    }
    QApplication::setPalette(dark ? darkPalette() : lightPalette());
}

} // namespace fusefind
