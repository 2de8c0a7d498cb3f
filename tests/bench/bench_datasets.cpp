// How quick the pages of a large data set are: bench_datasets [pairs]. Half as many pictures, which share one content
// and have two captions each, are written below the system's temporary folder; prints milliseconds.
#include "core/library/datasets/data_sets.h"
#include "core/library/datasets/pair_changes.h"
#include "core/library/datasets/pair_contents.h"
#include "core/library/datasets/pair_fits.h"
#include "core/library/datasets/pair_pages.h"
#include "core/library/datasets/pair_statistics.h"
#include "core/map/neighbour_layout.h"
#include "core/map/principal_axes.h"
#include "support/latent_like.h"
#include "support/media_files.h"
#include "support/temp_dir.h"

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <fstream>

using namespace fusefind;

namespace {

constexpr int kRounds = 5; // of which the slowest is told

template <class Work>
void measure(const char* name, int rounds, Work work) {
    double slowest = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto start = std::chrono::steady_clock::now();
        work();
        const auto end = std::chrono::steady_clock::now();
        slowest = std::max(slowest, std::chrono::duration<double, std::milli>(end - start).count());
    }
    fmt::print("{:<44} {:>10.1f} ms\n", name, slowest);
}

void writePairs(const std::filesystem::path& folder, int pairs) {
    const std::string picture = flatPng(16, 16);
    std::ofstream table(folder / "captions.csv");
    table << "file_name,caption\n";
    for (int i = 0; i < pairs; i += 2) {
        const std::string name = fmt::format("{}/{}.png", i / 1000, i);
        std::filesystem::create_directories((folder / name).parent_path());
        std::ofstream(folder / name, std::ios::binary) << picture;
        for (int k = 0; k < 2; ++k)
            table << fmt::format("{},caption {} of a thing that is {} and word{}\n", name, k, i % 97, i % 5003);
    }
}

// Any, as if they had been found out.
void keepFits(Database& database, int64_t set) {
    const PairContents contents = pairContents(database, set).value();
    std::vector<PairFit> fits;
    for (const PairContents::Pair& pair : contents.pairs)
        fits.push_back({pair.id, std::sin(static_cast<double>(pair.id)), 1 + pair.id % 2048, {}});
    if (!storePairFits(database, set, fits, {})) std::abort();
}

// The map of as many points of a space.
void measureMap(size_t points) {
    constexpr size_t kDim = 512;
    constexpr size_t kAxes = 50;
    constexpr size_t kSample = 2048;
    const Matrix rows = latentLike(points, kDim, 1);
    const Matrix sample = rowsOf(rows, 0, std::min(points, kSample));
    Matrix along;
    measure("map: all along the axes of a sample", 1, [&] { along = principalAxes(sample, kAxes).coordinates(rows); });
    Matrix places(points, 2);
    for (size_t i = 0; i < points; ++i)
        std::ranges::copy(along.row(i).first(2), places.row(i).begin());
    ProgressReporter silent({});
    measure("map: neighbours are found", 1, [&] { nearRows(along, 15, 1, {}, silent).value(); });
    measure("map: neighbours are found and together", 1,
            [&] { layOutNeighbours(along, places, {}, {}, silent).value(); });
}

} // namespace

int main(int argc, char** argv) {
    const int pairs = argc > 1 ? std::atoi(argv[1]) : 200'000;
    const TempDir temporary;
    const auto folder = std::filesystem::canonical(temporary.path()) / "pairs";
    std::filesystem::create_directory(folder);
    writePairs(folder, pairs);
    Database database = Database::open(temporary / "library.db").value();
    PairCheck check;
    measure("look at the folder", 1, [&] { check = checkPairs(std::span(&folder, 1), {}).value(); });
    int64_t set = 0;
    measure("keep what was found", 1, [&] { set = storeDataSet(database, check).value().id; });

    constexpr int64_t kPage = 500;
    const auto page = [&](const DataPairFilter& filter, int64_t offset) {
        return dataPage(database, {set, filter, offset, kPage}).value();
    };
    measure("first page", kRounds, [&] { page({}, 0); });
    measure("page at the end", kRounds, [&] { page({}, pairs - kPage); });
    const DataPairFilter training{.splits = {Split::train}};
    const int64_t trained = page(training, 0).total;
    measure("first page of the training part", kRounds, [&] { page(training, 0); });
    measure("page at the end of the training part", kRounds,
            [&] { page(training, std::max<int64_t>(0, trained - kPage)); });
    measure("first page of a rare word", kRounds, [&] { page({.words = "word4711"}, 0); });
    measure("first page of a word in every caption", kRounds, [&] { page({.words = "thing"}, 0); });
    measure("what latents of all are found by", kRounds, [&] { pairContents(database, set).value(); });
    measure("how well all fit is kept", 1, [&] { keepFits(database, set); });
    measure("first page, likely mismatches first", kRounds, [&] { page({.order = PairOrder::misfits}, 0); });
    measure("statistics", kRounds, [&] { dataStatistics(database, set).value(); });
    DataChange all{.selection = {.dataSet = set, .rows = {{0, pairs}}}};
    DataChanged changed;
    measure("exclude all", 1, [&] { changed = changeDataSet(database, all).value(); });
    measure("take it back", 1, [&] { changeDataSet(database, changed.undo.at(0)).value(); });
    measureMap(static_cast<size_t>(pairs));
    return 0;
}
