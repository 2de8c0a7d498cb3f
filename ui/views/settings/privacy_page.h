#pragma once

class QWidget;

namespace fusefind {

// What never leaves the computer, in plain words.
QWidget* newPrivacyPage(QWidget* parent);

} // namespace fusefind
