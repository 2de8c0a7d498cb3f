#include "gpu/jobs/close_reference.h"

#include "core/base/text.h"
#include "core/index/exact_index.h"
#include "core/tensors/latent_file.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <numeric>
#include <set>

namespace fusefind {

namespace fs = std::filesystem;

namespace {

constexpr size_t kMostExamples = 4096;
constexpr uint64_t kSeed = 1;

// The rows of texts that training pairs hold, each as often as it stands in one.
std::vector<int64_t> textRows(const TrainingSet& set) {
    std::vector<int64_t> rows;
    for (const PairSplit& kind : set.kinds) {
        if (kind.a != Modality::text && kind.b != Modality::text) continue;
        for (const RowPair& pair : kind.train)
            rows.push_back(kind.a == Modality::text ? pair.a : pair.b);
    }
    return rows;
}

// Equal captions have equal latents: likeness to itself must not count.
std::vector<int64_t> drawExamples(const Matrix& latents, std::vector<int64_t> rows) {
    shuffle(rows, kSeed);
    std::vector<int64_t> examples;
    std::set<std::vector<float>> drawn;
    for (const int64_t row : rows) {
        const auto latent = latents.row(static_cast<size_t>(row));
        if (drawn.emplace(latent.begin(), latent.end()).second) examples.push_back(row);
        if (examples.size() == kMostExamples) break;
    }
    return examples;
}

Status checkExamples(const LatentFile& examples, const Space& space) {
    const auto text = space.info().modalities.find(Modality::text);
    if (examples.modality != Modality::text || text == space.info().modalities.end() ||
        static_cast<size_t>(text->second.latentDim) != examples.latents.cols())
        return fail(ErrorCode::invalidInput, "examples of a space that are not texts as it has them");
    for (size_t i = 0; i < examples.latents.rows(); ++i) {
        const auto row = examples.latents.row(i);
        // No encoder says less or more than that, and its length would not be 1 afterwards.
        const float length = std::inner_product(row.begin(), row.end(), row.begin(), 0.0F);
        if (!(length > 1e-12F && length < 1e12F))
            return fail(ErrorCode::invalidInput, "examples of a space with a latent of no usable length");
    }
    return {};
}

// How like each of the first `count` is to the others.
Result<std::vector<float>> likenesses(const VectorIndex& examples, const Matrix& latents, size_t count) {
    std::vector<float> values;
    values.reserve(count);
    for (size_t i = 0; i < count; ++i) {
        FUSEFIND_TRY_ASSIGN(const float value, likeness(examples, latents.row(i), static_cast<Label>(i)));
        values.push_back(value);
    }
    return values;
}

// `points`: where the first of the examples lie in the space.
Result<CloseReference> compared(Matrix latents, const VectorIndex& library, const Matrix& points) {
    FUSEFIND_TRY_ASSIGN(const auto scores, referenceScores(library, points));
    normalizeRows(latents);
    auto index = std::make_unique<ExactIndex>(latents.cols());
    std::vector<Label> labels(latents.rows());
    std::iota(labels.begin(), labels.end(), 0);
    FUSEFIND_TRY(index->add(labels, latents));
    FUSEFIND_TRY_ASSIGN(const auto alike, likenesses(*index, latents, points.rows()));

    CloseReference reference;
    const auto hits = spreadOf(scores);
    const auto texts = spreadOf(alike);
    if (!hits || !texts) return reference;
    reference.examples = std::move(index);
    reference.basis = CloseBasis{*hits, *texts};
    return reference;
}

} // namespace

Status saveExamples(const fs::path& file, const TrainingSet& set, const std::vector<std::string>& texts) {
    constexpr auto kText = static_cast<size_t>(Modality::text);
    if (set.encoders.at(kText).empty()) return {};
    const Matrix& latents = set.latents.at(kText);
    const std::vector<int64_t> rows = drawExamples(latents, textRows(set));
    if (rows.empty()) return {};
    LatentFile examples{Modality::text, gatherRows(latents, rows), {}};
    if (!texts.empty())
        for (const int64_t row : rows)
            examples.texts.push_back(texts[static_cast<size_t>(row)]);
    return writeLatentFile(file, examples);
}

Result<LatentFile> readExamples(const fs::path& file, const Space& space) {
    FUSEFIND_TRY_ASSIGN(LatentFile examples, readLatentFile(file));
    FUSEFIND_TRY(checkExamples(examples, space));
    return examples;
}

Result<CloseReference> makeCloseReference(const fs::path& file, const Space& space, const VectorIndex& library,
                                          JobContext& context) {
    auto examples = readExamples(file, space);
    if (!examples && examples.error().code != ErrorCode::notFound)
        spdlog::warn("searches cannot say whether anything close was found: {}", examples.error().text());
    if (!examples || library.size() < kFewestPoints) return CloseReference{};
    const Matrix queries = firstRows(examples->latents, kReferenceQueries); // in random order already
    FUSEFIND_TRY_ASSIGN(const Matrix points, space.project(Modality::text, queries));
    Result<CloseReference> reference = CloseReference{};
    context.aside([&] { reference = compared(std::move(examples->latents), library, points); });
    return reference;
}

Result<std::optional<float>> closeScoreOf(const CloseReference& reference, std::span<const float> latent) {
    if (!reference.basis) return std::nullopt;
    FUSEFIND_TRY_ASSIGN(const float alike, likeness(*reference.examples, latent));
    return closeScore(*reference.basis, alike);
}

} // namespace fusefind
