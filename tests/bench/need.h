#pragma once

#include "core/base/result.h"

#include <fmt/format.h>

#include <cstdlib>
#include <string>
#include <utility>

namespace fusefind {

// A measurement that cannot go on says why and ends with status 1.
[[noreturn]] inline void giveUp(const std::string& reason) {
    fmt::print(stderr, "error: {}\n", reason);
    std::exit(1);
}

template <class T>
T need(Result<T> result) {
    if (!result) giveUp(result.error().text());
    return std::move(*result);
}
inline void need(const Status& status) {
    if (!status) giveUp(status.error().text());
}

} // namespace fusefind
