#include "gpu/jobs/query_points.h"

#include "gpu/jobs/latent_rows.h"

#include <fmt/format.h>
#include <sys/stat.h>

namespace fusefind {

namespace {

struct Segments {
    Matrix rows;
    bool whole = true; // what DecodeAhead::End says
};

// Decodes the file and encodes its segments, without the store.
Result<Segments> encodeSegments(Encoder& encoder, const EncodeTask& task, const JobContext& context) {
    DecodeAhead decoder(encoder, std::span(&task, 1), static_cast<size_t>(2 * encoder.info().batch));
    Segments segments;
    std::vector<EncoderInput> batch;
    const auto encodeBatch = [&]() -> Status {
        if (batch.empty()) return {};
        FUSEFIND_TRY_ASSIGN(const Matrix latents, encoder.encode(batch));
        segments.rows.append(latents);
        batch.clear();
        return {};
    };
    while (auto event = decoder.next()) {
        if (context.cancelled()) return fail(ErrorCode::cancelled, "cancelled");
        if (auto* end = std::get_if<DecodeAhead::End>(&*event)) {
            FUSEFIND_TRY(end->info);
            segments.whole = end->whole;
            break;
        }
        batch.push_back(std::move(std::get<DecodeAhead::Part>(*event).input));
        if (batch.size() == static_cast<size_t>(encoder.info().batch)) FUSEFIND_TRY(encodeBatch());
    }
    FUSEFIND_TRY(encodeBatch());
    return segments;
}

// latentsOfFile() of what the task says.
Result<Segments> joinedSegments(Workspace& workspace, const EncodeTask& task, Modality modality,
                                const std::vector<std::string>& encoders, bool each, const JobContext& context) {
    std::vector<Matrix> parts;
    bool whole = true;
    for (const std::string& id : encoders) {
        FUSEFIND_TRY_ASSIGN(const auto encoder, workspace.encoder(id, modality));
        FUSEFIND_TRY_ASSIGN(Segments segments, encodeSegments(*encoder, task, context));
        whole = whole && segments.whole;
        if (each) {
            parts.push_back(std::move(segments.rows));
        } else {
            parts.emplace_back().append(meanRow(segments.rows));
        }
    }
    return Segments{concatenateColumns(parts), whole};
}

Result<std::vector<std::string>> encodersOf(const Space& space, Modality modality) {
    const auto found = space.info().modalities.find(modality);
    if (found == space.info().modalities.end())
        return fail(ErrorCode::unsupported,
                    fmt::format("the space \"{}\" was trained without {}", space.info().name, toString(modality)));
    if (found->second.encoders.empty())
        return fail(ErrorCode::unsupported,
                    fmt::format("the space \"{}\" was trained on ready-made latents, so no encoder belongs to it",
                                space.info().name),
                    {}, "train a space on folders to search files");
    return found->second.encoders;
}

// Size and time of a file, by which a changed one is told.
std::pair<int64_t, int64_t> stampOf(const std::filesystem::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) return {-1, 0};
    return {status.st_size, int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec};
}

// The point of a file of the library that has not changed since, by its stored latents.
Result<std::optional<Matrix>> storedPoint(Workspace& workspace, const Space& space, const std::filesystem::path& file) {
    FUSEFIND_TRY_ASSIGN(const auto item, workspace.library().find(resolvedPath(file)));
    if (!item || stampOf(file) != std::pair(item->size, item->mtimeNs)) return std::nullopt;
    const Modality modality = modalityOf(item->kind);
    FUSEFIND_TRY_ASSIGN(const auto encoders, encodersOf(space, modality));
    FUSEFIND_TRY_ASSIGN(const LatentRows latents,
                        storedLatents(workspace, modality, encoders, std::span(&item->content, 1)));
    if (!latents.rowOf.front()) return std::nullopt;
    FUSEFIND_TRY_ASSIGN(Matrix point, space.project(modality, latents.rows));
    return point;
}

std::vector<float> firstRow(const Matrix& rows) {
    return {rows.row(0).begin(), rows.row(0).end()};
}

Result<QueryPoint> pointOfFile(Workspace& workspace, const Space& space, const std::filesystem::path& file,
                               const JobContext& context) {
    FUSEFIND_TRY_ASSIGN(const auto stored, storedPoint(workspace, space, file));
    if (stored) return QueryPoint{firstRow(*stored), {}};
    FUSEFIND_TRY_ASSIGN(const MediaInfo info, probeMedia(file));
    const Modality modality = modalityOf(info.kind);
    FUSEFIND_TRY_ASSIGN(const auto encoders, encodersOf(space, modality));
    FUSEFIND_TRY_ASSIGN(const Segments latent,
                        joinedSegments(workspace, {file, {}, kSearchedSeconds}, modality, encoders, false, context));
    FUSEFIND_TRY_ASSIGN(const Matrix point, space.project(modality, latent.rows));
    return QueryPoint{firstRow(point), {}, latent.whole};
}

Result<QueryPoint> pointOfText(Workspace& workspace, const Space& space, const std::string& text) {
    FUSEFIND_TRY_ASSIGN(const auto encoders, encodersOf(space, Modality::text));
    FUSEFIND_TRY_ASSIGN(Matrix latent, latentsOfLine(workspace, text, encoders));
    FUSEFIND_TRY_ASSIGN(const Matrix point, space.project(Modality::text, latent));
    normalizeRows(latent);
    return QueryPoint{firstRow(point), firstRow(latent)};
}

// Two files of one key would be the same to a search.
std::string keyOf(const QueryTerm& term) {
    if (!term.text.empty()) return "text " + term.text;
    const auto [size, mtimeNs] = stampOf(term.file);
    return fmt::format("file {} {} {}", size, mtimeNs, term.file.native());
}

} // namespace

Result<QueryPoint> pointOfTerm(Workspace& workspace, const std::shared_ptr<const Space>& space, const QueryTerm& term,
                               const JobContext& context) {
    const std::string key = keyOf(term);
    if (const auto* known = workspace.queryCache().find(space, key)) return *known;
    FUSEFIND_TRY_ASSIGN(QueryPoint point, term.text.empty() ? pointOfFile(workspace, *space, term.file, context)
                                                            : pointOfText(workspace, *space, term.text));
    workspace.queryCache().keep(space, key, point);
    return point;
}

Result<Matrix> latentsOfFile(Workspace& workspace, const std::filesystem::path& file, Modality modality,
                             const std::vector<std::string>& encoders, bool segments, const JobContext& context) {
    FUSEFIND_TRY_ASSIGN(Segments latents, joinedSegments(workspace, {file, {}}, modality, encoders, segments, context));
    return std::move(latents.rows);
}

Result<Matrix> latentsOfLine(Workspace& workspace, const std::string& line, const std::vector<std::string>& encoders) {
    std::vector<Matrix> parts;
    for (const std::string& id : encoders) {
        FUSEFIND_TRY_ASSIGN(const auto encoder, workspace.encoder(id, Modality::text));
        FUSEFIND_TRY_ASSIGN(const EncoderInput input, encoder->prepare(line));
        FUSEFIND_TRY_ASSIGN(Matrix row, encoder->encode(std::span(&input, 1)));
        parts.push_back(std::move(row));
    }
    return concatenateColumns(parts);
}

Result<Matrix> pointsOfFile(Workspace& workspace, const Space& space, const std::filesystem::path& file, bool segments,
                            const JobContext& context) {
    FUSEFIND_TRY_ASSIGN(const MediaInfo info, probeMedia(file));
    const Modality modality = modalityOf(info.kind);
    FUSEFIND_TRY_ASSIGN(const auto encoders, encodersOf(space, modality));
    FUSEFIND_TRY_ASSIGN(const Matrix latents, latentsOfFile(workspace, file, modality, encoders, segments, context));
    return space.project(modality, latents);
}

Result<Matrix> pointOfLine(Workspace& workspace, const Space& space, const std::string& line) {
    FUSEFIND_TRY_ASSIGN(const auto encoders, encodersOf(space, Modality::text));
    FUSEFIND_TRY_ASSIGN(const Matrix latents, latentsOfLine(workspace, line, encoders));
    return space.project(Modality::text, latents);
}

} // namespace fusefind
