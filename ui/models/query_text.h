#pragma once

#include "core/protocol/library_messages.h"

#include <QtCore/QString>

namespace fusefind {

// What was typed, as terms: a word that begins with '-' starts what is unwanted, one that begins with '+' what is
// wanted again. "beach -crowd of people +sunset" wants "beach" and "sunset" and keeps away from "crowd of people".
std::vector<QueryTerm> termsOfText(const QString& text);

struct DescribedTerm {
    QueryTerm term;
    bool similar = false; // asked for by "more like this"
};

// "Searching by rain.wav and “a beach”, without “people”", "Similar to IMG_1.jpg, unlike IMG_2.jpg"; nothing for
// nothing.
QString describeQuery(const std::vector<DescribedTerm>& terms);

} // namespace fusefind
