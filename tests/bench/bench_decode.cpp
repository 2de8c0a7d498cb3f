// How quick pictures are decoded, as far as an encoder needs them, on all cores, round by round (rounds.h):
// bench_decode SHORT_SIDE FOLDER.
#include "bench/need.h"
#include "bench/rounds.h"
#include "core/index/run_parallel.h"
#include "core/library/discover.h"
#include "core/media/picture.h"

#include <cstdlib>

using namespace fusefind;

int main(int argc, char** argv) {
    if (argc != 3) giveUp("usage: bench_decode SHORT_SIDE FOLDER");
    const int shortSide = std::atoi(argv[1]);
    const Discovery found = need(discoverFiles(argv[2]));
    playRounds(0, [&](const std::string&) {
        const auto round = Clock::now();
        runParallel(found.files.size(), std::thread::hardware_concurrency(), [&](std::atomic<size_t>& next, size_t n) {
            for (size_t i = next++; i < n; i = next++)
                need(decodePicture(found.files[i].path, shortSide));
        });
        return millisecondsSince(round);
    });
    return 0;
}
