#pragma once

#include <QtWidgets/QScrollArea>

namespace fusefind {

// How paired data may lie in a folder: an example of each layout that is recognised.
class FormatHints : public QScrollArea {
    Q_OBJECT

public:
    explicit FormatHints(QWidget* parent = nullptr);
};

} // namespace fusefind
