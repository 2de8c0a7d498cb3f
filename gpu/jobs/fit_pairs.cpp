#include "gpu/jobs/fit_pairs.h"

#include "core/eval/score_block.h"
#include "core/library/datasets/pair_fits.h"
#include "gpu/jobs/pair_points.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <set>

namespace fusefind {

namespace {

constexpr size_t kStrangers = 2048; // a rank among more would say little more
constexpr size_t kBlock = 256;      // pairs that a search may have to wait for

// Files of one modality that pairs are compared with.
struct Strangers {
    std::vector<Sha256> contents; // [N]
    Matrix points;                // [N, dim]
    std::vector<ScoreBlock> blocks;
};

// A file and what it is paired with.
struct Ends {
    Modality file;
    Modality other;
};

Ends endsOf(DataPairKind kind) {
    switch (kind) {
    case DataPairKind::imageText:
        return {Modality::image, Modality::text};
    case DataPairKind::audioText:
        return {Modality::audio, Modality::text};
    case DataPairKind::imageAudio:
        break;
    }
    return {Modality::image, Modality::audio};
}

std::optional<size_t> fileOf(const PairContents::Pair& pair, Modality modality) {
    return modality == Modality::image ? pair.image : pair.sound;
}

// Of all pairs whose file is of this modality, in random order, each content once.
std::vector<Sha256> drawContents(const PairContents& contents, Modality modality) {
    std::set<Sha256> all;
    for (const PairContents::Pair& pair : contents.pairs)
        if (const auto row = fileOf(pair, modality); row && contents.files[*row].content)
            all.insert(*contents.files[*row].content);
    std::vector<Sha256> drawn;
    std::ranges::sample(all, std::back_inserter(drawn), kStrangers, std::mt19937_64(1));
    return drawn;
}

Result<Strangers> drawStrangers(Workspace& workspace, const Space& space, const PairContents& contents,
                                Modality modality) {
    const std::vector<Sha256> drawn = drawContents(contents, modality);
    FUSEFIND_TRY_ASSIGN(const ContentPoints known, storedPoints(workspace, space, modality, drawn));
    Strangers strangers;
    for (size_t i = 0; i < drawn.size(); ++i) {
        const auto point = known.of(i);
        if (point.empty()) continue;
        strangers.contents.push_back(drawn[i]);
        strangers.points.append(point);
    }
    for (size_t first = 0; first < strangers.points.rows(); first += ScoreBlock::kWidth)
        strangers.blocks.emplace_back(strangers.points, first);
    return strangers;
}

// The strangers' cosines to one half of a pair, whose own file may be among them.
class Comparison {
public:
    Comparison(const Sha256& own, float ownScore, PairFit& fit) : own_(own), ownScore_(ownScore), fit_(fit) {}

    void add(std::span<const Sha256> contents, std::span<const float> scores) {
        for (size_t i = 0; i < scores.size(); ++i) {
            if (contents[i] == own_) continue;
            ++count_;
            sum_ += scores[i];
            squares_ += double{scores[i]} * scores[i];
            if (scores[i] > ownScore_) ++nearer_;
        }
    }

    void finish() {
        if (count_ < 2) return;
        const double mean = sum_ / static_cast<double>(count_);
        const double deviation = std::sqrt(std::max(0.0, squares_ / static_cast<double>(count_) - mean * mean));
        fit_.fit = deviation > 0 ? (ownScore_ - mean) / deviation : 0;
        fit_.rank = nearer_ + 1;
    }

private:
    Sha256 own_;
    float ownScore_;
    PairFit& fit_;
    int64_t count_ = 0;
    double sum_ = 0;
    double squares_ = 0;
    int64_t nearer_ = 0;
};

class FitMaker {
public:
    FitMaker(Workspace& workspace, JobContext& context) : workspace_(workspace), context_(context) {}

    Status run(int64_t dataSet) {
        FUSEFIND_TRY_ASSIGN(space_, workspace_.spaces().load({}));
        FUSEFIND_TRY(aside([&](Database& database) -> Status {
            FUSEFIND_TRY_ASSIGN(contents_, pairContents(database, dataSet, context_.stop()));
            return {};
        }));
        for (const Modality modality : {Modality::image, Modality::audio}) {
            FUSEFIND_TRY_ASSIGN(strangers_[static_cast<size_t>(modality)],
                                drawStrangers(workspace_, *space_, contents_, modality));
        }
        const auto twins = twinsOf(contents_);
        for (size_t i = 0; i < contents_.pairs.size(); ++i)
            fits_.push_back({contents_.pairs[i].id, {}, {}, twins[i]});
        for (const DataPairKind kind : kDataPairKinds)
            FUSEFIND_TRY(measure(kind));
        return aside([&](Database& database) { return storePairFits(database, dataSet, fits_, context_.stop()); });
    }

private:
    // On a thread and through a connection of its own; searches need not wait for the disk.
    Status aside(const std::function<Status(Database&)>& work) {
        Status done;
        context_.aside([&] {
            Result<Database> database = Database::connect(workspace_.dataDir().database());
            done = database ? work(*database) : Status(fail(database.error()));
        });
        return done;
    }

    Status measure(DataPairKind kind) {
        const Ends ends = endsOf(kind);
        const Strangers& strangers = strangers_[static_cast<size_t>(ends.file)];
        std::vector<size_t> pairs;
        for (size_t i = 0; i < contents_.pairs.size(); ++i)
            if (contents_.pairs[i].kind == kind) pairs.push_back(i);
        for (size_t begin = 0; begin < pairs.size() && !strangers.blocks.empty(); begin += kBlock) {
            if (context_.cancelled()) return fail(ErrorCode::cancelled, "cancelled");
            FUSEFIND_TRY(
                measureBlock(ends, strangers, std::span(pairs).subspan(begin, std::min(kBlock, pairs.size() - begin))));
            context_.progress({"compare", static_cast<int64_t>(begin), std::ssize(contents_.pairs), {}});
            context_.yield();
        }
        return {};
    }

    Status measureBlock(const Ends& ends, const Strangers& strangers, std::span<const size_t> pairs) {
        FUSEFIND_TRY_ASSIGN(const ContentPoints files, halfPoints(workspace_, *space_, contents_, pairs, ends.file));
        FUSEFIND_TRY_ASSIGN(const ContentPoints others, halfPoints(workspace_, *space_, contents_, pairs, ends.other));
        Matrix queries;
        std::vector<Comparison> comparisons;
        for (size_t i = 0; i < pairs.size(); ++i) {
            const auto file = files.of(i);
            const auto other = others.of(i);
            if (file.empty() || other.empty()) continue;
            queries.append(other);
            const PairContents::Pair& pair = contents_.pairs[pairs[i]];
            comparisons.emplace_back(*contents_.files[*fileOf(pair, ends.file)].content,
                                     std::inner_product(file.begin(), file.end(), other.begin(), 0.0F),
                                     fits_[pairs[i]]);
        }
        if (!queries.empty()) compare(queries, strangers, comparisons);
        return {};
    }

    static void compare(const Matrix& queries, const Strangers& strangers, std::vector<Comparison>& comparisons) {
        std::vector<float> scores(queries.rows() * ScoreBlock::kWidth);
        for (size_t block = 0; block < strangers.blocks.size(); ++block) {
            const size_t first = block * ScoreBlock::kWidth;
            const size_t width = std::min(ScoreBlock::kWidth, strangers.contents.size() - first);
            strangers.blocks[block].score(queries, 0, queries.rows(), scores);
            for (size_t i = 0; i < comparisons.size(); ++i)
                comparisons[i].add(std::span(strangers.contents).subspan(first, width),
                                   std::span(scores).subspan(i * ScoreBlock::kWidth, width));
        }
        for (Comparison& comparison : comparisons)
            comparison.finish();
    }

    Workspace& workspace_;
    JobContext& context_;
    std::shared_ptr<const Space> space_;
    PairContents contents_;
    std::array<Strangers, kModalities.size()> strangers_;
    std::vector<PairFit> fits_;
};

} // namespace

Status fitPairs(Workspace& workspace, int64_t dataSet, JobContext& context) {
    return FitMaker(workspace, context).run(dataSet);
}

} // namespace fusefind
