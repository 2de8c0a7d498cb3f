// How soon the map of a large data set is there: bench_map [pairs]. The pairs, of which no file exists, and their
// latents are made up; the space is the one that comes along. Prints milliseconds.
#include "app/made_up_pairs.h"
#include "app/worker/map_method.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>

using namespace fusefind;

int main(int argc, char** argv) {
    const int pairs = argc > 1 ? std::atoi(argv[1]) : 200'000;
    EngineFixture engine;
    engine.command({"models", "add", FUSEFIND_MODELS_DIR "/efficientnet-lite2"}); // the default space wants both
    int64_t dataSet = 0;
    const Status prepared = engine.run([&](Workspace& workspace, JobContext&) -> Status {
        configureThreads(0);
        FUSEFIND_TRY_ASSIGN(dataSet, keepMadeUpPairs(workspace, pairs));
        return {};
    });
    if (!prepared) {
        fmt::print(stderr, "error: {}\n", prepared.error().text());
        return 1;
    }
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    const auto tellAt = [&](const std::string& what, Clock::time_point at) {
        fmt::print("{:<44} {:>10.1f} ms\n", what, std::chrono::duration<double, std::milli>(at - start).count());
    };
    const auto tell = [&](const std::string& what) { tellAt(what, Clock::now()); };
    size_t placed = 0;
    bool moves = false;
    Clock::time_point projected = start;
    const auto answer = drawMap(dataSet, engine.queue, *engine.workspace, {}, {}, [&](const MapStep& step) {
        if (placed == 0) tell(fmt::format("the first {} pairs have a place", step.pairs.size()));
        placed += step.pairs.size();
        if (placed == static_cast<size_t>(pairs) && !step.pairs.empty()) tell("all have one");
        if (!step.pairs.empty()) return;
        if (!step.scores.empty()) projected = Clock::now();
        if (!step.scores.empty() || std::exchange(moves, true)) return;
        tellAt("all have their own, and their likeness", projected);
        tell("neighbours begin to move together");
    });
    tell(answer ? "the map is finished" : answer.error().text());
    return answer ? 0 : 1;
}
