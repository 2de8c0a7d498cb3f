#pragma once

#include "core/protocol/library_messages.h"
#include "ui/views/preview/time_span.h"

#include <QtCore/QString>

namespace fusefind {

QString shownName(const std::filesystem::path& path);
QString shownFolder(const std::filesystem::path& path);
QString kindText(ItemKind kind);
QString sizeText(int64_t bytes);
QString dimensionsText(const LibraryItem& item); // empty if unknown
QString modifiedText(int64_t ms);                // local time
QString takenText(int64_t ms);                   // as the camera's clock said

// 0:35 or 1:02:03; a sound of less than ten seconds is told in tenths.
QString clockText(double seconds);
QString clockText(double seconds, double ofSeconds);
QString clockText(const TimeSpan& span);

// What a hit says about the moment that matched; none if all of the file did.
std::optional<TimeSpan> matchedMoment(const LibraryHit& hit);

// An error as a sentence of its own.
QString sentence(const Error& error);

} // namespace fusefind
