#include "app/worker/pairs_method.h"

#include "core/base/json_file.h"
#include "core/library/pairs/pair_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace fusefind {

namespace {

constexpr size_t kExamples = 10;
constexpr size_t kMostProblems = 10'000; // that a person would look through, and a message carries

struct Kind {
    const std::vector<IndexPair>* pairs;
    PairExample (*example)(const PairedData& data, const IndexPair& pair);
};

constexpr auto kImageText = [](const PairedData& data, const IndexPair& pair) -> PairExample {
    return {data.images[pair.first], {}, data.texts[pair.second]};
};
constexpr auto kAudioText = [](const PairedData& data, const IndexPair& pair) -> PairExample {
    return {{}, data.sounds[pair.first], data.texts[pair.second]};
};
constexpr auto kImageAudio = [](const PairedData& data, const IndexPair& pair) -> PairExample {
    return {data.images[pair.first], data.sounds[pair.second], {}};
};

// Of each kind of pairs as many, evenly spread over it.
std::vector<PairExample> examplesOf(const PairedData& data) {
    std::vector<Kind> kinds;
    for (const Kind& kind :
         {Kind{&data.imageText, kImageText}, Kind{&data.audioText, kAudioText}, Kind{&data.imageAudio, kImageAudio}})
        if (!kind.pairs->empty()) kinds.push_back(kind);
    std::vector<PairExample> examples;
    for (size_t k = 0; k < kinds.size(); ++k) {
        const auto& pairs = *kinds[k].pairs;
        const size_t count = std::min((kExamples - examples.size()) / (kinds.size() - k), pairs.size());
        for (size_t i = 0; i < count; ++i)
            examples.push_back(kinds[k].example(data, pairs[i * pairs.size() / count]));
    }
    return examples;
}

std::vector<PairsProblem> problemsOf(const PairCheck& check) {
    std::vector<PairsProblem> problems;
    for (const PairProblem& problem : check.problems) {
        if (problems.size() == kMostProblems) {
            problems.push_back({check.data.folders.front().path,
                                fmt::format("and {} more problems", check.problems.size() - kMostProblems)});
            break;
        }
        problems.push_back({problem.path, problem.problem});
    }
    return problems;
}

} // namespace

// By the size of its vocabulary, which is that of BERT's English ones (uncased, cased and MPNet's); nothing in a
// model's folder says the language.
std::string englishTextEncoder(const ModelStore& models) {
    constexpr std::array<int64_t, 3> kEnglishVocabularies{30522, 28996, 30527};
    for (const ModelManifest& manifest : models.list()) {
        if (!manifest.modalities.contains(Modality::text)) continue;
        const auto config = readJsonFile(models.folderOf(manifest.id) / "config.json");
        const auto words = config ? jsonField<int64_t>(*config, "vocab_size") : std::nullopt;
        const bool english = words && std::ranges::find(kEnglishVocabularies, *words) != kEnglishVocabularies.end();
        return english ? manifest.id : std::string();
    }
    return {};
}

Result<PairsAnswer> lookAtPairs(const PairsRequest& request, const ModelStore& models, const std::stop_token& stop,
                                const ProgressSink& progress) {
    if (request.folders.empty()) return fail(ErrorCode::invalidInput, "no folder of pairs was chosen");
    FUSEFIND_TRY_ASSIGN(const PairCheck check, checkPairs(request.folders, englishTextEncoder(models), stop, progress));
    const PairedData& data = check.data;
    PairsAnswer answer;
    for (const PairedFolder& folder : data.folders)
        answer.formats.emplace_back(folder.path, folder.format);
    answer.imageText = std::ssize(data.imageText);
    answer.audioText = std::ssize(data.audioText);
    answer.imageAudio = std::ssize(data.imageAudio);
    answer.images = std::ssize(data.images);
    answer.sounds = std::ssize(data.sounds);
    answer.captions = std::ssize(data.texts);
    answer.examples = examplesOf(data);
    answer.problems = problemsOf(check);
    return answer;
}

} // namespace fusefind
