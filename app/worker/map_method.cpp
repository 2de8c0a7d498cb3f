#include "app/worker/map_method.h"

#include "core/library/datasets/pair_contents.h"
#include "core/map/neighbour_layout.h"
#include "core/map/principal_axes.h"
#include "gpu/jobs/pair_points.h"

#include <sys/resource.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace fusefind {

namespace {

constexpr size_t kSample = 2048; // pairs that the axes are found by
constexpr size_t kBlock = 256;   // pairs that a search may have to wait for
constexpr size_t kAxes = 50;     // in which neighbours are looked for
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

class MapMaker {
public:
    MapMaker(JobQueue& queue, Workspace& workspace, std::stop_token stop, ProgressSink progress,
             const OnMapStep& onStep)
        : queue_(queue),
          workspace_(workspace),
          stop_(std::move(stop)),
          progress_(std::move(progress)),
          onStep_(onStep) {}

    Result<MapAnswer> run(int64_t dataSet) {
        FUSEFIND_TRY(readContents(dataSet));
        FUSEFIND_TRY(compute([&]() -> Status {
            FUSEFIND_TRY_ASSIGN(space_, workspace_.spaces().load({}));
            return {};
        }));
        const std::vector<size_t> order = shuffled();
        for (size_t begin = 0; begin < order.size(); begin += kBlock) {
            const auto block = std::span(order).subspan(begin, std::min(kBlock, order.size() - begin));
            FUSEFIND_TRY(add(block));
            progress_.report({"points", static_cast<int64_t>(begin + block.size()), std::ssize(order), {}});
        }
        place();
        send();
        FUSEFIND_TRY(arrange());
        const auto shown = static_cast<int64_t>(rows_.rows());
        return MapAnswer{shown, std::ssize(order) - shown};
    }

private:
    Status readContents(int64_t dataSet) {
        FUSEFIND_TRY_ASSIGN(Database database, Database::connect(workspace_.dataDir().database()));
        FUSEFIND_TRY_ASSIGN(contents_, pairContents(database, dataSet, stop_));
        return {};
    }

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

    Status add(std::span<const size_t> pairs) {
        PairPoints found;
        FUSEFIND_TRY(compute([&]() -> Status {
            FUSEFIND_TRY_ASSIGN(found, pairPoints(workspace_, *space_, contents_, pairs));
            return {};
        }));
        if (found.pairs.empty()) return {};
        waiting_.append(found.points);
        for (const size_t pair : found.pairs) {
            step_.pairs.push_back(contents_.pairs[pair].id);
            step_.kinds.push_back(contents_.pairs[pair].kind);
        }
        step_.scores.insert(step_.scores.end(), found.scores.begin(), found.scores.end());
        if (axes_.mean.empty() && waiting_.rows() < kSample) return {};
        place();
        if (pace_.due()) send();
        return {};
    }

    // What waits, along the axes, which its first ones say.
    void place() {
        if (waiting_.empty()) return;
        if (axes_.mean.empty()) axes_ = principalAxes(waiting_, kAxes);
        const Matrix rows = axes_.coordinates(std::exchange(waiting_, {}));
        for (size_t i = 0; i < rows.rows(); ++i)
            for (size_t axis = 0; axis < 2; ++axis)
                step_.places.push_back(axis < rows.cols() ? rows.row(i)[axis] : 0);
        rows_.append(rows);
    }

    void send() {
        if (step_.pairs.empty()) return;
        places_.insert(places_.end(), step_.places.begin(), step_.places.end());
        onStep_(std::exchange(step_, {}));
    }

    Status arrange() {
        constexpr int kNice = 10;
        ::setpriority(PRIO_PROCESS, 0, kNice); // of this thread, on Linux; where it fails, the map is only less polite
        Matrix places(rows_.rows(), 2);
        std::ranges::copy(places_, places.values().begin());
        const auto tell = [&](const Matrix& now) { onStep_({{}, {}, {}, {now.values().begin(), now.values().end()}}); };
        FUSEFIND_TRY_ASSIGN(places, layOutNeighbours(rows_, places, {}, stop_, progress_, [&](const Matrix& now) {
                                if (pace_.due()) tell(now);
                            }));
        tell(places);
        return {};
    }

    JobQueue& queue_;
    Workspace& workspace_;
    std::stop_token stop_;
    ProgressReporter progress_;
    const OnMapStep& onStep_;
    Pace pace_;
    PairContents contents_;
    std::shared_ptr<const Space> space_;
    PrincipalAxes axes_;        // empty until the sample is there
    Matrix waiting_;            // points that have no place yet
    Matrix rows_;               // along the axes, of all that have one
    MapStep step_;              // what is not sent yet
    std::vector<float> places_; // what was sent
};

} // namespace

Result<MapAnswer> drawMap(int64_t dataSet, JobQueue& queue, Workspace& workspace, const std::stop_token& stop,
                          ProgressSink progress, const OnMapStep& onStep) {
    return MapMaker(queue, workspace, stop, std::move(progress), onStep).run(dataSet);
}

} // namespace fusefind
