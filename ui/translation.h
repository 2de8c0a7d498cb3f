#pragma once

#include <QtCore/QString>

namespace fusefind {

// Texts, numbers and dates in this language from here on: "en", "de" or "ja", or empty for the one among these that the
// system's user prefers (English if none). Widgets keep the texts they were made with: call it before the first.
void installTranslation(const QString& language);

} // namespace fusefind
