#include "core/library/judged_pairs.h"

#include "core/library/library.h"

namespace fusefind {

namespace {

// Equal for equal questions: terms in their order, with their weights.
Sha256 contentOf(std::span<const QueryTerm> terms) {
    std::vector<QueryTerm> all(terms.begin(), terms.end());
    if (all.size() == 1) all.front().weight = 1; // which changes nothing where it is the only one
    std::vector<uint8_t> bytes = Json::to_cbor(judgedQueryJson(all));
    return hashBytes(std::as_bytes(std::span(bytes)));
}

const QueryTerm* onlyTerm(std::span<const QueryTerm> terms) {
    return terms.size() == 1 && terms.front().wanted ? &terms.front() : nullptr;
}

Status keep(Database& database, const Judgement& judgement, const Item& item) {
    const QueryTerm* const only = onlyTerm(judgement.terms);
    const auto text = only && !only->text.empty() ? std::optional(only->text) : std::nullopt;
    const auto file = only && only->text.empty() ? std::optional(only->file) : std::nullopt;
    return database.execute("INSERT OR REPLACE INTO judged_pairs (query, text, file, content, path, good, rank, space,"
                            " judged_at_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                            contentOf(judgement.terms), text, file, item.content, item.path,
                            *judgement.verdict == Verdict::good ? 1 : 0, judgement.rank, judgement.space, nowMs());
}

Result<JudgedShare> shareOf(Statement& query) {
    FUSEFIND_TRY_ASSIGN(const bool row, query.step());
    FUSEFIND_ASSERT(row); // of sums there always is one
    return JudgedShare{query.integer(0), query.integer(1)};
}

} // namespace

Status judge(Database& database, const Judgement& judgement) {
    FUSEFIND_TRY_ASSIGN(const auto item, Library(database).find(judgement.path));
    if (!item) return fail(ErrorCode::notFound, "not in the library any more", judgement.path);
    if (judgement.verdict) return keep(database, judgement, *item);
    return database.execute("DELETE FROM judged_pairs WHERE query = ?1 AND content = ?2", contentOf(judgement.terms),
                            item->content);
}

Result<std::vector<JudgedHit>> judgedHits(Database& database, std::span<const QueryTerm> terms) {
    std::vector<JudgedHit> hits;
    FUSEFIND_TRY_ASSIGN(auto query, database.prepare("SELECT i.path, j.good FROM judged_pairs j JOIN items i"
                                                     " ON i.content = j.content WHERE j.query = ?1 ORDER BY i.path"));
    FUSEFIND_TRY(query.bind(contentOf(terms)).each([&](const Statement& row) {
        hits.push_back({row.path(0), row.integer(1) != 0 ? Verdict::good : Verdict::bad});
    }));
    return hits;
}

Result<JudgedCounts> judgedCounts(Database& database, std::string_view space) {
    JudgedCounts counts;
    FUSEFIND_TRY_ASSIGN(auto all, database.prepare("SELECT coalesce(sum(good), 0), count(*) FROM judged_pairs"));
    FUSEFIND_TRY_ASSIGN(counts.all, shareOf(all));
    FUSEFIND_TRY_ASSIGN(auto some, database.prepare("SELECT coalesce(sum(good), 0), count(*) FROM judged_pairs"
                                                    " WHERE space = ?1 AND rank <= ?2"));
    for (size_t k = 0; k < kRecallAt.size(); ++k) {
        FUSEFIND_TRY_ASSIGN(counts.within[k], shareOf(some.bind(space, kRecallAt[k])));
    }
    return counts;
}

Result<std::vector<GoodPair>> goodPairs(Database& database) {
    std::vector<GoodPair> pairs;
    FUSEFIND_TRY_ASSIGN(auto query, database.prepare("SELECT j.text, min(i.path), i.kind, i.content"
                                                     " FROM judged_pairs j JOIN items i ON i.content = j.content"
                                                     " WHERE j.good = 1 AND j.text IS NOT NULL"
                                                     " GROUP BY j.id ORDER BY j.id"));
    FUSEFIND_TRY(query.each([&](const Statement& row) {
        GoodPair& pair = pairs.emplace_back();
        pair.text = row.text(0);
        pair.file = row.path(1);
        pair.kind = itemKindFromString(row.text(2)).value_or(ItemKind::image);
        pair.content = row.content(3);
    }));
    return pairs;
}

} // namespace fusefind
