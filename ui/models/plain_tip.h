#pragma once

#include <QtCore/QString>

namespace fusefind {

// A tool tip that shows the text as it is. Qt guesses whether a tip is rich text, and a file's name must not decide
// that.
inline QString plainTip(const QString& text) {
    return QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(text.toHtmlEscaped());
}

} // namespace fusefind
