#pragma once

#include "core/protocol/dataset_reports.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace fusefind {

// Pairs of a data set, in words for people.
QString pairKindName(DataPairKind kind);   // "Picture and caption"
QString pairKindPlural(DataPairKind kind); // "Pictures with captions"
QString splitName(Split split);            // "Training"
QString fileNames(const DataPair& pair);   // "dog.jpg", "dog.jpg + dog.wav"
QString notesOf(const DataPair& pair);     // "excluded · caption mended · file missing · …"; may be empty

// All that is known, for tool tips and screen readers.
QString describePair(const DataPair& pair);

// "Pictures: 1,464" and so on, a line each.
QStringList statisticsText(const DataStatistics& statistics);

} // namespace fusefind
