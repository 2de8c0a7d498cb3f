#include "app/worker/map_method.h"

#include "core/library/datasets/pair_contents.h"
#include "core/map/linear_fit.h"
#include "core/map/neighbour_layout.h"
#include "core/map/principal_axes.h"
#include "gpu/jobs/pair_points.h"

#include <sys/resource.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <random>

namespace fusefind {

namespace {

constexpr size_t kSample = 2048;  // pairs that the axes are found by
constexpr size_t kBlock = 256;    // pairs that a search may have to wait for
constexpr size_t kAxes = 50;      // in which neighbours are looked for
constexpr size_t kGuessed = 8192; // pairs at once, for the memory's sake
constexpr size_t kMany = 8192;    // pairs, of which looking up each takes longer than one look at a library
constexpr size_t kLeastToGuessBy = 100;
constexpr std::chrono::milliseconds kBetweenSteps(250);

// Lets a few steps a second through.
class Pace {
public:
    bool due() {
        const auto now = std::chrono::steady_clock::now();
        if (now - last_ < kBetweenSteps) return false;
        last_ = now;
        return true;
    }

private:
    std::chrono::steady_clock::time_point last_;
};

constexpr size_t kNowhere = std::numeric_limits<size_t>::max();

// The pairs that have a place, in the order in which they got one, and what the client has heard of them.
class PlacedPairs {
public:
    PlacedPairs(const PairContents& contents, const OnMapStep& onStep)
        : contents_(contents), onStep_(onStep), at_(contents.pairs.size(), kNowhere) {}

    [[nodiscard]] bool has(size_t pair) const { return at_[pair] != kNowhere; }
    // Along the axes, as many for each. A pair that has a place gets a better one.
    void put(size_t pair, std::span<const float> row, float score) {
        size_t& at = at_[pair];
        if (at == kNowhere) {
            at = rows_.rows();
            rows_.append(row);
            all_.pairs.push_back(contents_.pairs[pair].id);
            all_.kinds.push_back(contents_.pairs[pair].kind);
            all_.scores.push_back(score);
            all_.places.resize(2 * rows_.rows());
        } else {
            std::ranges::copy(row, rows_.row(at).begin());
            all_.scores[at] = score;
            moved_ = moved_ || at < sent_;
        }
        for (size_t axis = 0; axis < 2; ++axis)
            all_.places[2 * at + axis] = axis < row.size() ? row[axis] : 0;
    }
    void send() {
        const auto from = static_cast<std::ptrdiff_t>(sent_);
        const auto tail = [&](const auto& values, std::ptrdiff_t begin) {
            return std::decay_t<decltype(values)>(values.begin() + begin, values.end());
        };
        if (rows_.rows() > sent_)
            onStep_(
                {tail(all_.pairs, from), tail(all_.kinds, from), tail(all_.scores, from), tail(all_.places, 2 * from)});
        sent_ = rows_.rows();
        if (std::exchange(moved_, false)) onStep_({{}, {}, all_.scores, all_.places});
    }

    [[nodiscard]] const Matrix& rows() const { return rows_; }
    [[nodiscard]] std::span<const float> row(size_t pair) const { return rows_.row(at_[pair]); }
    [[nodiscard]] std::span<const float> places() const { return all_.places; }

private:
    const PairContents& contents_;
    const OnMapStep& onStep_;
    std::vector<size_t> at_; // by pair
    Matrix rows_;
    MapStep all_;
    size_t sent_ = 0;
    bool moved_ = false; // one that was sent
};

class MapMaker {
public:
    MapMaker(JobQueue& queue, Workspace& workspace, PairContents contents, Database database, std::stop_token stop,
             ProgressSink progress, const OnMapStep& onStep)
        : queue_(queue),
          workspace_(workspace),
          contents_(std::move(contents)),
          database_(std::move(database)),
          stop_(std::move(stop)),
          progress_(std::move(progress)),
          onStep_(onStep),
          placed_(contents_, onStep) {}

    Result<MapAnswer> run() {
        FUSEFIND_TRY(compute([&]() -> Status {
            FUSEFIND_TRY_ASSIGN(space_, workspace_.spaces().load({}));
            FUSEFIND_TRY_ASSIGN(stores_, storesOf(workspace_, *space_, database_));
            return {};
        }));
        const std::vector<size_t> order = shuffled();
        size_t done = 0;
        while (done < order.size() && waiting_.points.rows() < kSample)
            FUSEFIND_TRY(project(order, done));
        axes_ = principalAxes(waiting_.points, kAxes);
        place();
        placed_.send();
        FUSEFIND_TRY(guess(std::span(order).first(done), std::span(order).subspan(done)));
        if (done < order.size())
            for (const Modality modality : kModalities)
                FUSEFIND_TRY(prepare(modality));
        while (done < order.size()) {
            FUSEFIND_TRY(project(order, done));
            place();
            if (pace_.due()) placed_.send();
        }
        placed_.send();
        FUSEFIND_TRY(arrange());
        const auto shown = static_cast<int64_t>(placed_.rows().rows());
        return MapAnswer{shown, std::ssize(order) - shown};
    }

private:
    // On the compute thread, as urgently as a search: somebody looks at the map.
    template <class Work>
    Status compute(Work work) {
        auto job = queue_.submit(JobPriority::interactive, [&](JobContext&) -> Status { return work(); });
        const std::stop_callback cancel(stop_, [&] { job.cancel(); });
        return job.wait();
    }

    // In random order, so that whatever has come is a fair sample.
    [[nodiscard]] std::vector<size_t> shuffled() const {
        std::vector<size_t> order(contents_.pairs.size());
        std::iota(order.begin(), order.end(), size_t{0});
        std::ranges::shuffle(order, std::mt19937_64(1));
        return order;
    }

    // The next block.
    Status project(std::span<const size_t> order, size_t& done) {
        const auto pairs = order.subspan(done, std::min(kBlock, order.size() - done));
        FUSEFIND_TRY_ASSIGN(PairLatents latents, pairLatents(stores_, contents_, pairs));
        PairPoints found;
        FUSEFIND_TRY(compute([&]() -> Status {
            FUSEFIND_TRY_ASSIGN(found, pairPoints(*space_, std::move(latents), pairs));
            return {};
        }));
        if (!found.pairs.empty()) waiting_.points.append(found.points);
        waiting_.pairs.insert(waiting_.pairs.end(), found.pairs.begin(), found.pairs.end());
        waiting_.scores.insert(waiting_.scores.end(), found.scores.begin(), found.scores.end());
        done += pairs.size();
        progress_.report({"points", static_cast<int64_t>(done), std::ssize(order), {}});
        return {};
    }

    // Of a large data set every latent is read in the end, each by its content: that is found sooner among all of them.
    // What is encoded from now on is not on this map.
    Status prepare(Modality modality) {
        if (contents_.pairs.size() <= kMany) return {};
        for (LatentStore& store : stores_[static_cast<size_t>(modality)])
            FUSEFIND_TRY(store.keepPlaces());
        return {};
    }

    // What waits, along the axes.
    void place() {
        const PairPoints points = std::exchange(waiting_, {});
        const Matrix rows = axes_.coordinates(points.points);
        for (size_t i = 0; i < rows.rows(); ++i)
            placed_.put(points.pairs[i], rows.row(i), points.scores[i]);
    }

    // Places for the rest until their points are there, which for hundreds of thousands takes many seconds: from the
    // narrowest of their latents, by what those of the sample say of its places.
    Status guess(std::span<const size_t> sample, std::span<const size_t> rest) {
        std::vector<Modality> modalities;
        for (const auto& [modality, known] : space_->info().modalities)
            modalities.push_back(modality);
        std::ranges::sort(modalities, {},
                          [&](Modality modality) { return space_->info().modalities.at(modality).latentDim; });
        std::vector<size_t> missing(rest.begin(), rest.end());
        for (const Modality modality : modalities) {
            if (missing.empty()) return {};
            FUSEFIND_TRY(prepare(modality));
            FUSEFIND_TRY_ASSIGN(const LatentRows known, halves(sample, modality));
            if (known.rows.rows() < kLeastToGuessBy) continue;
            const LinearFit fit = fitLinear(known.rows, placesOf(sample, known));
            for (size_t begin = 0; begin < missing.size(); begin += kGuessed)
                FUSEFIND_TRY(guess(fit, std::span(missing).subspan(begin, std::min(kGuessed, missing.size() - begin)),
                                   modality));
            placed_.send();
            std::erase_if(missing, [&](size_t pair) { return placed_.has(pair); });
        }
        return {};
    }

    Status guess(const LinearFit& fit, std::span<const size_t> pairs, Modality modality) {
        if (stop_.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
        FUSEFIND_TRY_ASSIGN(const LatentRows known, halves(pairs, modality));
        const Matrix places = fit.of(known.rows);
        std::vector<float> row(placed_.rows().cols());
        for (size_t i = 0; i < pairs.size(); ++i) {
            if (!known.rowOf[i]) continue;
            std::ranges::copy(places.row(*known.rowOf[i]), row.begin());
            placed_.put(pairs[i], row, kNoScore);
        }
        return {};
    }

    Result<LatentRows> halves(std::span<const size_t> pairs, Modality modality) {
        return halfLatents(stores_[static_cast<size_t>(modality)], contents_, pairs, modality);
    }

    [[nodiscard]] Matrix placesOf(std::span<const size_t> pairs, const LatentRows& known) const {
        Matrix places;
        for (size_t i = 0; i < pairs.size(); ++i)
            if (known.rowOf[i]) places.append(placed_.row(pairs[i]).first(std::min<size_t>(2, placed_.rows().cols())));
        return places;
    }

    Status arrange() {
        constexpr int kNice = 10;
        ::setpriority(PRIO_PROCESS, 0, kNice); // of this thread, on Linux; where it fails, the map is only less polite
        Matrix places(placed_.rows().rows(), 2);
        std::ranges::copy(placed_.places(), places.values().begin());
        const auto tell = [&](const Matrix& now) { onStep_({{}, {}, {}, {now.values().begin(), now.values().end()}}); };
        FUSEFIND_TRY_ASSIGN(places,
                            layOutNeighbours(placed_.rows(), places, {}, stop_, progress_, [&](const Matrix& now) {
                                if (pace_.due()) tell(now);
                            }));
        tell(places);
        return {};
    }

    JobQueue& queue_;
    Workspace& workspace_;
    PairContents contents_;
    Database database_; // of the caller's thread, which reads while the compute thread projects
    std::stop_token stop_;
    ProgressReporter progress_;
    const OnMapStep& onStep_;
    Pace pace_;
    std::shared_ptr<const Space> space_;
    SpaceStores stores_;
    PrincipalAxes axes_;
    PairPoints waiting_; // points that have no place yet
    PlacedPairs placed_;
};

} // namespace

Result<MapAnswer> drawMap(int64_t dataSet, JobQueue& queue, Workspace& workspace, const std::stop_token& stop,
                          ProgressSink progress, const OnMapStep& onStep) {
    FUSEFIND_TRY_ASSIGN(Database database, Database::connect(workspace.dataDir().database()));
    FUSEFIND_TRY_ASSIGN(PairContents contents, pairContents(database, dataSet, stop));
    return MapMaker(queue, workspace, std::move(contents), std::move(database), stop, std::move(progress), onStep)
        .run();
}

} // namespace fusefind
