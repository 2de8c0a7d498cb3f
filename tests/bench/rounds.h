#pragma once

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <iostream>
#include <string>

namespace fusefind {

using Clock = std::chrono::steady_clock;

inline double millisecondsSince(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

// The protocol of a measuring program and its driver (rows/peer.py): a line that says how many milliseconds it took to
// get ready, then for each line on standard input what `round(line)` measured, a line each.
template <class Round>
void playRounds(double readyMilliseconds, const Round& round) {
    const auto say = [](double value) {
        fmt::print("{:.4f}\n", value);
        std::fflush(stdout);
    };
    say(readyMilliseconds);
    for (std::string line; std::getline(std::cin, line);)
        say(round(line));
}

} // namespace fusefind
