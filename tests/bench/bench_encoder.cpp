// One encoder, round by round (rounds.h): bench_encoder FOLDER MODALITY FILE…, with pictures, sounds, or one file of
// texts, a line each. Getting ready is loading and a first latent. A round is the network over all of them; with
// MODALITY+prepare (as "text+prepare") what comes before it, such as tokenising, counts too. A line that is not empty
// names a file for the latents.
#include "bench/need.h"
#include "bench/rounds.h"
#include "core/base/atomic_file.h"
#include "core/media/picture.h"
#include "core/media/sound.h"
#include "core/tensors/latent_file.h"
#include "gpu/encoders/encoder.h"

#include <cstdlib>
#include <sstream>

using namespace fusefind;

namespace {

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

std::vector<EncoderInput> prepareAll(const Encoder& encoder, std::span<const Sample> samples) {
    std::vector<EncoderInput> inputs;
    for (const Sample& sample : samples)
        inputs.push_back(need(encoder.prepare(sample)));
    return inputs;
}

} // namespace

int main(int argc, char** argv) {
    constexpr std::string_view kPrepare = "+prepare";
    std::string_view kind = argc > 3 ? argv[2] : "";
    const bool prepares = kind.ends_with(kPrepare);
    if (prepares) kind.remove_suffix(kPrepare.size());
    const auto modality = modalityFromString(kind);
    if (!modality) giveUp("usage: bench_encoder FOLDER image|text|audio[+prepare] FILE...");
    configureThreads(0);
    const auto start = Clock::now();
    const auto encoder = need(loadEncoder(argv[1], "measured", need(chooseDevice("cpu")), {.modality = modality}));
    const double loading = millisecondsSince(start);
    const std::vector<Sample> samples = readSamples(*encoder, std::span(argv, argc).subspan(3));
    std::vector<EncoderInput> inputs = prepareAll(*encoder, samples);
    const auto first = Clock::now();
    need(encoder->encode(std::span(inputs).first(1)));
    playRounds(loading + millisecondsSince(first), [&](const std::string& file) {
        const auto round = Clock::now();
        if (prepares) inputs = prepareAll(*encoder, samples);
        const Matrix latents = need(encoder->encode(inputs));
        const double elapsed = millisecondsSince(round);
        if (!file.empty()) need(writeLatentFile(file, {*modality, latents, {}}));
        return elapsed;
    });
    return 0;
}
