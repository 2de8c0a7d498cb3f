#pragma once

#include "core/library/database.h"

#include <string>

namespace fusefind {

// The captions of data sets and the index of their words, in step. Within a transaction of the caller's.

Status addCaption(Database& database, int64_t id, int64_t reading, std::string_view text,
                  const std::optional<std::string>& original);

// `original` is what the folder says; nothing where `text` is that.
Status setCaption(Database& database, int64_t id, std::string_view text, const std::optional<std::string>& original);

// Up to `most` captions of a reading; how many there were.
Result<int64_t> removeCaptions(Database& database, int64_t reading, int64_t most);

// What a person typed as a question for the index: every word has to occur, the last one as far as it was typed. No
// character has a meaning of its own. Empty: any caption will do.
std::string captionQuery(std::string_view typed);

} // namespace fusefind
