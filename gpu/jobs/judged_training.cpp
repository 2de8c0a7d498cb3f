#include "gpu/jobs/judged_training.h"

#include "core/library/judged_pairs.h"
#include "gpu/jobs/latent_rows.h"

#include <map>
#include <set>

namespace fusefind {

namespace {

size_t index(Modality modality) {
    return static_cast<size_t>(modality);
}

// Of the files of one modality with what is said of them.
class JudgedFiles {
public:
    JudgedFiles(Workspace& workspace, const EncoderChoice& encoders, PairedLatents& pairs, PairSplit& part,
                const std::vector<PairSplit>& parts, Modality modality, JobContext& context)
        : workspace_(workspace),
          encoders_(encoders),
          pairs_(pairs),
          part_(part),
          modality_(modality),
          context_(context) {
        for (const PairSplit& one : parts) {
            take(one, one.train, trained_);
            take(one, one.val, heldOut_);
            take(one, one.test, heldOut_);
        }
    }

    Status add(const std::vector<GoodPair>& good) {
        FUSEFIND_TRY(findFiles(good));
        std::vector<const GoodPair*> taken;
        std::vector<std::string> texts;
        for (const GoodPair& one : good) {
            const auto row = rowOf_.find(one.content);
            if (row == rowOf_.end() || !trained_.contains(row->second)) continue;
            taken.push_back(&one);
            texts.push_back(one.text);
        }
        if (texts.empty()) return {};
        FUSEFIND_TRY_ASSIGN(const LatentRows rows,
                            latentsOfTexts(workspace_, encoders_.at(Modality::text), texts, context_));
        for (size_t i = 0; i < texts.size(); ++i)
            if (rows.rowOf[i]) addPair(rowOf_.at(taken[i]->content), *taken[i], rows.rows.row(*rows.rowOf[i]));
        return {};
    }

private:
    void take(const PairSplit& part, const std::vector<RowPair>& from, std::set<int64_t>& rows) const {
        if (part.a != modality_ && part.b != modality_) return;
        for (const RowPair& pair : from)
            rows.insert(part.a == modality_ ? pair.a : pair.b);
    }

    // Rows of the files in the data, and new ones for the others.
    Status findFiles(const std::vector<GoodPair>& good) {
        const auto& contents = pairs_.contents[index(modality_)];
        for (size_t row = 0; row < contents.size(); ++row) {
            // Of copies, one that is not trained on speaks for all.
            const auto [known, isNew] = rowOf_.try_emplace(contents[row], static_cast<int64_t>(row));
            if (!isNew && !trained_.contains(static_cast<int64_t>(row))) known->second = static_cast<int64_t>(row);
        }
        std::vector<EncodeTask> tasks;
        std::set<Sha256> seen;
        for (const GoodPair& one : good)
            if (!rowOf_.contains(one.content) && seen.insert(one.content).second)
                tasks.push_back({one.file, one.content});
        return tasks.empty() ? Status() : addFiles(tasks);
    }

    Status addFiles(const std::vector<EncodeTask>& tasks) {
        const EncodeSinks sinks{[](const EncodeTask&, const Error&) -> Status { return {}; }, // the scan says why
                                [](const EncodeTask&, const MediaInfo&) -> Status { return {}; }};
        FUSEFIND_TRY_ASSIGN(const LatentRows rows,
                            latentsOfFiles(workspace_, modality_, encoders_.at(modality_), tasks, sinks, context_));
        Matrix all = pairs_.latents[index(modality_)];
        all.append(rows.rows);
        FUSEFIND_TRY_ASSIGN(const auto alike, alikeRows(all, context_));
        std::set<int64_t> untouchable; // what is nearly the same as something held out
        for (const int64_t row : heldOut_)
            untouchable.insert(alike[static_cast<size_t>(row)]);
        const auto known = static_cast<int64_t>(pairs_.latents[index(modality_)].rows());
        for (size_t i = 0; i < tasks.size(); ++i) {
            if (!rows.rowOf[i]) continue;
            const int64_t row = known + static_cast<int64_t>(*rows.rowOf[i]);
            rowOf_[tasks[i].content] = row;
            if (!untouchable.contains(alike[static_cast<size_t>(row)])) trained_.insert(row);
        }
        pairs_.latents[index(modality_)] = std::move(all);
        return {};
    }

    void addPair(int64_t file, const GoodPair& good, std::span<const float> latent) {
        Matrix& texts = pairs_.latents[index(Modality::text)];
        const auto text = static_cast<int64_t>(texts.rows());
        texts.append(latent);
        pairs_.captions.push_back(good.text);
        part_.train.push_back(part_.a == modality_ ? RowPair{file, text} : RowPair{text, file});
    }

    Workspace& workspace_;
    const EncoderChoice& encoders_;
    PairedLatents& pairs_;
    PairSplit& part_;
    Modality modality_;
    JobContext& context_;
    std::set<int64_t> trained_;
    std::set<int64_t> heldOut_;
    std::map<Sha256, int64_t> rowOf_;
};

bool joins(const PairSplit& part, Modality modality) {
    return (part.a == modality && part.b == Modality::text) || (part.a == Modality::text && part.b == modality);
}

} // namespace

Status addJudgedPairs(Workspace& workspace, const EncoderChoice& encoders, PairedLatents& pairs,
                      std::vector<PairSplit>& parts, JobContext& context) {
    FUSEFIND_TRY_ASSIGN(const auto good, goodPairs(workspace.database()));
    for (const Modality modality : {Modality::image, Modality::audio}) {
        const auto part = std::ranges::find_if(parts, [&](const PairSplit& one) { return joins(one, modality); });
        if (part == parts.end()) continue;
        std::vector<GoodPair> own;
        std::ranges::copy_if(good, std::back_inserter(own),
                             [&](const GoodPair& one) { return modalityOf(one.kind) == modality; });
        if (own.empty()) continue;
        FUSEFIND_TRY(JudgedFiles(workspace, encoders, pairs, *part, parts, modality, context).add(own));
    }
    return {};
}

} // namespace fusefind
