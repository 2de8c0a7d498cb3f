#include "app/cli/benchmarks.h"

#include "core/base/result.h"

#include <algorithm>

namespace fusefind {

namespace {

constexpr std::array<Benchmark, 4> kBenchmarks{{
    {"flickr30k", "Flickr30k", Modality::image, "dataset_flickr30k.json",
     "Karpathy's split, with the pictures in any folder below",
     "FuseMix: zero-shot. D: DINOv2, U: UNICOM, B: BGE, E: E5."},
    {"coco5k", "COCO 5K", Modality::image, "dataset_coco.json",
     "Karpathy's split, with the pictures in train2014/ and val2014/, in any folder below",
     "COCO is not zero-shot for a space that was trained on it, as FuseMix on 5M pairs was. D: DINOv2, U: UNICOM, B: "
     "BGE, E: E5."},
    {"audiocaps", "AudioCaps", Modality::audio, "test.csv",
     "with train.csv and val.csv, and the sounds in any folder below, named by YouTube id (ID.wav, YID.wav, "
     "ID_START.wav) or audiocap_id",
     "50K/15K: trained on this data set alone, 65K: on it and Clotho. W&H: Whisper and HTS-AT, B: BGE."},
    {"clotho", "Clotho", Modality::audio, "clotho_captions_evaluation.csv",
     "with clotho_captions_development.csv and clotho_captions_validation.csv, and the sounds in development/, "
     "validation/ and evaluation/, in any folder below",
     "50K/15K: trained on this data set alone, 65K: on it and AudioCaps. W&H: Whisper and HTS-AT, B: BGE."},
}};

// A row on both data sets of a table.
struct TableRow {
    struct Results {
        PaperRecall fromText;
        PaperRecall toText;
    };
    std::string_view method;
    std::string_view pairs;
    Results first;
    Results second;
};

constexpr PaperRecall kNotReported{};

// clang-format off
// Table 1: Flickr30k, COCO 5K.
constexpr std::array<TableRow, 11> kImageRows{{
    {"FILIP", "300M", {{75.0, 93.4, 96.3}, {89.8, 99.2, 99.8}}, {{45.9, 70.6, 79.3}, {61.3, 84.3, 90.4}}},
    {"CLIP", "400M", {{68.7, 90.6, 95.2}, {88.0, 98.7, 99.4}}, {{37.8, 62.4, 72.2}, {58.4, 81.5, 88.1}}},
    {"ALIGN", "1B", {{75.7, 93.8, 96.8}, {88.6, 98.7, 99.7}}, {{45.6, 69.8, 78.6}, {58.6, 83.0, 89.7}}},
    {"LiT", "4B", {{66.5, {}, {}}, {83.9, {}, {}}}, {{43.6, {}, {}}, {59.5, {}, {}}}},
    {"3T", "5B", {{72.1, {}, {}}, {87.3, {}, {}}}, {{48.5, {}, {}}, {64.1, {}, {}}}},
    {"CLIP on CC3M (cited)", "3M", {{54.3, 84.1, 90.8}, {67.4, 83.2, 92.4}}, {{29.9, 57.9, 66.9}, {36.2, 64.3, 80.1}}},
    {"FuseMix D,B", "3M", {{59.9, 86.4, 91.6}, {74.4, 94.0, 97.4}}, {{32.2, 58.2, 69.4}, {42.3, 68.4, 78.9}}},
    {"FuseMix U,B", "5M", {{66.3, 88.9, 93.3}, {81.2, 95.9, 97.7}}, {{42.5, 70.2, 80.0}, {59.1, 83.4, 90.3}}},
    {"FuseMix U,E", "5M", {{64.3, 87.7, 93.0}, {80.2, 95.6, 98.1}}, {{42.9, 70.0, 80.1}, {59.1, 83.9, 91.0}}},
    {"FuseMix D,E", "5M", {{68.8, 90.9, 94.6}, {85.2, 96.9, 98.4}}, {{46.1, 74.3, 84.1}, {64.3, 86.2, 92.1}}},
    {"FuseMix D,B", "5M", {{71.2, 91.4, 94.7}, {84.8, 97.2, 99.1}}, {{46.3, 74.6, 83.4}, {62.7, 86.4, 92.7}}},
}};

// Table 2: AudioCaps, Clotho.
constexpr std::array<TableRow, 10> kAudioRows{{
    {"LAION-CLAP", "700K", {{36.2, 70.3, 82.5}, {45.0, 76.7, 88.0}}, {{17.2, 42.9, 55.4}, {24.2, 51.1, 66.9}}},
    {"VALOR", "6.5M", {{40.1, 73.9, 83.1}, kNotReported}, {{17.5, 42.7, 55.3}, kNotReported}},
    {"ONE-PEACE", "2.4M", {{42.5, 77.5, 88.4}, {51.0, 81.9, 92.0}}, {{22.4, 49.0, 62.7}, {27.1, 52.3, 65.4}}},
    {"VAST", "27M", {{52.0, 76.8, 82.9}, kNotReported}, {{26.9, 53.2, 66.1}, kNotReported}},
    {"ML-ACT", "50K/15K", {{33.9, 69.7, 82.6}, {39.4, 72.0, 83.9}}, {{14.4, 36.6, 49.9}, {16.2, 37.5, 50.2}}},
    {"MMT", "50K/15K", {{36.1, 72.0, 84.5}, {39.6, 76.8, 86.7}}, {{6.5, 21.6, 32.8}, {6.3, 22.8, 33.3}}},
    {"CLAP-HTSAT", "70K", {{34.7, 70.2, 82.0}, {41.9, 73.2, 84.6}}, {{16.8, 41.1, 54.1}, {20.0, 44.9, 58.7}}},
    {"LAION-CLAP", "65K", {{36.7, 70.9, 83.2}, {45.3, 78.0, 87.7}}, {{12.0, 31.6, 43.9}, {15.7, 36.9, 51.3}}},
    {"FuseMix W&H,B", "50K/15K", {{41.3, 76.9, 87.6}, {50.3, 81.0, 89.6}}, {{15.7, 39.4, 53.8}, {19.7, 42.9, 56.5}}},
    {"FuseMix W&H,B", "65K", {{43.1, 77.4, 87.4}, {52.4, 83.4, 92.4}}, {{17.6, 41.1, 53.5}, {21.5, 44.7, 57.4}}},
}};
// clang-format on

} // namespace

std::span<const Benchmark> benchmarks() {
    return kBenchmarks;
}

const Benchmark& benchmarkNamed(std::string_view name) {
    const auto found = std::ranges::find(kBenchmarks, name, &Benchmark::name);
    FUSEFIND_ASSERT(found != kBenchmarks.end());
    return *found;
}

std::vector<PaperRow> paperRows(const Benchmark& benchmark) {
    const bool first = benchmark.name == "flickr30k" || benchmark.name == "audiocaps";
    std::span<const TableRow> table = kImageRows;
    if (benchmark.modality == Modality::audio) table = kAudioRows;
    std::vector<PaperRow> rows;
    for (const TableRow& row : table) {
        const auto& [fromText, toText] = first ? row.first : row.second;
        rows.push_back({row.method, row.pairs, fromText, toText});
    }
    return rows;
}

} // namespace fusefind
