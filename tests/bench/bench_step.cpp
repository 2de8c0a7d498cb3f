// Steps of FuseMix as the trainer takes them, round by round (rounds.h): bench_step START LAYERS EXPANSION DROPOUT
// STEPS. START is a safetensors file with the adapters' start ("weights.image.blocks.0.up.weight" …, "temperature"
// included) and the loaded rows of one batch ("latents.image" and "latents.text" [2B, D]). A round is STEPS steps. A
// line that is not empty names a file for the losses of steps without dropout and with a fixed lambda, one a line, to
// compare.
#include "bench/need.h"
#include "bench/rounds.h"
#include "gpu/device/kept_heap.h"
#include "gpu/fusemix/mix.h"
#include "gpu/fusemix/random.h"
#include "gpu/fusemix/step.h"
#include "gpu/fusemix/tensor_io.h"

#include <ATen/ATen.h>

#include <cstdlib>
#include <fstream>

using namespace fusefind;

namespace {

constexpr double kRate = 1e-3;
constexpr double kWeightDecay = 0.1;
constexpr double kFixedLambda = 0.3;

class Steps {
public:
    Steps(const SafetensorsFile& start, const Recipe& recipe)
        : image_(need(start.readMatrix("latents.image"))),
          text_(need(start.readMatrix("latents.text"))),
          model_(makeModel(recipe, dims(), need(chooseDevice("cpu")))),
          optimizer_(model_.parameters(), kWeightDecay),
          dropout_(newGenerator(Device{}, recipe.seed)) {
        std::vector<Parameter> weights;
        for (const Parameter& parameter : model_.parameters())
            weights.push_back({"weights." + parameter.name, parameter.value});
        need(fillTensors(start, weights));
    }

    double step() { return take(drawLambda(1, static_cast<uint64_t>(++taken_)), dropout_); }
    double fixedStep() { return take(kFixedLambda, {}); }

private:
    [[nodiscard]] PerModality<int64_t> dims() const {
        PerModality<int64_t> dims{};
        dims[indexOf(Modality::image)] = static_cast<int64_t>(image_.cols());
        dims[indexOf(Modality::text)] = static_cast<int64_t>(text_.cols());
        return dims;
    }
    double take(double lambda, std::optional<at::Generator> dropout) {
        const StepInput input{Modality::image, Modality::text, viewOf(image_),    viewOf(text_),
                              lambda,          kRate,          std::move(dropout)};
        return trainingStep(model_, optimizer_, input).item<double>();
    }

    Matrix image_, text_;
    Model model_;
    AdamW optimizer_;
    at::Generator dropout_;
    int64_t taken_ = 0;
};

void writeLosses(Steps& steps, const std::string& path) {
    constexpr int kCompared = 4;
    std::ofstream file(path);
    for (int i = 0; i < kCompared; ++i)
        file << fmt::format("{}\n", steps.fixedStep());
    if (!file.flush()) giveUp("the losses could not be written to " + path);
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 6) giveUp("usage: bench_step START LAYERS EXPANSION DROPOUT STEPS");
    configureThreads(0);
    const KeptHeap heap; // as in train()
    Recipe recipe;
    recipe.layers = std::atoll(argv[2]);
    recipe.expansion = std::atoll(argv[3]);
    recipe.dropout = std::atof(argv[4]);
    const int64_t count = std::atoll(argv[5]);
    const auto begun = Clock::now();
    Steps steps(need(SafetensorsFile::open(argv[1])), recipe);
    playRounds(millisecondsSince(begun), [&](const std::string& losses) {
        if (!losses.empty()) writeLosses(steps, losses);
        const auto round = Clock::now();
        for (int64_t i = 0; i < count; ++i)
            steps.step();
        return millisecondsSince(round);
    });
    return 0;
}
