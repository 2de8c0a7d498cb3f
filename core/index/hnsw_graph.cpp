#include "core/index/hnsw_graph.h"

#include <fmt/format.h>

// hnswlib prefetches by reading one link past the end of a list: harmless, but not under a sanitizer.
#if defined(__SANITIZE_ADDRESS__)
#define NO_MANUAL_VECTORIZATION
#endif
#include <hnswlib/hnswlib.h>

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>
#include <limits>
#include <mutex>
#include <thread>

namespace fusefind {

namespace {

static_assert(std::endian::native == std::endian::little, "the file holds memory as it is");

using Hnsw = hnswlib::HierarchicalNSW<float>;
using hnswlib::labeltype;
using hnswlib::tableint;

// A change of either changes the file: raise its version.
constexpr size_t kLinks = 16;
constexpr size_t kEfConstruction = 200;

constexpr auto kTombstone = static_cast<labeltype>(Label{-1});
constexpr int kMostLevels = 64; // far above what a level drawn for 2^31 points can be
constexpr size_t kMostPoints = std::numeric_limits<int>::max();

class Space final : public hnswlib::SpaceInterface<float> {
public:
    explicit Space(const RowCodec& codec)
        : bytes_(codec.rowBytes()), distance_(codec.distance()), paddedDim_(codec.paddedDim()) {}
    size_t get_data_size() override { return bytes_; }
    hnswlib::DISTFUNC<float> get_dist_func() override { return distance_; }
    void* get_dist_func_param() override { return &paddedDim_; }

private:
    size_t bytes_;
    RowCodec::Distance distance_;
    size_t paddedDim_;
};

class LivePassing final : public hnswlib::BaseFilterFunctor {
public:
    explicit LivePassing(const LabelFilter& filter) : filter_(filter) {}
    bool operator()(labeltype label) override {
        return label != kTombstone && (!filter_ || filter_(static_cast<Label>(label)));
    }

private:
    const LabelFilter& filter_;
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

// Calls work(i) for all i < n from `threads` threads; the first exception stops all and is thrown on.
template <class Work>
void runParallel(size_t n, unsigned threads, const Work& work) {
    std::atomic<size_t> next{0};
    std::exception_ptr failure;
    std::mutex failureMutex;
    const auto loop = [&] {
        try {
            work(next, n);
        } catch (...) {
            next = n;
            const std::lock_guard lock(failureMutex);
            if (!failure) failure = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> helpers;
        try {
            for (unsigned i = 1; i < threads; ++i)
                helpers.emplace_back(loop);
        } catch (const std::system_error&) { // no more threads to be had: those that there are do the work
        }
        loop();
    }
    if (failure) std::rethrow_exception(failure);
}

// The graph's part of the file: this, all points as hnswlib holds them (level-0 links, row, label), the level of each
// (u32), and for each above level 0 its upper link lists.
struct GraphHeader {
    uint64_t count = 0;
    uint64_t pointBytes = 0;
    uint32_t entryPoint = 0;
    int32_t highestLevel = 0;
};

} // namespace

struct HnswGraph::State {
    State(const RowCodec& codec, size_t capacity)
        : rowBytes(codec.rowBytes()), space(codec), hnsw(&space, capacity, kLinks, kEfConstruction) {}

    [[nodiscard]] std::span<std::byte> points(size_t count) {
        return {reinterpret_cast<std::byte*>(hnsw.data_level0_memory_), count * hnsw.size_data_per_element_};
    }
    [[nodiscard]] std::span<std::byte> upperLinks(size_t i) {
        return {reinterpret_cast<std::byte*>(hnsw.linkLists_[i]),
                static_cast<size_t>(hnsw.element_levels_[i]) * hnsw.size_links_per_element_};
    }
    Status readUpperLinks(CheckedReader& file, std::span<const uint32_t> levels);
    [[nodiscard]] bool linksAreSound(size_t i) const;
    [[nodiscard]] bool nameAll();

    size_t rowBytes;
    Space space;
    Hnsw hnsw;
    std::vector<Label> labels; // of each point, close together for those who look at all
    size_t tombstones = 0;
};

HnswGraph::HnswGraph(std::unique_ptr<State> state) : state_(std::move(state)) {}
HnswGraph::~HnswGraph() = default;

Result<std::unique_ptr<HnswGraph>> HnswGraph::create(const RowCodec& codec, size_t capacity) {
    if (capacity > kMostPoints)
        return fail(ErrorCode::limit, fmt::format("an index of more than {} points", kMostPoints));
    return guarded([&]() -> Result<std::unique_ptr<HnswGraph>> {
        return std::unique_ptr<HnswGraph>(new HnswGraph(std::make_unique<State>(codec, capacity)));
    });
}

size_t HnswGraph::count() const {
    return state_->hnsw.cur_element_count;
}
size_t HnswGraph::tombstones() const {
    return state_->tombstones;
}
size_t HnswGraph::capacity() const {
    return state_->hnsw.max_elements_;
}

Status HnswGraph::reserve(size_t capacity) {
    if (capacity > kMostPoints)
        return fail(ErrorCode::limit, fmt::format("an index of more than {} points", kMostPoints));
    return guarded([&]() -> Status {
        state_->hnsw.resizeIndex(capacity);
        return {};
    });
}

Status HnswGraph::add(std::span<const Label> labels, const RowSource& rows, unsigned threads) {
    FUSEFIND_ASSERT(count() + labels.size() <= capacity());
    return guarded([&]() -> Status {
        Hnsw& hnsw = state_->hnsw;
        runParallel(labels.size(), threads, [&](std::atomic<size_t>& next, size_t n) {
            std::vector<std::byte> row(state_->rowBytes);
            for (size_t i = next++; i < n; i = next++) {
                rows(i, row.data());
                hnsw.addPoint(row.data(), static_cast<labeltype>(labels[i]));
            }
        });
        for (size_t i = state_->labels.size(); i < count(); ++i)
            state_->labels.push_back(static_cast<Label>(hnsw.getExternalLabel(static_cast<tableint>(i))));
        return {};
    });
}

void HnswGraph::bury(Label label) {
    const auto place = state_->hnsw.label_lookup_.find(static_cast<labeltype>(label));
    if (place == state_->hnsw.label_lookup_.end()) return;
    state_->hnsw.setExternalLabel(place->second, kTombstone);
    state_->labels[place->second] = static_cast<Label>(kTombstone);
    state_->hnsw.label_lookup_.erase(place);
    ++state_->tombstones;
}

Label HnswGraph::label(size_t i) const {
    return state_->labels[i];
}

const std::byte* HnswGraph::row(size_t i) const {
    return reinterpret_cast<const std::byte*>(state_->hnsw.getDataByInternalId(static_cast<tableint>(i)));
}

Result<std::vector<Neighbour>> HnswGraph::search(const std::byte* query, size_t ef, const LabelFilter& filter) const {
    return guarded([&]() -> Result<std::vector<Neighbour>> {
        LivePassing passing(filter);
        const bool all = !filter && state_->tombstones == 0;
        auto queue = state_->hnsw.searchKnn(query, ef, all ? nullptr : &passing);
        std::vector<Neighbour> found;
        found.reserve(queue.size());
        for (; !queue.empty(); queue.pop())
            found.push_back({static_cast<Label>(queue.top().second), -queue.top().first});
        return found;
    });
}

Status HnswGraph::write(CheckedWriter& file) const {
    const Hnsw& hnsw = state_->hnsw;
    FUSEFIND_TRY(
        file.writeValue(GraphHeader{count(), hnsw.size_data_per_element_, hnsw.enterpoint_node_, hnsw.maxlevel_}));
    FUSEFIND_TRY(file.write(state_->points(count())));
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

// Every link of point i leads to another point that exists on that level.
bool HnswGraph::State::linksAreSound(size_t i) const {
    const auto id = static_cast<tableint>(i);
    for (int level = 0; level <= hnsw.element_levels_[i]; ++level) {
        auto* list = hnsw.get_linklist_at_level(id, level);
        const size_t size = hnsw.getListCount(list);
        if (size > (level == 0 ? hnsw.maxM0_ : hnsw.maxM_) || hnsw.isMarkedDeleted(id)) return false;
        const bool sound = std::all_of(list + 1, list + 1 + size, [&](tableint other) {
            return other < hnsw.cur_element_count && other != id && hnsw.element_levels_[other] >= level;
        });
        if (!sound) return false;
    }
    return hnsw.element_levels_[i] <= hnsw.maxlevel_;
}

// Fills the look-up of labels and counts tombstones; false if a label is negative or not unique.
bool HnswGraph::State::nameAll() {
    hnsw.label_lookup_.reserve(hnsw.cur_element_count);
    labels.reserve(hnsw.cur_element_count);
    for (tableint i = 0; i < hnsw.cur_element_count; ++i) {
        const labeltype label = hnsw.getExternalLabel(i);
        labels.push_back(static_cast<Label>(label));
        if (label == kTombstone) {
            ++tombstones;
        } else if (static_cast<Label>(label) < 0 || !hnsw.label_lookup_.emplace(label, i).second) {
            return false;
        }
    }
    return true;
}

Result<std::unique_ptr<HnswGraph>> HnswGraph::read(CheckedReader& file, const RowCodec& codec) {
    GraphHeader header;
    FUSEFIND_TRY(file.readValue(header));
    if (header.count > kMostPoints || header.pointBytes < codec.rowBytes() ||
        header.count > file.remaining() / (header.pointBytes + sizeof(uint32_t)))
        return file.damaged();
    FUSEFIND_TRY_ASSIGN(auto graph, create(codec, header.count));
    State& state = *graph->state_;
    Hnsw& hnsw = state.hnsw;
    if (header.pointBytes != hnsw.size_data_per_element_) return file.damaged();
    return guarded([&]() -> Result<std::unique_ptr<HnswGraph>> {
        FUSEFIND_TRY(file.read(state.points(header.count)));
        std::vector<uint32_t> levels(header.count);
        FUSEFIND_TRY(file.read(std::as_writable_bytes(std::span(levels))));
        FUSEFIND_TRY(state.readUpperLinks(file, levels));
        FUSEFIND_TRY(file.finish());
        hnsw.enterpoint_node_ = header.entryPoint;
        hnsw.maxlevel_ = header.highestLevel;
        bool sound = state.nameAll();
        for (size_t i = 0; sound && i < header.count; ++i)
            sound = state.linksAreSound(i);
        if (header.count > 0)
            sound = sound && header.entryPoint < header.count &&
                    hnsw.element_levels_[header.entryPoint] == header.highestLevel;
        if (!sound) return file.damaged();
        return std::move(graph);
    });
}

} // namespace fusefind
