// Whole training runs by the automatic recipe, round by round (rounds.h): bench_train DATA. DATA is a safetensors file
// with "latents.image" and "latents.text" [N, D] and the pairs of their rows, "pairs.train" and "pairs.val" i64 [N, 2].
// Each line is a seed and a file; the round is how long training took to its best epoch, and the file gets what became
// of it, as JSON: "recall" (the mean of both directions' R@1, R@5 and R@10), "best_ms", "run_ms", "peak_mb", "recipe".
#include "bench/need.h"
#include "bench/rounds.h"
#include "core/tensors/safetensors.h"
#include "gpu/fusemix/trainer.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>

using namespace fusefind;

namespace {

std::vector<RowPair> readPairs(const SafetensorsFile& data, const std::string& name) {
    const std::vector<int64_t> numbers = need(data.readIntegers(name));
    std::vector<RowPair> pairs;
    for (size_t i = 0; i + 1 < numbers.size(); i += 2)
        pairs.push_back({numbers[i], numbers[i + 1]});
    return pairs;
}

TrainingSet readSet(const SafetensorsFile& data) {
    TrainingSet set;
    for (const Modality modality : {Modality::image, Modality::text}) {
        const std::string name(toString(modality));
        set.latents[static_cast<size_t>(modality)] = need(data.readMatrix("latents." + name));
        set.encoders[static_cast<size_t>(modality)] = {"made-up-" + name};
    }
    set.kinds = {{Modality::image, Modality::text, readPairs(data, "pairs.train"), readPairs(data, "pairs.val"), {}}};
    return set;
}

// From /proc: what getrusage says begins with the memory of the process that started this one.
double peakMb() {
    std::ifstream file("/proc/self/status");
    for (std::string word; file >> word;) {
        double kilobytes = 0;
        if (word == "VmHWM:" && file >> kilobytes) return kilobytes * 1024 / 1e6;
    }
    giveUp("/proc/self/status does not tell the peak memory");
}

// The milliseconds to the best epoch.
double trainOnce(const TrainingSet& set, uint64_t seed, const std::string& path) {
    Recipe recipe = autoRecipe(sizeOf(set));
    recipe.seed = seed;
    TrainOptions options;
    options.name = "measured";
    options.device = need(chooseDevice("cpu"));
    double best = 0;
    double recall = 0;
    const auto begun = Clock::now();
    options.onEpoch = [&](const EpochReport& report) {
        if (!report.best) return;
        best = millisecondsSince(begun);
        recall = report.recall;
    };
    need(train(set, recipe, options));
    std::ofstream file(path);
    file << nlohmann::json{{"recall", recall},
                           {"best_ms", best},
                           {"run_ms", millisecondsSince(begun)},
                           {"peak_mb", peakMb()},
                           {"recipe", toJson(recipe)}};
    if (!file.flush()) giveUp("the result could not be written to " + path);
    return best;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) giveUp("usage: bench_train DATA");
    configureThreads(0);
    const auto begun = Clock::now();
    const TrainingSet set = readSet(need(SafetensorsFile::open(argv[1])));
    playRounds(millisecondsSince(begun), [&](const std::string& line) {
        std::istringstream words(line);
        uint64_t seed = 0;
        std::string path;
        words >> seed;
        std::getline(words >> std::ws, path);
        return trainOnce(set, seed, path);
    });
    return 0;
}
