// The search of library_messages.h: what is asked for and what was found.
#include "core/protocol/internal/library_fields.h"
#include "core/protocol/library_messages.h"

namespace fusefind {

namespace {

constexpr size_t kMostHits = 100'000; // as the command line's --top
constexpr double kLightestWeight = 1e-6;
constexpr double kHeaviestWeight = 1e6;
constexpr double kLargestScore = 1e6; // a cosine is within 1; a weighted sum of them need not be

void readScore(FieldReader& fields, const char* key, std::optional<float>& score) {
    fields.optional(key, score, [&](float& value) { fields.number(key, value, -kLargestScore, kLargestScore); });
}

Json hitJson(const LibraryHit& hit) {
    Json json{{"item", toJson(hit.item)}, {"score", hit.score}};
    writeOptional(json, "startSeconds", hit.startSeconds);
    writeOptional(json, "endSeconds", hit.endSeconds);
    json["similar"] = listJson(hit.similar, [](const LibraryItem& item) { return toJson(item); });
    return json;
}

Result<LibraryHit> readHit(const Json& json) {
    LibraryHit hit;
    FieldReader fields(json, "a hit");
    fields.value("item", hit.item, libraryItemFromJson);
    fields.number("score", hit.score, -kLargestScore, kLargestScore);
    readSeconds(fields, "startSeconds", hit.startSeconds);
    readSeconds(fields, "endSeconds", hit.endSeconds);
    fields.list("similar", hit.similar, libraryItemFromJson);
    return fields.finish(std::move(hit));
}

} // namespace

Json termJson(const QueryTerm& term) {
    Json json = Json::object();
    if (term.text.empty())
        json["file"] = pathJson(term.file);
    else
        json["text"] = term.text;
    json["wanted"] = term.wanted;
    json["weight"] = term.weight;
    return json;
}

Result<QueryTerm> readTerm(const Json& json) {
    QueryTerm term;
    FieldReader fields(json, "a term of the search");
    if (fields.has("text"))
        fields.text("text", term.text);
    else
        fields.path("file", term.file);
    fields.require(!term.text.empty() || !term.file.empty(), "neither a text nor a file");
    fields.flag("wanted", term.wanted);
    fields.number("weight", term.weight, kLightestWeight, kHeaviestWeight);
    return fields.finish(std::move(term));
}

Json filterJson(const LibraryFilter& filter) {
    Json json{{"kinds", listJson(filter.kinds, kindJson)}, {"under", pathJson(filter.under)}};
    writeOptional(json, "fromMs", filter.fromMs);
    writeOptional(json, "toMs", filter.toMs);
    return json;
}

Result<LibraryFilter> readFilter(const Json& json) {
    LibraryFilter filter;
    std::vector<ItemKind> kinds;
    FieldReader fields(json, "the filter");
    fields.list("kinds", kinds, kindFromJson);
    filter.kinds.insert(kinds.begin(), kinds.end());
    fields.path("under", filter.under);
    readMoment(fields, "fromMs", filter.fromMs);
    readMoment(fields, "toMs", filter.toMs);
    return fields.finish(std::move(filter));
}

Json toJson(const LibraryQuery& query) {
    Json json{{"terms", listJson(query.terms, termJson)},
              {"filter", filterJson(query.filter)},
              {"space", query.space},
              {"top", query.top},
              {"exact", query.exact},
              {"foldSimilar", query.foldSimilar},
              {"firstHits", query.firstHits}};
    writeOptional(json, "minScore", query.minScore);
    return json;
}

Result<LibraryQuery> libraryQueryFromJson(const Json& json) {
    LibraryQuery query;
    FieldReader fields(json, "the search");
    fields.list("terms", query.terms, readTerm);
    fields.value("filter", query.filter, readFilter);
    fields.text("space", query.space);
    fields.whole<size_t>("top", query.top, 1, kMostHits);
    readScore(fields, "minScore", query.minScore);
    fields.flag("exact", query.exact);
    fields.flag("foldSimilar", query.foldSimilar);
    fields.whole<size_t>("firstHits", query.firstHits, 0, kMostHits);
    return fields.finish(std::move(query));
}

Json toJson(const LibraryAnswer& answer) {
    Json json{{"space", answer.space}, {"elapsedMs", answer.elapsedMs}, {"hits", listJson(answer.hits, hitJson)}};
    writeOptional(json, "closeScore", answer.closeScore);
    json["shortened"] = listJson(answer.shortened, pathJson);
    return json;
}

Result<LibraryAnswer> libraryAnswerFromJson(const Json& json) {
    LibraryAnswer answer;
    FieldReader fields(json, "the answer to a search");
    fields.text("space", answer.space);
    fields.number("elapsedMs", answer.elapsedMs, 0, kMostSeconds * 1000);
    fields.list("hits", answer.hits, readHit);
    readScore(fields, "closeScore", answer.closeScore);
    fields.list("shortened", answer.shortened, pathFromJson);
    return fields.finish(std::move(answer));
}

} // namespace fusefind
