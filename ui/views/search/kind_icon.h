#pragma once

#include "core/base/modality.h"
#include "ui/theme/icons.h"

namespace fusefind {

inline QIcon kindIcon(ItemKind kind) {
    switch (kind) {
    case ItemKind::image:
        return icon("picture");
    case ItemKind::audio:
        return icon("sound");
    case ItemKind::video:
        return icon("video");
    }
    return {};
}

} // namespace fusefind
