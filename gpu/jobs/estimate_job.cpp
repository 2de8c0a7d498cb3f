#include "gpu/jobs/estimate_job.h"

#include "gpu/jobs/base_space.h"
#include "gpu/jobs/encode.h"
#include "gpu/jobs/training_cost.h"

#include <algorithm>
#include <cmath>

namespace fusefind {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

size_t index(Modality modality) {
    return static_cast<size_t>(modality);
}

// Evenly spread over all.
template <class T>
std::vector<T> sampleOf(const std::vector<T>& all, size_t count) {
    std::vector<T> sample;
    for (size_t i = 0; i < std::min(count, all.size()); ++i)
        sample.push_back(all[i * all.size() / std::min(count, all.size())]);
    return sample;
}

// How long an encoder takes for what it has not seen yet.
struct EncodeProbe {
    double perSecond = 0; // 0: it has seen all of the sample
    double seconds = 0;   // for everything that is missing
};

// `encode(begin, count)` encodes so many of the missing.
template <class Encode>
Result<EncodeProbe> timeEncoding(size_t missing, size_t sampled, size_t all, size_t atOnce, Encode encode) {
    constexpr double kEnough = 0.8; // seconds
    EncodeProbe probe;
    if (missing == 0) return probe;
    size_t done = 0;
    auto start = Clock::now();
    FUSEFIND_TRY(encode(0, size_t{1})); // the first call prepares the network
    if (missing > 1) start = Clock::now();
    for (done = 1; done < missing && secondsSince(start) < kEnough; done += std::min(atOnce, missing - done))
        FUSEFIND_TRY(encode(done, std::min(atOnce, missing - done)));
    const auto timed = static_cast<double>(missing > 1 ? done - 1 : 1);
    probe.perSecond = timed / std::max(secondsSince(start), 1e-6);
    probe.seconds =
        static_cast<double>(all) * static_cast<double>(missing) / static_cast<double>(sampled) / probe.perSecond;
    return probe;
}

Result<EncodeProbe> probeFiles(Workspace& workspace, const std::string& id, Modality modality,
                               const std::vector<std::filesystem::path>& files, JobContext& context) {
    constexpr size_t kSample = 48;
    constexpr size_t kAtOnce = 4;
    FUSEFIND_TRY_ASSIGN(LatentStore* const store, workspace.latents(id, modality));
    const auto sample = sampleOf(files, kSample);
    std::vector<EncodeTask> missing;
    for (const auto& file : sample) {
        const auto content = hashFile(file, context.stop());
        if (!content) continue;
        FUSEFIND_TRY_ASSIGN(const bool known, store->contains(*content));
        if (!known) missing.push_back({file, *content});
    }
    if (missing.empty()) return EncodeProbe();
    FUSEFIND_TRY_ASSIGN(const auto encoder, workspace.encoder(id, modality));
    const EncodeSinks sinks{[](const EncodeTask&, const Error&) -> Status { return {}; },
                            [](const EncodeTask&, const MediaInfo&) -> Status { return {}; }};
    return timeEncoding(
        missing.size(), sample.size(), files.size(), kAtOnce, [&](size_t begin, size_t count) -> Status {
            FUSEFIND_TRY(encodeFiles(*encoder, *store, std::span(missing).subspan(begin, count), sinks, context));
            return {};
        });
}

Result<EncodeProbe> probeTexts(Workspace& workspace, const std::string& id, const std::vector<std::string>& texts,
                               JobContext& context) {
    constexpr size_t kSample = 512;
    constexpr size_t kAtOnce = 64;
    FUSEFIND_TRY_ASSIGN(LatentStore* const store, workspace.latents(id, Modality::text));
    const auto sample = sampleOf(texts, kSample);
    std::vector<std::string> missing;
    for (const std::string& text : sample) {
        FUSEFIND_TRY_ASSIGN(const bool known, store->contains(contentOf(text)));
        if (!known) missing.push_back(text);
    }
    if (missing.empty()) return EncodeProbe();
    FUSEFIND_TRY_ASSIGN(const auto encoder, workspace.encoder(id, Modality::text));
    return timeEncoding(
        missing.size(), sample.size(), texts.size(), kAtOnce, [&](size_t begin, size_t count) -> Status {
            FUSEFIND_TRY(encodeTexts(*encoder, *store, std::span(missing).subspan(begin, count), context));
            return {};
        });
}

Status estimateEncoding(Workspace& workspace, const PairedData& data, const EncoderChoice& encoders,
                        JobContext& context, TrainingEstimate& estimate) {
    for (const auto& [modality, ids] : encoders) {
        const auto& files = modality == Modality::image ? data.images : data.sounds;
        if (modality == Modality::text ? data.texts.empty() : files.empty()) continue;
        for (const std::string& id : ids) {
            FUSEFIND_TRY_ASSIGN(const EncodeProbe probe, modality == Modality::text
                                                             ? probeTexts(workspace, id, data.texts, context)
                                                             : probeFiles(workspace, id, modality, files, context));
            if (probe.perSecond > 0) estimate.itemsPerSecond[id] = probe.perSecond;
            estimate.encodeSeconds += probe.seconds;
            if (context.cancelled()) return fail(ErrorCode::cancelled, "cancelled");
        }
    }
    return {};
}

Result<TrainingShape> shapeOf(Workspace& workspace, const PairedData& data, const TrainRequest& request) {
    TrainingShape shape;
    for (const auto& [modality, ids] : request.encoders) {
        for (const std::string& id : ids) {
            FUSEFIND_TRY_ASSIGN(const ModelManifest manifest, workspace.models().find(id));
            const auto dim = manifest.modalities.find(modality);
            if (dim != manifest.modalities.end()) shape.dims[index(modality)] += dim->second;
        }
    }
    shape.items = {std::ssize(data.images), std::ssize(data.texts), std::ssize(data.sounds)};
    const double train = 1 - request.overrides.valFraction.value_or(Recipe().valFraction);
    const auto add = [&](Modality a, Modality b, const std::vector<IndexPair>& pairs) {
        if (pairs.empty()) return;
        shape.kinds.push_back({a, b, {}});
        const int64_t all = std::llround(train * static_cast<double>(pairs.size()));
        const auto& subset = request.overrides.subset;
        shape.size.pairs.push_back(subset ? std::min(all, subset->pairs) : all);
    };
    add(Modality::image, Modality::text, data.imageText);
    add(Modality::audio, Modality::text, data.audioText);
    add(Modality::image, Modality::audio, data.imageAudio);
    FUSEFIND_TRY_ASSIGN(const auto base, BaseSpace::of(workspace, request));
    std::optional<int64_t> textDim;
    if (base) textDim = shape.dims[index(Modality::text)] = base->dim();
    shape.recipe = request.paper ? paperRecipe() : autoRecipe(shape.size, textDim);
    FUSEFIND_TRY(applyOverrides(shape.recipe, request.overrides));
    return shape;
}

} // namespace

Result<TrainingEstimate> estimateTraining(Workspace& workspace, const PairedData& data, const TrainRequest& request,
                                          JobContext& context) {
    TrainingEstimate estimate;
    FUSEFIND_TRY(estimateEncoding(workspace, data, request.encoders, context, estimate));
    FUSEFIND_TRY_ASSIGN(const TrainingShape shape, shapeOf(workspace, data, request));
    FUSEFIND_TRY_ASSIGN(estimate.trainSeconds, estimateTrainSeconds(shape, workspace.device(), context));
    estimate.memoryBytes = estimateMemory(shape);
    estimate.reasons = shape.recipe.reasons;
    return estimate;
}

} // namespace fusefind
