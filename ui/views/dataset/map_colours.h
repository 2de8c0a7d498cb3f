#pragma once

#include "ui/models/pair_map.h"

#include <QtGui/QColor>
#include <QtGui/QPalette>
#include <vector>

namespace fusefind {

enum class MapColouring { kind, split, score };

// What the points of a map are coloured by, and what the colours mean.
struct MapColours {
    struct Meaning {
        QString text;
        QColor colour;
    };
    std::vector<QColor> colours;
    std::vector<uint8_t> of;     // [points], which of the colours
    std::vector<Meaning> legend; // of what there is
};

MapColours coloursOf(const PairMap& map, MapColouring by, const QPalette& palette);

} // namespace fusefind
