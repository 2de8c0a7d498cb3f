#include "core/index/hnsw_graph.h"

#include "core/index/run_parallel.h"

#include <fmt/format.h>
#include <sys/mman.h>

// hnswlib prefetches by reading one link past the end of a list: harmless, but not under a sanitizer.
#if defined(__SANITIZE_ADDRESS__)
#define NO_MANUAL_VECTORIZATION
#endif
#include <hnswlib/hnswlib.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>

namespace fusefind {

namespace {

static_assert(std::endian::native == std::endian::little, "the file holds memory as it is");

using Hnsw = hnswlib::HierarchicalNSW<float>;
using hnswlib::labeltype;
using hnswlib::tableint;

// A change of either changes the file: raise its version.
constexpr size_t kLinks = 16;
constexpr size_t kEfConstruction = 200;

constexpr int kMostLevels = 64; // far above what a level drawn for 2^31 points can be
constexpr size_t kMostPoints = std::numeric_limits<int>::max();

class Space final : public hnswlib::SpaceInterface<float> {
public:
    explicit Space(const Quantizer& quantizer)
        : bytes_(quantizer.coarseBytes()), distance_(quantizer.distance()), paddedDim_(quantizer.paddedDim()) {}
    size_t get_data_size() override { return bytes_; }
    hnswlib::DISTFUNC<float> get_dist_func() override { return distance_; }
    void* get_dist_func_param() override { return &paddedDim_; }

private:
    size_t bytes_;
    Quantizer::Distance distance_;
    size_t paddedDim_;
};

// Runs what calls hnswlib and turns what it throws into an Error.
template <class Call>
auto guarded(Call call) -> decltype(call()) {
    try {
        return call();
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::outOfMemory, "not enough memory for the index");
    } catch (const std::exception& error) {
        const std::string_view what = error.what();
        if (what.starts_with("Not enough memory"))
            return fail(ErrorCode::outOfMemory, "not enough memory for the index");
        return fail(ErrorCode::internal, fmt::format("the index failed: {}", what));
    }
}

// The graph's part of the file: this, all points as hnswlib holds them (level-0 links, coarse part of the row, place),
// the fine parts of all rows, the level of each point (u32), and for each above level 0 its upper link lists.
struct GraphHeader {
    uint64_t count = 0;
    uint64_t pointBytes = 0;
    uint32_t entryPoint = 0;
    int32_t highestLevel = 0;
};

} // namespace

struct HnswGraph::State {
    State(const Quantizer& numbers, size_t capacity)
        : quantizer(numbers), space(quantizer), hnsw(&space, capacity, kLinks, kEfConstruction) {
        fineParts.reserve(capacity * quantizer.fineBytes());
        askForLargePages();
    }

    // Points are read in no order: with small pages, finding where a page lies takes as long as reading the row. Where
    // the system has none to give, all stays as it was.
    void askForLargePages() {
        constexpr uintptr_t kLargePage = uintptr_t{2} << 20;
        const auto begin = reinterpret_cast<uintptr_t>(hnsw.data_level0_memory_);
        const uintptr_t first = (begin + kLargePage - 1) / kLargePage * kLargePage;
        const uintptr_t end = (begin + hnsw.max_elements_ * hnsw.size_data_per_element_) / kLargePage * kLargePage;
        if (first < end) ::madvise(reinterpret_cast<void*>(first), end - first, MADV_HUGEPAGE);
    }

    [[nodiscard]] std::span<std::byte> points(size_t count) {
        return {reinterpret_cast<std::byte*>(hnsw.data_level0_memory_), count * hnsw.size_data_per_element_};
    }
    [[nodiscard]] std::span<std::byte> upperLinks(size_t i) {
        return {reinterpret_cast<std::byte*>(hnsw.linkLists_[i]),
                static_cast<size_t>(hnsw.element_levels_[i]) * hnsw.size_links_per_element_};
    }
    [[nodiscard]] const std::byte* coarse(Place place) const {
        return reinterpret_cast<const std::byte*>(hnsw.getDataByInternalId(place));
    }
    [[nodiscard]] const std::byte* fine(Place place) const { return fineParts.data() + place * quantizer.fineBytes(); }
    [[nodiscard]] FoundPlace descend(const QuantizedQuery& query) const;
    Status readUpperLinks(CheckedReader& file, std::span<const uint32_t> levels);
    [[nodiscard]] bool linksAreSound(Place place) const;
    [[nodiscard]] bool isSound() const;

    Quantizer quantizer;
    Space space;
    Hnsw hnsw;                        // of coarse parts; its labels are places
    std::vector<std::byte> fineParts; // by place; apart, since a walk does not read them
};

HnswGraph::HnswGraph(std::unique_ptr<State> state) : state_(std::move(state)) {}
HnswGraph::~HnswGraph() = default;

Result<std::unique_ptr<HnswGraph>> HnswGraph::create(const Quantizer& quantizer, size_t capacity) {
    if (capacity > kMostPoints)
        return fail(ErrorCode::limit, fmt::format("an index of more than {} points", kMostPoints));
    return guarded([&]() -> Result<std::unique_ptr<HnswGraph>> {
        return std::unique_ptr<HnswGraph>(new HnswGraph(std::make_unique<State>(quantizer, capacity)));
    });
}

size_t HnswGraph::count() const {
    return state_->hnsw.cur_element_count;
}
size_t HnswGraph::capacity() const {
    return state_->hnsw.max_elements_;
}

Status HnswGraph::reserve(size_t capacity) {
    if (capacity > kMostPoints)
        return fail(ErrorCode::limit, fmt::format("an index of more than {} points", kMostPoints));
    return guarded([&]() -> Status {
        state_->hnsw.resizeIndex(capacity);
        state_->fineParts.reserve(capacity * state_->quantizer.fineBytes());
        state_->askForLargePages();
        return {};
    });
}

Result<std::vector<Place>> HnswGraph::add(size_t n, const RowSource& rows, unsigned threads) {
    FUSEFIND_ASSERT(count() + n <= capacity());
    return guarded([&]() -> Result<std::vector<Place>> {
        Hnsw& hnsw = state_->hnsw;
        const Quantizer& quantizer = state_->quantizer;
        const size_t before = count();
        const size_t fineBytes = quantizer.fineBytes();
        std::vector<std::byte> fine(n * fineBytes); // by row
        runParallel(n, threads, [&](std::atomic<size_t>& next, size_t end) {
            std::vector<std::byte> row(quantizer.rowBytes());
            for (size_t i = next++; i < end; i = next++) {
                rows(i, row.data());
                std::memcpy(fine.data() + i * fineBytes, row.data() + quantizer.coarseBytes(), fineBytes);
                hnsw.addPoint(row.data(), before + i);
            }
        });
        // Threads take places in any order: each point's label says which row it is; from now on it says its place.
        std::vector<Place> places(n);
        for (auto place = static_cast<Place>(before); place < count(); ++place) {
            const size_t row = hnsw.getExternalLabel(place) - before;
            places[row] = place;
            hnsw.setExternalLabel(place, place);
            const auto part = fine.begin() + static_cast<ptrdiff_t>(row * fineBytes);
            state_->fineParts.insert(state_->fineParts.end(), part, part + static_cast<ptrdiff_t>(fineBytes));
        }
        hnsw.label_lookup_.clear();
        return places;
    });
}

void HnswGraph::copyRow(Place place, std::byte* out) const {
    const Quantizer& quantizer = state_->quantizer;
    std::memcpy(out, state_->coarse(place), quantizer.coarseBytes());
    std::memcpy(out + quantizer.coarseBytes(), state_->fine(place), quantizer.fineBytes());
}

bool HnswGraph::rowIs(Place place, const std::byte* row) const {
    const Quantizer& quantizer = state_->quantizer;
    return std::memcmp(row, state_->coarse(place), quantizer.coarseBytes()) == 0 &&
           std::memcmp(row + quantizer.coarseBytes(), state_->fine(place), quantizer.fineBytes()) == 0;
}

float HnswGraph::score(const QuantizedQuery& query, Place place) const {
    return state_->quantizer.score(query, state_->coarse(place), state_->fine(place));
}

// Level by level to the one place that is best there.
FoundPlace HnswGraph::State::descend(const QuantizedQuery& query) const {
    FoundPlace best{hnsw.enterpoint_node_, quantizer.coarseScore(query, coarse(hnsw.enterpoint_node_))};
    for (int level = hnsw.maxlevel_; level > 0; --level) {
        for (Place from = best.place + 1; from != best.place;) {
            from = best.place;
            const auto* list = hnsw.get_linklist(from, level);
            for (const Place link : std::span(list + 1, hnsw.getListCount(const_cast<tableint*>(list))))
                if (const float score = quantizer.coarseScore(query, coarse(link)); score > best.score)
                    best = {link, score};
        }
    }
    return best;
}

Result<std::vector<FoundPlace>> HnswGraph::search(const QuantizedQuery& query, size_t ef,
                                                  const PlaceFilter& filter) const {
    return guarded([&]() -> Result<std::vector<FoundPlace>> {
        const Hnsw& hnsw = state_->hnsw;
        if (count() == 0) return {};
        const auto giveBack = [&](hnswlib::VisitedList* list) { hnsw.visited_list_pool_->releaseVisitedList(list); };
        const std::unique_ptr<hnswlib::VisitedList, decltype(giveBack)> visited(
            hnsw.visited_list_pool_->getFreeVisitedList(), giveBack);
        const GraphLevel level{reinterpret_cast<const std::byte*>(hnsw.data_level0_memory_),
                               hnsw.size_data_per_element_, hnsw.offsetData_, state_->quantizer};
        auto found = walkGraph(level, query, state_->descend(query), ef, filter, {visited->mass, visited->curV});
        for (const auto& [place, at] : found)
            touchMemory(state_->fine(place), state_->quantizer.fineBytes());
        for (auto& [place, at] : found)
            at = score(query, place);
        return found;
    });
}

Status HnswGraph::write(CheckedWriter& file) const {
    const Hnsw& hnsw = state_->hnsw;
    FUSEFIND_TRY(
        file.writeValue(GraphHeader{count(), hnsw.size_data_per_element_, hnsw.enterpoint_node_, hnsw.maxlevel_}));
    FUSEFIND_TRY(file.write(state_->points(count())));
    FUSEFIND_TRY(file.write(state_->fineParts));
    for (size_t i = 0; i < count(); ++i)
        FUSEFIND_TRY(file.writeValue(static_cast<uint32_t>(hnsw.element_levels_[i])));
    for (size_t i = 0; i < count(); ++i)
        FUSEFIND_TRY(file.write(state_->upperLinks(i)));
    return {};
}

Status HnswGraph::State::readUpperLinks(CheckedReader& file, std::span<const uint32_t> levels) {
    uint64_t bytes = 0;
    for (const uint32_t level : levels) {
        if (level > kMostLevels) return file.damaged();
        bytes += level * hnsw.size_links_per_element_;
    }
    if (bytes != file.remaining()) return file.damaged();
    for (size_t i = 0; i < levels.size(); ++i) {
        if (levels[i] > 0) {
            // As hnswlib allocates them, since it frees them.
            hnsw.linkLists_[i] =
                static_cast<char*>(std::malloc(levels[i] * hnsw.size_links_per_element_ + sizeof(tableint)));
            if (hnsw.linkLists_[i] == nullptr) throw std::bad_alloc();
        }
        hnsw.element_levels_[i] = static_cast<int>(levels[i]);
        hnsw.cur_element_count = i + 1;
        FUSEFIND_TRY(file.read(upperLinks(i)));
    }
    return {};
}

// Every link leads to another point that exists on that level.
bool HnswGraph::State::linksAreSound(Place place) const {
    for (int level = 0; level <= hnsw.element_levels_[place]; ++level) {
        auto* list = hnsw.get_linklist_at_level(place, level);
        const size_t size = hnsw.getListCount(list);
        if (size > (level == 0 ? hnsw.maxM0_ : hnsw.maxM_)) return false;
        const bool sound = std::all_of(list + 1, list + 1 + size, [&](tableint other) {
            return other < hnsw.cur_element_count && other != place && hnsw.element_levels_[other] >= level;
        });
        if (!sound) return false;
    }
    return true;
}

// What hnswlib relies on holds, and every row is a unit vector.
bool HnswGraph::State::isSound() const {
    const size_t count = hnsw.cur_element_count;
    for (Place place = 0; place < count; ++place) {
        if (hnsw.element_levels_[place] > hnsw.maxlevel_ || hnsw.isMarkedDeleted(place) ||
            hnsw.getExternalLabel(place) != place || !linksAreSound(place))
            return false;
        if (!quantizer.isUnit(coarse(place), fine(place))) return false;
    }
    return count == 0 ||
           (hnsw.enterpoint_node_ < count && hnsw.element_levels_[hnsw.enterpoint_node_] == hnsw.maxlevel_);
}

Result<std::unique_ptr<HnswGraph>> HnswGraph::read(CheckedReader& file, const Quantizer& quantizer) {
    GraphHeader header;
    FUSEFIND_TRY(file.readValue(header));
    if (header.count > kMostPoints || header.pointBytes < quantizer.coarseBytes() ||
        header.count > file.remaining() / (header.pointBytes + quantizer.fineBytes() + sizeof(uint32_t)))
        return file.damaged();
    FUSEFIND_TRY_ASSIGN(auto graph, create(quantizer, header.count));
    State& state = *graph->state_;
    Hnsw& hnsw = state.hnsw;
    if (header.pointBytes != hnsw.size_data_per_element_) return file.damaged();
    return guarded([&]() -> Result<std::unique_ptr<HnswGraph>> {
        FUSEFIND_TRY(file.read(state.points(header.count)));
        state.fineParts.resize(header.count * quantizer.fineBytes());
        FUSEFIND_TRY(file.read(state.fineParts));
        std::vector<uint32_t> levels(header.count);
        FUSEFIND_TRY(file.read(std::as_writable_bytes(std::span(levels))));
        FUSEFIND_TRY(state.readUpperLinks(file, levels));
        FUSEFIND_TRY(file.finish());
        hnsw.enterpoint_node_ = header.entryPoint;
        hnsw.maxlevel_ = header.highestLevel;
        if (!state.isSound()) return file.damaged();
        return std::move(graph);
    });
}

} // namespace fusefind
