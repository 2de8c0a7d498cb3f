#include "core/protocol/judge_messages.h"

#include "core/protocol/internal/library_fields.h"

namespace fusefind {

namespace {

constexpr std::array<const char*, 2> kVerdicts{"good", "bad"}; // as Verdict

Json shareJson(const JudgedShare& share) {
    return {{"good", share.good}, {"judged", share.judged}};
}

Result<JudgedShare> readShare(const Json& json) {
    JudgedShare share;
    FieldReader fields(json, "a share of good results");
    readCount(fields, "judged", share.judged);
    fields.whole<int64_t>("good", share.good, 0, share.judged);
    return fields.finish(share);
}

Result<JudgedHit> readHit(const Json& json) {
    JudgedHit hit;
    FieldReader fields(json, "a judged hit");
    fields.file("path", hit.path);
    fields.name("verdict", hit.verdict, kVerdicts);
    return fields.finish(std::move(hit));
}

const char* nameOf(Verdict verdict) {
    return kVerdicts.at(static_cast<size_t>(verdict));
}

} // namespace

Json toJson(const Judgement& judgement) {
    Json json{{"terms", listJson(judgement.terms, termJson)},
              {"path", pathJson(judgement.path)},
              {"rank", judgement.rank},
              {"space", judgement.space}};
    if (judgement.verdict) json["verdict"] = nameOf(*judgement.verdict);
    return json;
}

Result<Judgement> judgementFromJson(const Json& json) {
    Judgement judgement;
    FieldReader fields(json, "what is said of a hit");
    fields.list("terms", judgement.terms, readTerm);
    fields.require(!judgement.terms.empty(), "nothing was looked for");
    fields.file("path", judgement.path);
    fields.optional("verdict", judgement.verdict,
                    [&](Verdict& verdict) { fields.name("verdict", verdict, kVerdicts); });
    fields.whole<int64_t>("rank", judgement.rank, 1, kMostCount);
    fields.text("space", judgement.space);
    return fields.finish(std::move(judgement));
}

Json toJson(const JudgedHit& hit) {
    return {{"path", pathJson(hit.path)}, {"verdict", nameOf(hit.verdict)}};
}

Result<std::vector<JudgedHit>> judgedHitsFromJson(const Json& json) {
    std::vector<JudgedHit> hits;
    FieldReader fields(json, "the judged hits");
    fields.list("hits", hits, readHit);
    return fields.finish(std::move(hits));
}

Json judgedQueryJson(const std::vector<QueryTerm>& terms) {
    return {{"terms", listJson(terms, termJson)}};
}

Result<std::vector<QueryTerm>> judgedQueryFromJson(const Json& json) {
    std::vector<QueryTerm> terms;
    FieldReader fields(json, "what was looked for");
    fields.list("terms", terms, readTerm);
    return fields.finish(std::move(terms));
}

Json toJson(const JudgedCounts& counts) {
    return {{"all", shareJson(counts.all)}, {"within", listJson(counts.within, shareJson)}};
}

Result<JudgedCounts> judgedCountsFromJson(const Json& json) {
    JudgedCounts counts;
    std::vector<JudgedShare> within;
    FieldReader fields(json, "how many hits were judged");
    fields.value("all", counts.all, readShare);
    fields.list("within", within, readShare);
    fields.require(within.size() == counts.within.size(), "\"within\" are not three");
    std::copy_n(within.begin(), std::min(within.size(), counts.within.size()), counts.within.begin());
    return fields.finish(counts);
}

} // namespace fusefind
