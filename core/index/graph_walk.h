#pragma once

#include "core/index/place_labels.h"
#include "core/index/row_codec.h"

#include <cstring>
#include <functional>
#include <span>
#include <utility>
#include <vector>

namespace fusefind {

struct FoundPlace {
    Place place = 0;
    float score = 0;
};
using PlaceFilter = std::function<bool(Place)>; // empty: all pass

// The lowest level of a graph as hnswlib lays it out: for each point its links (u16 count, u16 of nothing, then
// places), further on its row.
struct GraphLevel {
    const std::byte* points = nullptr;
    size_t pointBytes = 0;
    size_t rowOffset = 0;
    const RowCodec& codec;

    [[nodiscard]] const std::byte* row(Place place) const { return points + place * pointBytes + rowOffset; }
    [[nodiscard]] std::span<const Place> links(Place place) const {
        const std::byte* list = points + place * pointBytes;
        uint16_t count = 0;
        std::memcpy(&count, list, sizeof count);
        return {reinterpret_cast<const Place*>(list) + 1, count};
    }
};

// The points that a walk has met: those with its mark.
struct VisitedPlaces {
    uint16_t* marks = nullptr; // one for each point
    uint16_t mark = 0;

    bool visit(Place place) const { return std::exchange(marks[place], mark) != mark; } // whether for the first time
};

// Best-first search from `start` (Malkov & Yashunin 2018, algorithm 2): about the `ef` best that pass, in no order. As
// hnswlib does it, but that the rows of all neighbours are on their way from memory before the first is compared: where
// rows lie far apart, most of the time of a search is waiting for them.
std::vector<FoundPlace> walkGraph(const GraphLevel& graph, const std::byte* query, FoundPlace start, size_t ef,
                                  const PlaceFilter& filter, const VisitedPlaces& visited);

} // namespace fusefind
