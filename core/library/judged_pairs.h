#pragma once

#include "core/base/hash.h"
#include "core/library/database.h"
#include "core/protocol/judge_messages.h"

namespace fusefind {

// What the user says of hits. Each write is a small transaction of its own, beside whatever else writes.

// Keeps it, in the place of what was said of this hit of this query before, or forgets it. Errors: notFound (no file of
// the library).
Status judge(Database& database, const Judgement& judgement);

// The files of the library that something was said of as results of this query, by path: copies and files that were
// moved since, too.
Result<std::vector<JudgedHit>> judgedHits(Database& database, std::span<const QueryTerm> terms);

Result<JudgedCounts> judgedCounts(Database& database, std::string_view space);

// A file that is a good result for a text alone: what a training can learn from.
struct GoodPair {
    std::string text;
    std::filesystem::path file; // of the library, now
    ItemKind kind = ItemKind::image;
    Sha256 content{};
};
// Those whose files are in the library now, each content by its first path; in the order in which they were judged.
Result<std::vector<GoodPair>> goodPairs(Database& database);

} // namespace fusefind
