#pragma once

#include "core/index/checked_file.h"
#include "core/index/vector_index.h"

#include <algorithm>
#include <unordered_map>

namespace fusefind {

using Place = uint32_t; // number of a point in the graph

// Which labels stand at which place. Equal points share one place: hundreds of them in the graph, such as segments of
// silence, would link to each other only and cut off the rest.
class PlaceLabels {
public:
    void addPlaces(size_t count) {
        first_.resize(first_.size() + count, kNobody);
    } // each gets a label before the next call

    [[nodiscard]] size_t places() const { return first_.size(); }
    [[nodiscard]] size_t taken() const { return taken_; }         // places with a label; the rest lost theirs
    [[nodiscard]] size_t size() const { return placeOf_.size(); } // labels
    [[nodiscard]] bool isEmpty(Place place) const { return first_[place] == kNobody; }
    [[nodiscard]] bool contains(Label label) const { return placeOf_.contains(label); }

    void attach(Label label, Place place); // a label that stands nowhere yet
    void detach(Label label);              // unknown labels are ignored

    // Calls f(label) for each label at the place.
    template <class F>
    void forEach(Place place, const F& f) const {
        if (isEmpty(place)) return;
        f(first_[place]);
        if (others_.empty()) return;
        if (const auto others = others_.find(place); others != others_.end())
            std::for_each(others->second.begin(), others->second.end(), f);
    }
    [[nodiscard]] bool anyPasses(Place place, const LabelFilter& filter) const; // without a filter: not empty

    Status write(CheckedWriter& file) const;
    static Result<PlaceLabels> read(CheckedReader& file);

private:
    static constexpr Label kNobody = -1;

    std::vector<Label> first_;                             // by place
    std::unordered_map<Place, std::vector<Label>> others_; // of the few places with several
    std::unordered_map<Label, Place> placeOf_;
    size_t taken_ = 0;
};

} // namespace fusefind
