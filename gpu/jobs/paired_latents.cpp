#include "gpu/jobs/paired_latents.h"

#include "core/eval/near_duplicates.h"
#include "core/library/datasets/edited_pairs.h"
#include "core/library/datasets/item_parts.h"
#include "core/tensors/latent_file.h"
#include "gpu/jobs/latent_rows.h"

#include <spdlog/spdlog.h>

#include <chrono>
#include <map>

namespace fusefind {

namespace {

using RowOf = std::vector<std::optional<size_t>>;

// Encodes one modality of the data at a time into `result`, and remembers which item became which row.
class PairEncoder {
public:
    PairEncoder(Workspace& workspace, const EncoderChoice& encoders, JobContext& context, const OnSkipped& onSkipped)
        : workspace_(workspace), encoders_(encoders), context_(context), onSkipped_(onSkipped) {}

    Status files(Modality modality, const std::vector<std::filesystem::path>& paths,
                 const std::vector<std::optional<Split>>& splits) {
        std::vector<EncodeTask> tasks;
        std::vector<size_t> itemOf; // task to item: files that cannot be read are no task
        for (size_t i = 0; i < paths.size(); ++i) {
            auto content = hashFile(paths[i], context_.stop());
            if (!content && content.error().code == ErrorCode::cancelled) return fail(content.error());
            if (!content) {
                skip(paths[i], content.error());
                continue;
            }
            tasks.push_back({paths[i], *content});
            itemOf.push_back(i);
            context_.progress({"read", static_cast<int64_t>(i + 1), static_cast<int64_t>(paths.size()), {}});
        }
        FUSEFIND_TRY_ASSIGN(const auto ids, encodersOf(modality, !tasks.empty()));
        const EncodeSinks sinks{[&](const EncodeTask& task, const Error& error) -> Status {
                                    skip(task.file, error);
                                    return {};
                                },
                                [](const EncodeTask&, const MediaInfo&) -> Status { return {}; }};
        FUSEFIND_TRY_ASSIGN(LatentRows rows, latentsOfFiles(workspace_, modality, ids, tasks, sinks, context_));
        RowOf& rowOf = rowOf_[index(modality)];
        rowOf.resize(paths.size());
        SplitRows& about = result_.rows[index(modality)];
        for (size_t task = 0; task < tasks.size(); ++task) {
            if (!rows.rowOf[task]) continue;
            rowOf[itemOf[task]] = rows.rowOf[task];
            about.content.push_back(toHex(tasks[task].content));
            result_.contents[index(modality)].push_back(tasks[task].content);
            result_.files[index(modality)].push_back(tasks[task].file);
            about.given.push_back(partOf(splits[itemOf[task]]));
        }
        take(modality, std::move(rows.rows));
        return {};
    }

    Status texts(const std::vector<std::string>& lines) {
        FUSEFIND_TRY_ASSIGN(const auto ids, encodersOf(Modality::text, !lines.empty()));
        FUSEFIND_TRY_ASSIGN(LatentRows rows, latentsOfTexts(workspace_, ids, lines, context_));
        for (size_t line = 0; line < lines.size(); ++line) {
            if (!rows.rowOf[line]) continue;
            result_.captions.push_back(lines[line]);
            result_.contents[index(Modality::text)].push_back(contentOf(lines[line]));
        }
        rowOf_[index(Modality::text)] = std::move(rows.rowOf);
        take(Modality::text, std::move(rows.rows));
        return {};
    }

    void pairs(Modality a, Modality b, const std::vector<IndexPair>& all) {
        PairKind kind{a, b, {}};
        for (const IndexPair& pair : all) {
            const auto first = rowOf_[index(a)][pair.first];
            const auto second = rowOf_[index(b)][pair.second];
            if (first && second) kind.pairs.push_back({static_cast<int64_t>(*first), static_cast<int64_t>(*second)});
        }
        if (!kind.pairs.empty()) result_.kinds.push_back(std::move(kind));
    }

    PairedLatents finish() {
        for (const auto& [path, reason] : skipped_)
            result_.skipped.push_back({path, reason});
        return std::move(result_);
    }

private:
    static size_t index(Modality modality) { return static_cast<size_t>(modality); }

    Result<std::vector<std::string>> encodersOf(Modality modality, bool needed) const {
        const auto found = encoders_.find(modality);
        if (found != encoders_.end() && !found->second.empty()) return found->second;
        if (!needed) return std::vector<std::string>();
        return fail(ErrorCode::notFound, "there is no encoder for " + std::string(toString(modality)), {},
                    "add one with `fusefind-cli models add DIR`");
    }

    void skip(const std::filesystem::path& file, const Error& error) {
        skipped_[file] = error.reason();
        if (onSkipped_) onSkipped_(skipped_.size());
    }

    void take(Modality modality, Matrix rows) {
        result_.rows[index(modality)].count = static_cast<int64_t>(rows.rows());
        result_.latents[index(modality)] = std::move(rows);
    }

    Workspace& workspace_;
    const EncoderChoice& encoders_;
    JobContext& context_;
    const OnSkipped& onSkipped_;
    PairedLatents result_;
    std::array<RowOf, kModalities.size()> rowOf_; // by item
    std::map<std::filesystem::path, std::string> skipped_;
};

} // namespace

Result<PairedData> readPairs(Workspace& workspace, std::span<const std::filesystem::path> folders,
                             JobContext& context) {
    FUSEFIND_TRY_ASSIGN(PairedData data,
                        readEditedPairs(workspace.database(), folders, context.stop(),
                                        [&](const Progress& progress) { context.progress(progress); }));
    if (!data.problems.empty())
        spdlog::warn("the paired folders have {} problems; `fusefind-cli pairs check` lists them",
                     data.problems.size());
    return data;
}

Result<PairedLatents> encodePairs(Workspace& workspace, const PairedData& data, const EncoderChoice& encoders,
                                  JobContext& context, const OnSkipped& onSkipped) {
    const auto start = std::chrono::steady_clock::now();
    PairEncoder encoder(workspace, encoders, context, onSkipped);
    FUSEFIND_TRY(encoder.files(Modality::image, data.images, data.imageSplits));
    FUSEFIND_TRY(encoder.files(Modality::audio, data.sounds, data.soundSplits));
    FUSEFIND_TRY(encoder.texts(data.texts));
    encoder.pairs(Modality::image, Modality::text, data.imageText);
    encoder.pairs(Modality::audio, Modality::text, data.audioText);
    encoder.pairs(Modality::image, Modality::audio, data.imageAudio);
    PairedLatents pairs = encoder.finish();
    pairs.encodeSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return pairs;
}

Result<PairedLatents> encodePairs(Workspace& workspace, std::span<const std::filesystem::path> folders,
                                  const EncoderChoice& encoders, JobContext& context, const OnSkipped& onSkipped) {
    FUSEFIND_TRY_ASSIGN(const PairedData data, readPairs(workspace, folders, context));
    return encodePairs(workspace, data, encoders, context, onSkipped);
}

Result<PairedLatents> readPairedLatents(const std::filesystem::path& a, const std::filesystem::path& b) {
    FUSEFIND_TRY_ASSIGN(LatentPair pair, readLatentPair(a, b));
    PairedLatents pairs;
    PairKind kind{pair.first.modality, pair.second.modality, {}};
    for (size_t row = 0; row < pair.owner.size(); ++row)
        kind.pairs.push_back({pair.owner[row], static_cast<int64_t>(row)});
    pairs.kinds.push_back(std::move(kind));
    for (LatentFile* file : {&pair.first, &pair.second}) {
        const auto index = static_cast<size_t>(file->modality);
        pairs.rows[index].count = static_cast<int64_t>(file->latents.rows());
        pairs.latents[index] = std::move(file->latents);
    }
    return pairs;
}

Result<std::vector<int64_t>> alikeRows(const Matrix& rows, JobContext& context) {
    NearDuplicateOptions options;
    options.goesOn = [&] {
        context.yield();
        return !context.cancelled();
    };
    return nearDuplicates(rows, options);
}

} // namespace fusefind
