#include "core/index/hnsw_index.h"

#include "core/index/hnsw_graph.h"
#include "core/index/top_k.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <cstring>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace fusefind {

namespace {

constexpr size_t kSmallestCapacity = 1024;
constexpr size_t kPointsWorthAThread = 64; // a batch below this is added by the calling thread alone

// Candidates kept during a search for k: recall@10 is above 0.98 on latent-like data (test_hnsw_index).
constexpr size_t kSmallestEf = 128;
size_t efFor(size_t k) {
    return std::max(2 * k, kSmallestEf);
}

// Where looking at every point takes no longer than the graph, or is surer (measured by bench_index).
constexpr size_t kScannedAnyway = 1000;     // points
constexpr size_t kPointsPerNeighbour = 100; // fewer points than this for each neighbour asked for
constexpr double kSelective = 0.2;          // share of points that a filter passes
constexpr size_t kFilterSample = 256;

constexpr std::array<char, 8> kMagic{'F', 'F', 'I', 'N', 'D', 'H', 'N', 'S'};
constexpr uint32_t kFormatVersion = 1;
constexpr uint32_t kLongestFingerprint = 1 << 16;
constexpr uint64_t kLargestDim = 1 << 16;

// The file: this, the fingerprint, the graph (hnsw_graph.cpp), SHA-256 over all of it. Little-endian.
struct FileHeader {
    std::array<char, 8> magic = kMagic;
    uint32_t version = kFormatVersion;
    uint32_t storage = 0;
    uint64_t dim = 0;
    uint64_t live = 0;
    uint64_t fingerprintBytes = 0;
};

// For each label its last row; labels given twice are rare, but must not be added twice.
std::vector<size_t> lastRows(std::span<const Label> labels) {
    std::unordered_map<Label, size_t> last;
    last.reserve(labels.size());
    for (size_t i = 0; i < labels.size(); ++i)
        last[labels[i]] = i;
    std::vector<size_t> rows;
    rows.reserve(last.size());
    for (size_t i = 0; i < labels.size(); ++i)
        if (last[labels[i]] == i) rows.push_back(i);
    return rows;
}

Status checkHeader(const FileHeader& header, std::string_view fingerprint, CheckedReader& file) {
    if (header.magic != kMagic) return fail(ErrorCode::invalidInput, "not an index", file.path());
    if (header.version != kFormatVersion)
        return fail(ErrorCode::unsupported,
                    fmt::format("an index of format {}, not {}", header.version, kFormatVersion), file.path(),
                    "build the index again");
    if (header.storage > static_cast<uint32_t>(Storage::f16) || header.dim == 0 || header.dim > kLargestDim ||
        header.fingerprintBytes > kLongestFingerprint)
        return file.damaged();
    std::string found(header.fingerprintBytes, '\0');
    FUSEFIND_TRY(file.read(std::as_writable_bytes(std::span(found))));
    if (found != fingerprint)
        return fail(ErrorCode::invalidInput, "an index of something else", file.path(), "build the index again");
    return {};
}

} // namespace

HnswIndex::HnswIndex(const RowCodec& codec, unsigned threads, std::unique_ptr<HnswGraph> graph)
    : codec_(codec),
      threads_(threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency())),
      graph_(std::move(graph)) {}

HnswIndex::~HnswIndex() = default;

Result<std::unique_ptr<HnswIndex>> HnswIndex::create(size_t dim, const Options& options) {
    if (dim == 0 || dim > kLargestDim)
        return fail(ErrorCode::invalidInput, fmt::format("an index of {} dimensions", dim));
    const RowCodec codec(dim, options.storage);
    FUSEFIND_TRY_ASSIGN(auto graph, HnswGraph::create(codec, kSmallestCapacity));
    return std::unique_ptr<HnswIndex>(new HnswIndex(codec, options.threads, std::move(graph)));
}

Status HnswIndex::usable() const {
    if (broken_) return fail(ErrorCode::internal, "the index failed before", {}, "build the index again");
    return {};
}

size_t HnswIndex::live() const {
    return graph_->count() - graph_->tombstones();
}

size_t HnswIndex::size() const {
    const std::shared_lock lock(mutex_);
    return live();
}

std::vector<Label> HnswIndex::liveLabels() const {
    std::vector<Label> labels;
    labels.reserve(live());
    for (size_t i = 0; i < graph_->count(); ++i)
        if (graph_->label(i) >= 0) labels.push_back(graph_->label(i));
    return labels;
}

std::vector<Label> HnswIndex::labels() const {
    const std::shared_lock lock(mutex_);
    auto labels = liveLabels();
    std::sort(labels.begin(), labels.end());
    return labels;
}

Status HnswIndex::makeRoom(size_t points) {
    const size_t needed = graph_->count() + points;
    if (needed <= graph_->capacity()) return {};
    return graph_->reserve(std::max(needed, 2 * graph_->capacity()));
}

Status HnswIndex::add(std::span<const Label> labels, const Matrix& rows) {
    FUSEFIND_TRY(checkRows(labels, rows, dim()));
    const auto chosen = lastRows(labels);
    std::vector<Label> fresh;
    fresh.reserve(chosen.size());
    for (const size_t row : chosen)
        fresh.push_back(labels[row]);

    const std::unique_lock lock(mutex_);
    FUSEFIND_TRY(usable());
    FUSEFIND_TRY(makeRoom(fresh.size()));
    for (const Label label : fresh)
        graph_->bury(label);
    const auto encode = [&](size_t i, std::byte* out) { codec_.encode(rows.row(chosen[i]), out); };
    if (auto added = graph_->add(fresh, encode, fresh.size() < kPointsWorthAThread ? 1 : threads_); !added) {
        broken_ = true;
        return added;
    }
    return compactIfWorthIt();
}

Status HnswIndex::remove(std::span<const Label> labels) {
    const std::unique_lock lock(mutex_);
    FUSEFIND_TRY(usable());
    for (const Label label : labels)
        graph_->bury(label);
    return compactIfWorthIt();
}

Status HnswIndex::compactIfWorthIt() {
    if (5 * graph_->tombstones() <= graph_->count()) return {};
    // The points are right without it, so that a machine short of memory may go on.
    if (const auto compacted = compact(); !compacted)
        spdlog::warn("the index keeps its removed points for now: {}", compacted.error().text());
    return {};
}

Status HnswIndex::compact() {
    std::vector<const std::byte*> rows;
    rows.reserve(live());
    for (size_t i = 0; i < graph_->count(); ++i)
        if (graph_->label(i) >= 0) rows.push_back(graph_->row(i));
    FUSEFIND_TRY_ASSIGN(auto fresh, HnswGraph::create(codec_, std::max(kSmallestCapacity, rows.size())));
    FUSEFIND_TRY(fresh->add(
        liveLabels(), [&](size_t i, std::byte* out) { std::memcpy(out, rows[i], codec_.rowBytes()); }, threads_));
    graph_ = std::move(fresh);
    return {};
}

bool HnswIndex::scanIsBetter(size_t k, const LabelFilter& filter) const {
    if (live() <= std::max(kScannedAnyway, k * kPointsPerNeighbour)) return true;
    if (!filter) return false;
    size_t seen = 0;
    size_t passed = 0;
    const size_t step = std::max<size_t>(1, graph_->count() / kFilterSample);
    for (size_t i = 0; i < graph_->count(); i += step) {
        const Label label = graph_->label(i);
        if (label < 0) continue;
        ++seen;
        passed += filter(label) ? 1 : 0;
    }
    return static_cast<double>(passed) <= kSelective * static_cast<double>(seen);
}

std::vector<Neighbour> HnswIndex::scan(const std::byte* query, size_t k, const LabelFilter& filter) const {
    TopK best(k);
    for (size_t i = 0; i < graph_->count(); ++i) {
        const Label label = graph_->label(i);
        if (label >= 0 && (!filter || filter(label))) best.offer({label, codec_.dot(query, graph_->row(i))});
    }
    return best.take();
}

Result<std::vector<Neighbour>> HnswIndex::search(std::span<const float> query, size_t k, const LabelFilter& filter,
                                                 SearchMode mode) const {
    FUSEFIND_TRY(checkQuery(query, dim()));
    const auto encoded = codec_.encode(query);
    const std::shared_lock lock(mutex_);
    FUSEFIND_TRY(usable());
    if (mode == SearchMode::exact || scanIsBetter(k, filter)) return scan(encoded.data(), k, filter);
    FUSEFIND_TRY_ASSIGN(auto found, graph_->search(encoded.data(), efFor(k), filter));
    // Too few: the filter passes few, or points that the graph does not reach.
    if (found.size() < std::min(k, live())) return scan(encoded.data(), k, filter);
    std::sort(found.begin(), found.end(), ranksBefore);
    found.resize(std::min(k, found.size()));
    return found;
}

Status HnswIndex::save(const std::filesystem::path& path, std::string_view fingerprint) const {
    FUSEFIND_ASSERT(fingerprint.size() <= kLongestFingerprint);
    const std::shared_lock lock(mutex_);
    FUSEFIND_TRY(usable());
    FUSEFIND_TRY_ASSIGN(auto file, CheckedWriter::create(path));
    FileHeader header;
    header.storage = static_cast<uint32_t>(codec_.storage());
    header.dim = dim();
    header.live = live();
    header.fingerprintBytes = fingerprint.size();
    FUSEFIND_TRY(file.writeValue(header));
    FUSEFIND_TRY(file.write(std::as_bytes(std::span(fingerprint))));
    FUSEFIND_TRY(graph_->write(file));
    return file.commit();
}

Result<std::unique_ptr<HnswIndex>> HnswIndex::load(const std::filesystem::path& path, std::string_view fingerprint,
                                                   unsigned threads) {
    FUSEFIND_TRY_ASSIGN(auto file, CheckedReader::open(path));
    FileHeader header;
    FUSEFIND_TRY(file.readValue(header));
    FUSEFIND_TRY(checkHeader(header, fingerprint, file));
    const RowCodec codec(header.dim, static_cast<Storage>(header.storage));
    FUSEFIND_TRY_ASSIGN(auto graph, HnswGraph::read(file, codec));
    if (graph->count() - graph->tombstones() != header.live) return file.damaged();
    return std::unique_ptr<HnswIndex>(new HnswIndex(codec, threads, std::move(graph)));
}

} // namespace fusefind
