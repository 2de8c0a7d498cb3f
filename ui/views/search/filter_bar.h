#pragma once

#include "core/protocol/library_messages.h"

#include <QtWidgets/QWidget>

namespace fusefind {

// The filters that are on, each with a way out; hidden where there are none.
class FilterBar : public QWidget {
    Q_OBJECT

public:
    explicit FilterBar(QWidget* parent);

    void setFilter(const LibraryFilter& filter);

Q_SIGNALS:
    void filterChanged(const fusefind::LibraryFilter& filter);

private:
    void addChip(const QString& text, LibraryFilter without);

    LibraryFilter filter_;
};

} // namespace fusefind
