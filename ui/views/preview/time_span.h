#pragma once

namespace fusefind {

// A stretch of a sound, in seconds.
struct TimeSpan {
    double start = 0;
    double end = 0;

    [[nodiscard]] double length() const { return end - start; }
    [[nodiscard]] bool contains(double seconds) const { return seconds >= start && seconds < end; }
    bool operator==(const TimeSpan&) const = default;
};

} // namespace fusefind
