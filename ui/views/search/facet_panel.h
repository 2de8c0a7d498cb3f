#pragma once

#include "core/protocol/library_messages.h"

#include <QtWidgets/QScrollArea>

class QGridLayout;
class QVBoxLayout;

namespace fusefind {

// What the library holds, by kind, folder and year, with counts; a click keeps to a part of it.
class FacetPanel : public QScrollArea {
    Q_OBJECT

public:
    explicit FacetPanel(QWidget* parent);

    void setFacets(const Facets& facets);
    void setFilter(const LibraryFilter& filter);
    [[nodiscard]] const LibraryFilter& filter() const { return filter_; }

Q_SIGNALS:
    void filterChanged(const fusefind::LibraryFilter& filter);

private:
    // Two columns below a heading that folds them away: what to click, and how many there are.
    QGridLayout* addSection(const QString& title);
    void rebuild();
    void addKinds();
    void addFolders();
    void addYears();
    void change(LibraryFilter filter);

    Facets facets_;
    LibraryFilter filter_;
    QVBoxLayout* column_ = nullptr;
    QStringList folded_; // titles
};

// The year that a filter keeps to, if it is just one.
std::optional<int> yearOf(const LibraryFilter& filter);
void setYear(LibraryFilter& filter, std::optional<int> year);

} // namespace fusefind
