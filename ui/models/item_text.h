#pragma once

#include "core/protocol/library_messages.h"

#include <QtCore/QString>

namespace fusefind {

// What a file or a hit is, in words for people.
QString kindName(ItemKind kind);       // "Picture", "Sound", "Video"
QString kindPlural(ItemKind kind);     // "Pictures" …
QString durationText(double seconds);  // "0:35", "1:02:03"
QString momentText(const LibraryHit&); // "at 0:35", or nothing where all of the file matched
QString scoreText(float score);        // "0.31"

// One sentence of all that is known, for tool tips and screen readers.
QString describeHit(const LibraryHit& hit, bool scored);

} // namespace fusefind
