#pragma once

#include "core/index/place_labels.h"
#include "core/index/quantizer.h"

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
// places), further on the coarse part of its row.
struct GraphLevel {
    const std::byte* points = nullptr;
    size_t pointBytes = 0;
    size_t rowOffset = 0;
    const Quantizer& quantizer;

    [[nodiscard]] const std::byte* point(Place place) const { return points + place * pointBytes; }
    [[nodiscard]] const std::byte* row(Place place) const { return point(place) + rowOffset; }
    [[nodiscard]] std::span<const Place> links(Place place) const {
        const std::byte* list = point(place);
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

// Reads a byte of every cache line, so that all lines are on their way at once. A processor may drop what it is only
// advised to fetch where it does not know the page, which is the rule for rows that lie in no order: under a hypervisor
// such advice changed nothing, and reading took a quarter off the time of a search.
void touchMemory(const std::byte* from, size_t bytes);

// Best-first search from `start` (Malkov & Yashunin 2018, algorithm 2): about the `ef` best that pass, in no order. As
// hnswlib does it, but that the rows of all neighbours are on their way from memory before the first is compared: where
// rows lie far apart, most of the time of a search is waiting for them. Scores are those of the coarse parts.
std::vector<FoundPlace> walkGraph(const GraphLevel& graph, const QuantizedQuery& query, FoundPlace start, size_t ef,
                                  const PlaceFilter& filter, const VisitedPlaces& visited);

} // namespace fusefind
