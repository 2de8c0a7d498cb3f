#include "core/index/place_labels.h"

namespace fusefind {

namespace {

// The part of the file: this, then all labels in order of their places.
struct LabelsHeader {
    uint64_t places = 0;
    uint64_t labels = 0;
};

struct LabelEntry {
    int64_t label = 0;
    uint64_t place = 0;
};

} // namespace

void PlaceLabels::attach(Label label, Place place) {
    FUSEFIND_ASSERT(label >= 0 && place < places() && !contains(label));
    placeOf_.emplace(label, place);
    if (isEmpty(place)) {
        first_[place] = label;
        ++taken_;
    } else {
        others_[place].push_back(label);
    }
}

void PlaceLabels::detach(Label label) {
    const auto found = placeOf_.find(label);
    if (found == placeOf_.end()) return;
    const Place place = found->second;
    placeOf_.erase(found);
    const auto others = others_.find(place);
    if (others == others_.end()) {
        first_[place] = kNobody;
        --taken_;
        return;
    }
    if (first_[place] == label) {
        first_[place] = others->second.back();
        others->second.pop_back();
    } else {
        std::erase(others->second, label);
    }
    if (others->second.empty()) others_.erase(others);
}

bool PlaceLabels::anyPasses(Place place, const LabelFilter& filter) const {
    if (!filter) return !isEmpty(place);
    bool passes = false;
    forEach(place, [&](Label label) { passes = passes || filter(label); });
    return passes;
}

Status PlaceLabels::write(CheckedWriter& file) const {
    FUSEFIND_TRY(file.writeValue(LabelsHeader{places(), size()}));
    for (Place place = 0; place < places(); ++place) {
        Status status;
        forEach(place, [&](Label label) {
            if (status) status = file.writeValue(LabelEntry{label, place});
        });
        FUSEFIND_TRY(status);
    }
    return {};
}

Result<PlaceLabels> PlaceLabels::read(CheckedReader& file) {
    LabelsHeader header;
    FUSEFIND_TRY(file.readValue(header));
    // The graph that follows takes more than this for a point, so that a wrong number cannot allocate much more than
    // the file.
    constexpr uint64_t kLeastPointBytes = 32;
    if (header.labels > file.remaining() / sizeof(LabelEntry) || header.places > file.remaining() / kLeastPointBytes)
        return file.damaged();
    PlaceLabels labels;
    labels.addPlaces(header.places);
    labels.placeOf_.reserve(header.labels);
    std::vector<LabelEntry> entries(header.labels); // at once: reading each by itself took a third of the time
    FUSEFIND_TRY(file.read(std::as_writable_bytes(std::span(entries))));
    for (const LabelEntry& entry : entries) {
        if (entry.label < 0 || entry.place >= header.places || labels.contains(entry.label)) return file.damaged();
        labels.attach(entry.label, static_cast<Place>(entry.place));
    }
    return labels;
}

} // namespace fusefind
