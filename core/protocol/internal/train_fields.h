#pragma once

#include "core/protocol/internal/fields.h"

namespace fusefind {

// What the readers of train_messages.h share.

inline constexpr double kFastestRate = 1e12; // a second

} // namespace fusefind
