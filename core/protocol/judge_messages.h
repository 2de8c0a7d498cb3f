#pragma once

#include "core/eval/recall.h"
#include "core/protocol/library_messages.h"

namespace fusefind {

enum class Verdict { good, bad };

// What the user says of a hit.
struct Judgement {
    std::vector<QueryTerm> terms;   // what was looked for
    std::filesystem::path path;     // of the hit, a file of the library
    std::optional<Verdict> verdict; // none: nothing any more
    int64_t rank = 1;               // of the hit among the results, from 1
    std::string space;              // that found it
};

struct JudgedHit {
    std::filesystem::path path;
    Verdict verdict = Verdict::good;
};

// Good ones of those that were judged.
struct JudgedShare {
    int64_t good = 0;
    int64_t judged = 0;
};

struct JudgedCounts {
    JudgedShare all;
    // Of the hits that one space found: those that stood among the first kRecallAt results when they were judged. Their
    // share of good ones is precision@k over what was judged, and says nothing of hits that nobody judged.
    std::array<JudgedShare, kRecallAt.size()> within;
};

Json toJson(const Judgement& judgement);
Json toJson(const JudgedHit& hit);
Json toJson(const JudgedCounts& counts);
Json judgedQueryJson(const std::vector<QueryTerm>& terms); // {"terms": [...]}

// Errors of all: invalidInput, naming the field.
Result<Judgement> judgementFromJson(const Json& json);
Result<std::vector<QueryTerm>> judgedQueryFromJson(const Json& json);
Result<std::vector<JudgedHit>> judgedHitsFromJson(const Json& json); // {"hits": [...]}
Result<JudgedCounts> judgedCountsFromJson(const Json& json);

} // namespace fusefind
