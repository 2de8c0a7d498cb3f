#pragma once

#include "core/base/modality.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fusefind {

// The retrieval benchmarks of the FuseMix paper (Vouitsis et al., CVPR 2024) and what it reports on them.

// R@1, R@5 and R@10 in percent, where they are reported.
using PaperRecall = std::array<std::optional<double>, 3>;

struct PaperRow {
    std::string_view method;
    std::string_view pairs; // trained on
    PaperRecall fromText;   // text to image, or to audio
    PaperRecall toText;
};

struct Benchmark {
    std::string_view name; // on the command line
    std::string_view title;
    Modality modality = Modality::image; // of what the captions are of
    std::string_view captions;           // the captions file that it is known by
    std::string_view layout;             // for people: what else belongs to it, and where
    std::string_view note;               // on what its rows mean
};

std::span<const Benchmark> benchmarks();
const Benchmark& benchmarkNamed(std::string_view name); // one of them

// The rows of its table, as they stand there.
std::vector<PaperRow> paperRows(const Benchmark& benchmark);

} // namespace fusefind
