// Speed, recall and memory of the indexes on latent-like points: bench_index [points] [dim] [threads].
#include "core/index/exact_index.h"
#include "core/index/hnsw_index.h"
#include "support/latent_like.h"
#include "support/temp_dir.h"

#include <fmt/core.h>
#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <numeric>

using namespace fusefind;

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

double heapMiB() {
    const auto info = ::mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd) / (1 << 20);
}

// Median and 95th percentile in milliseconds, one thread.
void printLatency(const char* name, const VectorIndex& index, const Matrix& queries, size_t k,
                  const LabelFilter& filter, SearchMode mode) {
    std::vector<double> times;
    for (size_t i = 0; i < queries.rows(); ++i) {
        const auto start = Clock::now();
        if (!index.search(queries.row(i), k, filter, mode)) std::abort();
        times.push_back(1000 * secondsSince(start));
    }
    std::sort(times.begin(), times.end());
    fmt::print("  {:<28} {:8.3f} ms median {:8.3f} ms p95\n", name, times[times.size() / 2],
               times[times.size() * 95 / 100]);
}

void run(const Matrix& points, const Matrix& queries, const VectorIndex& oracle, unsigned threads) {
    std::vector<Label> labels(points.rows());
    std::iota(labels.begin(), labels.end(), Label{0});
    const double heapBefore = heapMiB();
    auto index = HnswIndex::create(points.cols(), threads).value();
    auto start = Clock::now();
    if (!index->add(labels, points)) std::abort();
    fmt::print("built in {:.1f} s by {} threads, {:.0f} MiB\n", secondsSince(start), threads, heapMiB() - heapBefore);
    fmt::print("  recall@10 {:.4f}, recall@100 {:.4f}\n", measureRecall(*index, oracle, queries, 10).value(),
               measureRecall(*index, oracle, queries, 100).value());
    printLatency("k = 10", *index, queries, 10, {}, SearchMode::fast);
    printLatency("k = 100", *index, queries, 100, {}, SearchMode::fast);
    printLatency("k = 1000", *index, queries, 1000, {}, SearchMode::fast);
    for (const int oneIn : {2, 8, 11, 100})
        printLatency(
            fmt::format("k = 10, filter 1 in {}", oneIn).c_str(), *index, queries, 10,
            [oneIn](Label label) { return label % oneIn == 0; }, SearchMode::fast);
    printLatency("k = 10, exact", *index, queries, 10, {}, SearchMode::exact);

    const TempDir folder;
    start = Clock::now();
    if (!index->save(folder / "index", "bench")) std::abort();
    fmt::print("  saved in {:.2f} s, ", secondsSince(start));
    start = Clock::now();
    if (!HnswIndex::load(folder / "index", "bench")) std::abort();
    fmt::print("loaded in {:.2f} s, {:.0f} MiB\n", secondsSince(start),
               static_cast<double>(std::filesystem::file_size(folder / "index")) / (1 << 20));
}

} // namespace

int main(int argc, char** argv) {
    const auto argument = [&](int i, size_t otherwise) {
        return i < argc ? static_cast<size_t>(std::atoll(argv[i])) : otherwise;
    };
    const size_t count = argument(1, 200000);
    const size_t dim = argument(2, 256);
    const auto threads = static_cast<unsigned>(argument(3, 2));
    const Matrix points = latentLike(count, dim, 1);
    const Matrix queries = latentLike(300, dim, 2);
    ExactIndex oracle(dim);
    std::vector<Label> labels(count);
    std::iota(labels.begin(), labels.end(), Label{0});
    if (!oracle.add(labels, points)) return 1;
    fmt::print("{} points of {} values\n", count, dim);
    run(points, queries, oracle, threads);
}
