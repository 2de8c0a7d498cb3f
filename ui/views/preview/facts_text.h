#pragma once

#include "core/protocol/library_messages.h"
#include "ui/views/preview/time_span.h"

#include <QtCore/QString>

namespace fusefind {

// What the inspector and the preview say of a file beyond ui/models/item_text.h.
QString sizeText(int64_t bytes);
QString dimensionsText(const LibraryItem& item); // empty if unknown
QString modifiedText(int64_t ms);                // local time
QString takenText(int64_t ms);                   // as the camera's clock said

// As durationText; a moment of a sound shorter than ten seconds in tenths of a second.
QString clockText(double seconds, double ofSeconds);
QString clockText(const TimeSpan& span);

// What a hit says about the moment that matched; none if all of the file did.
std::optional<TimeSpan> matchedMoment(const LibraryHit& hit);

// An error as a sentence of its own.
QString sentence(const Error& error);

} // namespace fusefind
