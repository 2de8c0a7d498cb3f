#pragma once

#include <stop_token>

namespace fusefind {

// Turns Ctrl-C and SIGTERM into a stop request; a second one ends the process at once with status 130.
// Blocks these signals for the whole process, so call it first thing in main, before any thread starts.
std::stop_token stopOnInterrupt();

} // namespace fusefind
