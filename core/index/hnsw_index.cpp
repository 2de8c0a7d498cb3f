#include "core/index/hnsw_index.h"

#include "core/index/top_k.h"

#include <fmt/format.h>

#include <cstring>
#include <mutex>
#include <new>
#include <thread>

namespace fusefind {

namespace {

constexpr size_t kSmallestCapacity = 1024;
constexpr size_t kPointsWorthAThread = 64; // a batch below this is added by the calling thread alone

// Where looking at every point takes no longer than the graph, or is surer (measured by bench_index).
constexpr size_t kScannedAnyway = 1000;     // points
constexpr size_t kPointsPerNeighbour = 100; // fewer points than this for each neighbour asked for
constexpr double kSelective = 0.2;          // share of points that a filter passes
constexpr size_t kFilterSample = 256;

tl::unexpected<Error> noMemory() {
    return fail(ErrorCode::outOfMemory, "not enough memory for the index");
}

size_t hashOf(const std::byte* row, size_t bytes) {
    return std::hash<std::string_view>()({reinterpret_cast<const char*>(row), bytes});
}

} // namespace

// A batch, sorted out: rows that need a place of their own, and labels that share the place of one of them.
struct HnswIndex::NewPoints {
    std::vector<size_t> rows;  // in the batch
    std::vector<Label> labels; // of each of these rows
    std::vector<size_t> hashes;
    std::vector<std::pair<Label, size_t>> twins; // a label and where in `rows` its equal is
};

// What compaction keeps, copied, so that nobody waits for it.
struct HnswIndex::LeftPoints {
    std::vector<Place> places;
    std::vector<std::byte> rows; // encoded, of each place
    uint64_t changes = 0;        // before it was copied
};

HnswIndex::HnswIndex(const Quantizer& quantizer, unsigned threads, std::unique_ptr<HnswGraph> graph, PlaceLabels labels)
    : quantizer_(quantizer),
      threads_(threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency())),
      graph_(std::move(graph)),
      labels_(std::move(labels)) {}

HnswIndex::~HnswIndex() = default;

Result<std::unique_ptr<HnswIndex>> HnswIndex::create(size_t dim, unsigned threads) {
    if (dim == 0 || dim > Quantizer::kLargestDim)
        return fail(ErrorCode::invalidInput, fmt::format("an index of {} dimensions", dim));
    const Quantizer quantizer(dim);
    FUSEFIND_TRY_ASSIGN(auto graph, HnswGraph::create(quantizer, kSmallestCapacity));
    return std::unique_ptr<HnswIndex>(new HnswIndex(quantizer, threads, std::move(graph), {}));
}

Status HnswIndex::usable() const {
    if (broken_) return fail(ErrorCode::internal, "the index failed before", {}, "build the index again");
    return {};
}

size_t HnswIndex::size() const {
    const std::shared_lock lock(mutex_);
    return labels_.size();
}

std::vector<Label> HnswIndex::labels() const {
    const std::shared_lock lock(mutex_);
    std::vector<Label> labels;
    labels.reserve(labels_.size());
    for (Place place = 0; place < labels_.places(); ++place)
        labels_.forEach(place, [&](Label label) { labels.push_back(label); });
    std::sort(labels.begin(), labels.end());
    return labels;
}

std::optional<Place> HnswIndex::placeWith(const std::byte* row) const {
    const auto found = placeOfRow_->find(hashOf(row, quantizer_.rowBytes()));
    if (found == placeOfRow_->end() || !graph_->rowIs(found->second, row)) return {};
    return found->second;
}

void HnswIndex::rememberRows() {
    placeOfRow_.emplace();
    placeOfRow_->reserve(graph_->count());
    std::vector<std::byte> row(quantizer_.rowBytes());
    for (Place place = 0; place < graph_->count(); ++place) {
        graph_->copyRow(place, row.data());
        placeOfRow_->emplace(hashOf(row.data(), row.size()), place);
    }
}

// Gives labels whose row the graph holds already their place.
HnswIndex::NewPoints HnswIndex::sortOut(std::span<const Label> labels, const Matrix& rows) {
    if (!placeOfRow_) rememberRows();
    std::unordered_map<Label, size_t> lastRow;
    for (size_t i = 0; i < labels.size(); ++i)
        lastRow[labels[i]] = i;
    NewPoints fresh;
    std::unordered_map<size_t, size_t> freshWithHash;
    std::vector<std::byte> row(quantizer_.rowBytes());
    std::vector<std::byte> earlier(quantizer_.rowBytes());
    for (size_t i = 0; i < labels.size(); ++i) {
        if (lastRow[labels[i]] != i) continue;
        quantizer_.encode(rows.row(i), row.data());
        if (const auto place = placeWith(row.data())) {
            labels_.attach(labels[i], *place);
            continue;
        }
        const size_t hash = hashOf(row.data(), row.size());
        const auto [same, isNew] = freshWithHash.try_emplace(hash, fresh.rows.size());
        if (!isNew) {
            quantizer_.encode(rows.row(fresh.rows[same->second]), earlier.data());
            if (earlier == row) {
                fresh.twins.emplace_back(labels[i], same->second);
                continue;
            }
        }
        fresh.rows.push_back(i);
        fresh.labels.push_back(labels[i]);
        fresh.hashes.push_back(hash);
    }
    return fresh;
}

Status HnswIndex::addNew(const NewPoints& fresh, const Matrix& rows) {
    const size_t needed = graph_->count() + fresh.rows.size();
    if (needed > graph_->capacity()) FUSEFIND_TRY(graph_->reserve(std::max(needed, 2 * graph_->capacity())));
    const auto encode = [&](size_t i, std::byte* out) { quantizer_.encode(rows.row(fresh.rows[i]), out); };
    FUSEFIND_TRY_ASSIGN(const auto places,
                        graph_->add(fresh.rows.size(), encode, fresh.rows.size() < kPointsWorthAThread ? 1 : threads_));
    labels_.addPlaces(places.size());
    for (size_t i = 0; i < places.size(); ++i) {
        labels_.attach(fresh.labels[i], places[i]);
        placeOfRow_->emplace(fresh.hashes[i], places[i]);
    }
    for (const auto& [label, twinOf] : fresh.twins)
        labels_.attach(label, places[twinOf]);
    return {};
}

Status HnswIndex::add(std::span<const Label> labels, const Matrix& rows) {
    FUSEFIND_TRY(checkRows(labels, rows, dim()));
    const std::unique_lock lock(mutex_);
    FUSEFIND_TRY(usable());
    ++changes_;
    broken_ = true; // until all of it is done
    try {
        for (const Label label : labels)
            labels_.detach(label);
        FUSEFIND_TRY(addNew(sortOut(labels, rows), rows));
    } catch (const std::bad_alloc&) {
        return noMemory();
    }
    broken_ = false;
    return {};
}

Status HnswIndex::remove(std::span<const Label> labels) {
    const std::unique_lock lock(mutex_);
    FUSEFIND_TRY(usable());
    ++changes_;
    for (const Label label : labels)
        labels_.detach(label);
    return {};
}

bool HnswIndex::wantsCompaction() const {
    const std::shared_lock lock(mutex_);
    return 5 * (labels_.places() - labels_.taken()) > labels_.places();
}

HnswIndex::LeftPoints HnswIndex::leftPoints() const {
    const std::shared_lock lock(mutex_);
    LeftPoints left;
    left.changes = changes_;
    for (Place place = 0; place < labels_.places(); ++place)
        if (!labels_.isEmpty(place)) left.places.push_back(place);
    left.rows.resize(left.places.size() * quantizer_.rowBytes());
    for (size_t i = 0; i < left.places.size(); ++i)
        graph_->copyRow(left.places[i], left.rows.data() + i * quantizer_.rowBytes());
    return left;
}

Status HnswIndex::compact() {
    try {
        const LeftPoints left = leftPoints();
        FUSEFIND_TRY_ASSIGN(auto graph, HnswGraph::create(quantizer_, std::max(kSmallestCapacity, left.places.size())));
        const auto copy = [&](size_t i, std::byte* out) {
            std::memcpy(out, left.rows.data() + i * quantizer_.rowBytes(), quantizer_.rowBytes());
        };
        FUSEFIND_TRY_ASSIGN(const auto places, graph->add(left.places.size(), copy, threads_));

        const std::unique_lock lock(mutex_);
        FUSEFIND_TRY(usable());
        if (changes_ != left.changes) return {};
        PlaceLabels labels;
        labels.addPlaces(places.size());
        for (size_t i = 0; i < places.size(); ++i)
            labels_.forEach(left.places[i], [&](Label label) { labels.attach(label, places[i]); });
        graph_ = std::move(graph);
        labels_ = std::move(labels);
        placeOfRow_.reset();
        breadth_ = {};
        ++changes_;
    } catch (const std::bad_alloc&) {
        return noMemory();
    }
    return {};
}

bool HnswIndex::scanIsBetter(size_t k, const LabelFilter& filter) const {
    if (labels_.size() <= std::max(kScannedAnyway, std::min(k, labels_.size()) * kPointsPerNeighbour)) return true;
    if (!filter) return false;
    size_t seen = 0;
    size_t passed = 0;
    const size_t step = std::max<size_t>(1, labels_.places() / kFilterSample);
    for (size_t place = 0; place < labels_.places(); place += step) {
        if (labels_.isEmpty(static_cast<Place>(place))) continue;
        ++seen;
        passed += labels_.anyPasses(static_cast<Place>(place), filter) ? 1 : 0;
    }
    return static_cast<double>(passed) <= kSelective * static_cast<double>(seen);
}

std::vector<Neighbour> HnswIndex::scan(const QuantizedQuery& query, size_t k, const LabelFilter& filter) const {
    TopK best(k);
    for (Place place = 0; place < labels_.places(); ++place) {
        if (!labels_.anyPasses(place, filter)) continue;
        const float score = graph_->score(query, place);
        labels_.forEach(place, [&](Label label) {
            if (!filter || filter(label)) best.offer({label, score});
        });
    }
    return best.take();
}

Result<std::vector<Neighbour>> HnswIndex::search(std::span<const float> query, size_t k, const LabelFilter& filter,
                                                 SearchMode mode) const {
    const std::shared_lock lock(mutex_);
    return searchWith(breadth_, query, k, filter, mode);
}

Result<std::vector<Neighbour>> HnswIndex::searchWith(const SearchBreadth& breadth, std::span<const float> query,
                                                     size_t k, const LabelFilter& filter, SearchMode mode) const {
    FUSEFIND_TRY(checkQuery(query, dim()));
    FUSEFIND_TRY(usable());
    const QuantizedQuery encoded = quantizer_.encodeQuery(query);
    if (mode == SearchMode::exact || scanIsBetter(k, filter)) return scan(encoded, k, filter);
    PlaceFilter counts;
    if (filter || labels_.taken() < labels_.places())
        counts = [&](Place place) { return labels_.anyPasses(place, filter); };
    FUSEFIND_TRY_ASSIGN(const auto found,
                        graph_->search(encoded, breadth.of(k, labels_.places(), filter != nullptr), counts));
    TopK best(k);
    size_t offered = 0;
    for (const auto& [place, score] : found)
        labels_.forEach(place, [&, at = score](Label label) {
            if (filter && !filter(label)) return;
            best.offer({label, at});
            ++offered;
        });
    // Too few: the filter passes few, or points that the graph does not reach.
    if (offered < std::min(k, labels_.size())) return scan(encoded, k, filter);
    return best.take();
}

} // namespace fusefind
