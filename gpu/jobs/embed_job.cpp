#include "gpu/jobs/embed_job.h"

#include "core/tensors/safetensors.h"
#include "gpu/jobs/query_points.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace fusefind {

namespace {

// How one file or line becomes rows, by what the request asks for.
class Embedder {
public:
    static Result<Embedder> create(Workspace& workspace, const EmbedRequest& request, const JobContext& context) {
        Embedder embedder(workspace, request, context);
        if (request.encoder.empty()) {
            FUSEFIND_TRY_ASSIGN(embedder.space_, workspace.spaces().load(request.space));
            return embedder;
        }
        FUSEFIND_TRY_ASSIGN(const ModelManifest manifest, workspace.models().find(request.encoder));
        for (const auto& [modality, dim] : manifest.modalities)
            embedder.modalities_.push_back(modality);
        return embedder;
    }

    Result<Matrix> file(const std::filesystem::path& path) {
        FUSEFIND_TRY_ASSIGN(const MediaInfo info, probeMedia(path));
        const Modality modality = modalityOf(info.kind);
        met_.insert(modality);
        if (space_) return pointsOfFile(*workspace_, *space_, path, request_->segments, *context_);
        FUSEFIND_TRY(check(modality, path));
        return latentsOfFile(*workspace_, path, modality, {request_->encoder}, request_->segments, *context_);
    }

    Result<Matrix> line(const std::string& text) {
        met_.insert(Modality::text);
        if (space_) return pointOfLine(*workspace_, *space_, text);
        FUSEFIND_TRY(check(Modality::text, {}));
        return latentsOfLine(*workspace_, text, {request_->encoder});
    }

    // Rows of one modality can be trained on as they are (latent_file.h).
    [[nodiscard]] Metadata metadata() const {
        if (met_.size() != 1) return {};
        return {{"modality", std::string(toString(*met_.begin()))}};
    }

private:
    Embedder(Workspace& workspace, const EmbedRequest& request, const JobContext& context)
        : workspace_(&workspace), request_(&request), context_(&context) {}

    Status check(Modality modality, const std::filesystem::path& path) const {
        if (std::ranges::find(modalities_, modality) != modalities_.end()) return {};
        return fail(ErrorCode::invalidInput,
                    fmt::format("{} does not encode {}", request_->encoder, toString(modality)), path,
                    "choose another --encoder");
    }

    Workspace* workspace_;
    const EmbedRequest* request_;
    const JobContext* context_;
    std::shared_ptr<const Space> space_;
    std::vector<Modality> modalities_; // of the encoder
    std::set<Modality> met_;           // among what was embedded
};

} // namespace

Result<EmbedReport> embed(Workspace& workspace, const EmbedRequest& request, JobContext& context) {
    if (request.files.empty() && request.lines.empty())
        return fail(ErrorCode::invalidInput, "there is nothing to embed", {}, "name files or give --lines FILE");
    FUSEFIND_TRY_ASSIGN(Embedder embedder, Embedder::create(workspace, request, context));
    EmbedReport report;
    Matrix rows;
    const auto total = static_cast<int64_t>(request.files.size() + request.lines.size());
    int64_t done = 0;
    for (const auto& file : request.files) {
        if (context.cancelled()) return fail(ErrorCode::cancelled, "cancelled");
        auto embedded = embedder.file(file);
        if (!embedded && embedded.error().code == ErrorCode::cancelled) return fail(embedded.error());
        if (embedded)
            rows.append(*embedded);
        else
            report.skipped.push_back({file, embedded.error().reason()});
        context.progress({"embed", ++done, total, {}});
        context.yield();
    }
    for (const std::string& line : request.lines) {
        if (context.cancelled()) return fail(ErrorCode::cancelled, "cancelled");
        FUSEFIND_TRY_ASSIGN(const Matrix row, embedder.line(line));
        rows.append(row);
        context.progress({"embed", ++done, total, {}});
    }
    if (rows.empty())
        return fail(ErrorCode::invalidInput, "none of the files could be embedded: " + report.skipped.front().reason);
    report.rows = static_cast<int64_t>(rows.rows());
    report.dim = static_cast<int64_t>(rows.cols());
    const NamedTensor latents{"latents", DType::f32, {report.rows, report.dim}, std::as_bytes(rows.values())};
    FUSEFIND_TRY(writeSafetensors(request.out, std::span(&latents, 1), embedder.metadata()));
    return report;
}

} // namespace fusefind
