#include "gpu/jobs/near_captions.h"

#include "gpu/jobs/close_reference.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fusefind {

namespace {

// Projected once for each space; empty if it keeps none.
Result<std::shared_ptr<const CaptionPoints>> captionPoints(Workspace& workspace,
                                                           const std::shared_ptr<const Space>& space) {
    auto& kept = workspace.captionPoints();
    if (kept && kept->space == space) return kept;
    CaptionPoints captions{space, {}, {}};
    auto examples = readExamples(workspace.spaces().examplesFile(space->info().name), *space);
    if (!examples && examples.error().code != ErrorCode::notFound)
        spdlog::warn("there are no captions to explain results by: {}", examples.error().text());
    if (examples && !examples->texts.empty()) {
        FUSEFIND_TRY_ASSIGN(captions.points, space->project(Modality::text, examples->latents));
        captions.captions = std::move(examples->texts);
    }
    kept = std::make_shared<const CaptionPoints>(std::move(captions));
    return kept;
}

// The row of that segment; of a file without segments, or where none starts there, the mean of all.
std::vector<float> rowAt(const StoredLatents& latents, std::optional<double> startSeconds) {
    if (startSeconds) {
        const int64_t startMs = std::llround(*startSeconds * 1000);
        const auto found = std::ranges::find(latents.times, startMs, &SegmentTime::startMs);
        if (found != latents.times.end()) {
            const auto row = latents.rows.row(static_cast<size_t>(found - latents.times.begin()));
            return {row.begin(), row.end()};
        }
    }
    return meanRow(latents.rows);
}

// [1, D], joined over the encoders; empty if one of them has not seen the file.
Result<Matrix> latentOf(Workspace& workspace, const Item& item, const std::vector<std::string>& encoders,
                        std::optional<double> startSeconds) {
    std::vector<float> joined;
    for (const std::string& id : encoders) {
        FUSEFIND_TRY_ASSIGN(LatentStore* const store, workspace.latents(id, modalityOf(item.kind)));
        FUSEFIND_TRY_ASSIGN(const StoredLatents latents, store->read(std::span(&item.content, 1)));
        if (latents.rows.empty()) return Matrix();
        const std::vector<float> row = rowAt(latents, startSeconds);
        joined.insert(joined.end(), row.begin(), row.end());
    }
    Matrix latent;
    if (!joined.empty()) latent.append(joined);
    return latent;
}

CaptionsAnswer nearest(const CaptionPoints& captions, std::span<const float> point, size_t top) {
    CaptionsAnswer answer;
    for (size_t i = 0; i < captions.captions.size(); ++i) {
        const auto row = captions.points.row(i);
        answer.captions.push_back(
            {captions.captions[i], std::inner_product(point.begin(), point.end(), row.begin(), 0.0F)});
    }
    const size_t count = std::min(top, answer.captions.size());
    std::ranges::partial_sort(answer.captions, answer.captions.begin() + static_cast<std::ptrdiff_t>(count),
                              std::greater(), &NearCaption::score);
    answer.captions.resize(count);
    return answer;
}

} // namespace

Result<CaptionsAnswer> nearCaptions(Workspace& workspace, const CaptionsRequest& request) {
    FUSEFIND_TRY_ASSIGN(const auto space, workspace.spaces().load({}));
    FUSEFIND_TRY_ASSIGN(const auto item, workspace.library().find(resolvedPath(request.path)));
    if (!item) return CaptionsAnswer();
    const auto modality = space->info().modalities.find(modalityOf(item->kind));
    if (modality == space->info().modalities.end()) return CaptionsAnswer();
    FUSEFIND_TRY_ASSIGN(const auto captions, captionPoints(workspace, space));
    if (captions->captions.empty()) return CaptionsAnswer();
    FUSEFIND_TRY_ASSIGN(const Matrix latent,
                        latentOf(workspace, *item, modality->second.encoders, request.startSeconds));
    if (latent.empty()) return CaptionsAnswer();
    FUSEFIND_TRY_ASSIGN(const Matrix point, space->project(modality->first, latent));
    return nearest(*captions, point.row(0), request.top);
}

} // namespace fusefind
