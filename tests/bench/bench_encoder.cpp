// One encoder, round by round as its driver (measure_encoders.py) asks: bench_encoder FOLDER MODALITY FILE…, with
// pictures, sounds, or one file of texts, a line each. Prints how long loading took and then, for each line on standard
// input, how long the network took over all of them; a line that is not empty names a file for the latents.
// Milliseconds.
#include "bench/need.h"
#include "core/base/atomic_file.h"
#include "core/media/picture.h"
#include "core/media/sound.h"
#include "core/tensors/latent_file.h"
#include "gpu/encoders/encoder.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <sstream>

using namespace fusefind;

namespace {

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

std::vector<Sample> readSamples(const Encoder& encoder, std::span<char*> files) {
    std::vector<Sample> samples;
    for (const char* file : files) {
        if (encoder.info().modality == Modality::image) {
            samples.emplace_back(need(decodePicture(file, encoder.info().shortSide)));
        } else if (encoder.info().modality == Modality::audio) {
            samples.emplace_back(need(decodeSound(file, encoder.info().sampleRate)));
        } else {
            std::istringstream lines(need(readFile(file)));
            for (std::string line; std::getline(lines, line);)
                samples.emplace_back(line);
        }
    }
    return samples;
}

} // namespace

int main(int argc, char** argv) {
    const auto modality = argc > 3 ? modalityFromString(argv[2]) : std::nullopt;
    if (!modality) {
        fmt::print(stderr, "usage: bench_encoder FOLDER image|text|audio FILE...\n");
        return 2;
    }
    configureThreads(0);
    const auto start = Clock::now();
    const auto encoder = need(loadEncoder(argv[1], "measured", Device(), {.modality = modality}));
    const double loading = millisecondsSince(start);
    std::vector<EncoderInput> inputs;
    for (const Sample& sample : readSamples(*encoder, std::span(argv, argc).subspan(3)))
        inputs.push_back(need(encoder->prepare(sample)));
    const auto first = Clock::now();
    need(encoder->encode(std::span(inputs).first(1)));
    fmt::print("{:.3f}\n", loading + millisecondsSince(first));
    std::fflush(stdout);
    for (std::string line; std::getline(std::cin, line);) {
        const auto round = Clock::now();
        const Matrix latents = need(encoder->encode(inputs));
        fmt::print("{:.3f}\n", millisecondsSince(round));
        std::fflush(stdout);
        if (line.empty()) continue;
        need(writeLatentFile(line, {*modality, latents, {}}));
    }
    return 0;
}
