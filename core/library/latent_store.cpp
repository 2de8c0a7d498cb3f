#include "core/library/latent_store.h"

#include "core/tensors/row_file.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace fusefind {

namespace {

Result<int64_t> encoderId(Database& database, std::string_view encoder, size_t dim) {
    FUSEFIND_TRY(database.execute("INSERT INTO encoders (name, dim) VALUES (?1, ?2)"
                                  " ON CONFLICT (name) DO UPDATE SET dim = ?2",
                                  encoder, dim));
    FUSEFIND_TRY_ASSIGN(const auto id, database.integer("SELECT id FROM encoders WHERE name = ?1", encoder));
    FUSEFIND_ASSERT(id.has_value());
    return id.value_or(0);
}

Status makeFolder(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return fail(systemError("cannot create the folder", folder, error.value()));
    return {};
}

} // namespace

bool fitsHalf(const Matrix& rows) {
    constexpr float kLargestHalf = 65504;
    return std::ranges::all_of(rows.values(), [](float value) { return std::abs(value) <= kLargestHalf; });
}

Result<LatentStore> LatentStore::open(Database& database, const std::filesystem::path& folder, std::string_view encoder,
                                      size_t dim, const Sha256& fingerprint) {
    FUSEFIND_TRY(makeFolder(folder));
    FUSEFIND_TRY_ASSIGN(std::shared_ptr<RowFile> file, RowFile::open(folder / "rows.f16", dim, fingerprint));
    FUSEFIND_TRY_ASSIGN(const int64_t id, encoderId(database, encoder, dim));
    FUSEFIND_TRY(database.execute("DELETE FROM latents WHERE encoder = ?1 AND row >= ?2", id, file->rows()));
    return LatentStore(database, std::move(file), id, dim);
}

Result<bool> LatentStore::contains(const Sha256& content) {
    FUSEFIND_TRY_ASSIGN(const auto found,
                        database_->integer("SELECT 1 FROM segments s CROSS JOIN latents l ON l.segment = s.id"
                                           " WHERE s.content = ?1 AND l.encoder = ?2 LIMIT 1",
                                           content, encoder_));
    return found.has_value();
}

Status LatentStore::append(std::span<const NewLatents> latents) {
    std::vector<const NewLatents*> fresh;
    std::set<Sha256> seen;
    Matrix rows;
    for (const NewLatents& one : latents) {
        FUSEFIND_ASSERT(!one.rows.empty() && one.rows.cols() == dim_ && one.rows.rows() == one.times.size());
        FUSEFIND_TRY_ASSIGN(const bool there, contains(one.content));
        if (there || !seen.insert(one.content).second) continue;
        fresh.push_back(&one);
        rows.append(one.rows);
    }
    if (fresh.empty()) return {};

    FUSEFIND_TRY_ASSIGN(const uint64_t firstRow, file_->append(rows));
    FUSEFIND_TRY(file_->sync());
    auto row = static_cast<int64_t>(firstRow);
    FUSEFIND_TRY_ASSIGN(auto transaction, Transaction::begin(*database_));
    for (const NewLatents* one : fresh) {
        FUSEFIND_TRY(insert(*one, row));
        row += static_cast<int64_t>(one->times.size());
    }
    return transaction.commit();
}

Status LatentStore::insert(const NewLatents& latents, int64_t firstRow) {
    for (size_t i = 0; i < latents.times.size(); ++i) {
        const SegmentTime& time = latents.times[i];
        FUSEFIND_TRY(database_->execute("INSERT INTO segments (content, start_ms, end_ms) VALUES (?1, ?2, ?3)"
                                        " ON CONFLICT DO NOTHING",
                                        latents.content, time.startMs, time.endMs));
        FUSEFIND_TRY(database_->execute("INSERT INTO latents (encoder, segment, row) SELECT ?1, id, ?2 FROM segments"
                                        " WHERE content = ?3 AND start_ms = ?4 AND end_ms = ?5",
                                        encoder_, firstRow + static_cast<int64_t>(i), latents.content, time.startMs,
                                        time.endMs));
    }
    return {};
}

Status LatentStore::collect(Statement& query, size_t owner, std::vector<Place>& places) {
    while (true) {
        FUSEFIND_TRY_ASSIGN(const bool row, query.step());
        if (!row) return {};
        places.push_back(
            {owner, query.integer(0), {query.integer(1), query.integer(2)}, static_cast<uint64_t>(query.integer(3))});
    }
}

Result<StoredLatents> LatentStore::fetch(std::span<const Place> places) const {
    StoredLatents found;
    found.rows = Matrix(places.size(), dim_);
    for (size_t i = 0; i < places.size(); ++i) {
        FUSEFIND_TRY(file_->read(places[i].row, found.rows.row(i)));
        found.labels.push_back(places[i].label);
        found.times.push_back(places[i].time);
        found.owners.push_back(places[i].owner);
    }
    return found;
}

Status LatentStore::keepPlaces() {
    if (kept_) return {};
    std::vector<std::pair<int64_t, uint64_t>> rowOf; // by segment
    FUSEFIND_TRY_ASSIGN(auto rows,
                        database_->prepare("SELECT segment, row FROM latents WHERE encoder = ?1 ORDER BY segment"));
    rows.bind(encoder_);
    FUSEFIND_TRY(rows.each(
        [&](const Statement& row) { rowOf.emplace_back(row.integer(0), static_cast<uint64_t>(row.integer(1))); }));
    std::vector<KeptPlace> kept;
    kept.reserve(rowOf.size());
    FUSEFIND_TRY_ASSIGN(auto segments, database_->prepare("SELECT id, content, start_ms, end_ms FROM segments"
                                                          " ORDER BY content, start_ms, end_ms"));
    FUSEFIND_TRY(segments.each([&](const Statement& row) {
        const int64_t label = row.integer(0);
        const auto found = std::ranges::lower_bound(rowOf, label, {}, &std::pair<int64_t, uint64_t>::first);
        if (found == rowOf.end() || found->first != label) return;
        kept.push_back({row.content(1), {0, label, {row.integer(2), row.integer(3)}, found->second}});
    }));
    kept_ = std::move(kept);
    return {};
}

std::vector<LatentStore::Place> LatentStore::keptPlaces(std::span<const Sha256> contents) const {
    std::vector<Place> places;
    for (size_t i = 0; i < contents.size(); ++i)
        for (const KeptPlace& kept : std::ranges::equal_range(*kept_, contents[i], {}, &KeptPlace::content)) {
            places.push_back(kept.place);
            places.back().owner = i;
        }
    return places;
}

// In the order in which the database keeps them: many at once then touch each of its pages once.
Result<std::vector<LatentStore::Place>> LatentStore::lookUp(std::span<const Sha256> contents) {
    std::vector<size_t> order(contents.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::ranges::sort(order, {}, [&](size_t i) { return contents[i]; });
    FUSEFIND_TRY_ASSIGN(
        auto query, database_->prepare("SELECT s.id, s.start_ms, s.end_ms, l.row FROM segments s CROSS JOIN latents l"
                                       " ON l.segment = s.id WHERE s.content = ?1 AND l.encoder = ?2"
                                       " ORDER BY s.start_ms, s.end_ms"));
    std::vector<Place> places;
    places.reserve(contents.size());
    for (const size_t i : order)
        FUSEFIND_TRY(collect(query.bind(contents[i], encoder_), i, places));
    std::ranges::stable_sort(places, {}, &Place::owner);
    return places;
}

Result<StoredLatents> LatentStore::read(std::span<const Sha256> contents) {
    if (kept_) return fetch(keptPlaces(contents));
    FUSEFIND_TRY_ASSIGN(const std::vector<Place> places, lookUp(contents));
    return fetch(places);
}

Result<StoredLatents> LatentStore::readLabels(std::span<const int64_t> labels) {
    FUSEFIND_TRY_ASSIGN(auto query,
                        database_->prepare("SELECT s.id, s.start_ms, s.end_ms, l.row FROM latents l JOIN segments s"
                                           " ON s.id = l.segment WHERE l.segment = ?1 AND l.encoder = ?2"));
    std::vector<Place> places;
    places.reserve(labels.size());
    for (size_t i = 0; i < labels.size(); ++i)
        FUSEFIND_TRY(collect(query.bind(labels[i], encoder_), i, places));
    return fetch(places);
}

Result<std::vector<int64_t>> LatentStore::labels() {
    std::vector<int64_t> labels;
    FUSEFIND_TRY_ASSIGN(auto query,
                        database_->prepare("SELECT segment FROM latents WHERE encoder = ?1 ORDER BY segment"));
    query.bind(encoder_);
    FUSEFIND_TRY(query.each([&](const Statement& row) { labels.push_back(row.integer(0)); }));
    return labels;
}

} // namespace fusefind
