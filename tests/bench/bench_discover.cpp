// How quick a folder is walked, round by round (rounds.h): bench_discover FOLDER. A line that is not empty names a file
// for the number of files that were found.
#include "bench/need.h"
#include "bench/rounds.h"
#include "core/library/discover.h"

#include <fstream>

using namespace fusefind;

int main(int argc, char** argv) {
    if (argc != 2) giveUp("usage: bench_discover FOLDER");
    playRounds(0, [&](const std::string& path) {
        const auto round = Clock::now();
        const Discovery found = need(discoverFiles(argv[1]));
        const double elapsed = millisecondsSince(round);
        if (!path.empty()) std::ofstream(path) << found.files.size();
        return elapsed;
    });
    return 0;
}
