#include "gpu/jobs/live_recall.h"

#include "core/library/datasets/data_sets.h"
#include "core/library/datasets/held_out_data.h"
#include "core/library/file_contents.h"
#include "core/library/recall_history.h"
#include "gpu/jobs/encode.h"
#include "gpu/jobs/held_out.h"
#include "gpu/jobs/latent_rows.h"

namespace fusefind {

namespace {

constexpr int64_t kHistory = 100; // points that a window is told

// The latents of a space's encoders, by modality.
using Stores = std::map<Modality, std::vector<LatentStore>>;

// What decides a recall besides the pairs: the space, and whose latents it takes.
struct Measured {
    std::shared_ptr<const Space> space;
    Stores stores;
    std::string key;
};

// What a data set holds out as far as its latents are stored, with the rows of an evaluation.
struct HeldOutLatents {
    Split split = Split::validation;
    int64_t pairs = 0; // of kinds that the space knows
    int64_t encoded = 0;
    std::array<Matrix, kModalities.size()> latents;
    std::vector<PairKind> kinds;
    Sha256 basis{};
};

size_t index(Modality modality) {
    return static_cast<size_t>(modality);
}

// Reads on a thread of its own, through a connection of its own.
class HeldOutReader {
public:
    HeldOutReader(Database& database, const Stores& stores, const std::string& key, std::stop_token stop)
        : database_(database), stores_(stores), stop_(std::move(stop)) {
        hash(key);
    }

    Result<HeldOutLatents> run(int64_t dataSet) {
        FUSEFIND_TRY_ASSIGN(const HeldOutData held, heldOutData(database_, dataSet));
        found_.split = held.split;
        FUSEFIND_TRY(readFiles(Modality::image, held.data.images));
        FUSEFIND_TRY(readFiles(Modality::audio, held.data.sounds));
        Contents captions;
        for (const std::string& text : held.data.texts)
            captions.emplace_back(contentOf(text));
        FUSEFIND_TRY(readLatents(Modality::text, captions));
        addPairs(Modality::image, Modality::text, held.data.imageText);
        addPairs(Modality::audio, Modality::text, held.data.audioText);
        addPairs(Modality::image, Modality::audio, held.data.imageAudio);
        found_.basis = basis_.finish();
        return std::move(found_);
    }

private:
    using Contents = std::vector<std::optional<Sha256>>;

    void hash(std::string_view text) { basis_.update(std::as_bytes(std::span(text))); }

    Status readFiles(Modality modality, const std::vector<std::filesystem::path>& files) {
        if (!stores_.contains(modality)) return {};
        Contents contents;
        for (const auto& file : files) {
            const auto content = knownContent(database_, file, stop_);
            if (stop_.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
            contents.push_back(content ? std::optional(*content) : std::nullopt); // one that is gone has no latent
        }
        return readLatents(modality, contents);
    }

    Status readLatents(Modality modality, const Contents& contents) {
        const auto known = stores_.find(modality);
        if (known == stores_.end()) return {};
        std::vector<LatentStore> stores;
        for (const LatentStore& store : known->second)
            stores.push_back(store.on(database_));
        std::vector<Sha256> asked;
        std::vector<size_t> itemOf;
        for (size_t item = 0; item < contents.size(); ++item) {
            if (!contents[item]) continue;
            asked.push_back(*contents[item]);
            itemOf.push_back(item);
        }
        FUSEFIND_TRY_ASSIGN(LatentRows rows, storedLatents(stores, asked));
        auto& rowOf = rowOf_[index(modality)];
        rowOf.resize(contents.size());
        hash(toString(modality));
        for (size_t i = 0; i < asked.size(); ++i) {
            if (!rows.rowOf[i]) continue;
            rowOf[itemOf[i]] = rows.rowOf[i];
            basis_.update(asked[i]);
        }
        found_.latents[index(modality)] = std::move(rows.rows);
        return stop_.stop_requested() ? fail(ErrorCode::cancelled, "cancelled") : Status();
    }

    void addPairs(Modality a, Modality b, const std::vector<IndexPair>& all) {
        if (!stores_.contains(a) || !stores_.contains(b)) return;
        PairKind kind{a, b, {}};
        for (const IndexPair& pair : all) {
            const auto first = rowOf_[index(a)][pair.first];
            const auto second = rowOf_[index(b)][pair.second];
            if (first && second) kind.pairs.push_back({static_cast<int64_t>(*first), static_cast<int64_t>(*second)});
        }
        found_.pairs += std::ssize(all);
        found_.encoded += std::ssize(kind.pairs);
        hash(toString(b));
        basis_.update(std::as_bytes(std::span(kind.pairs)));
        if (!kind.pairs.empty()) found_.kinds.push_back(std::move(kind));
    }

    Database& database_;
    const Stores& stores_;
    std::stop_token stop_;
    Hasher basis_;
    HeldOutLatents found_;
    std::array<std::vector<std::optional<size_t>>, kModalities.size()> rowOf_; // by item
};

Result<HeldOutLatents> readHeldOut(Workspace& workspace, const Measured& what, int64_t dataSet, JobContext& context) {
    Result<HeldOutLatents> held = fail(ErrorCode::cancelled, "cancelled");
    context.aside([&] {
        held = Database::connect(workspace.dataDir().database()).and_then([&](Database database) {
            return HeldOutReader(database, what.stores, what.key, context.stop()).run(dataSet);
        });
    });
    return held;
}

// As Space::evaluate, but that searches come between.
Result<std::vector<DirectionRecall>> measure(const Space& space, const HeldOutLatents& held, JobContext& context) {
    const auto project = [&](Modality modality, const Matrix& rows) { return space.project(modality, rows); };
    std::vector<KindRecall> recalls;
    for (const PairKind& kind : held.kinds) {
        FUSEFIND_TRY_ASSIGN(const KindPoints points, projectKind(held.latents, kind, project));
        Result<PairHits> hits = fail(ErrorCode::cancelled, "cancelled");
        context.aside([&] { hits = recallHits(points.a, points.b, points.pairs, context.stop()); });
        if (!hits) return fail(hits.error());
        recalls.push_back({kind.a, kind.b, summarize(*hits)});
    }
    return directionsOf(recalls);
}

Result<DataSetRecall> recallOf(Workspace& workspace, const Measured& what, const DataSetInfo& set,
                               JobContext& context) {
    FUSEFIND_TRY_ASSIGN(const HeldOutLatents held, readHeldOut(workspace, what, set.id, context));
    DataSetRecall recall{set.id, set.path, held.split, held.pairs, held.encoded, {}, {}};
    if (held.encoded > 0) {
        FUSEFIND_TRY_ASSIGN(auto known, recallOn(workspace.database(), set.id, held.basis));
        if (!known) {
            FUSEFIND_TRY_ASSIGN(known, measure(*what.space, held, context));
        }
        recall.recalls = std::move(*known);
        FUSEFIND_TRY(
            rememberRecall(workspace.database(), {set.id, what.space->info().name, held.basis, recall.recalls}));
    }
    FUSEFIND_TRY_ASSIGN(recall.history, recallHistory(workspace.database(), set.id, kHistory));
    return recall;
}

Result<Measured> spaceInUse(Workspace& workspace, const std::string& name) {
    Measured what;
    FUSEFIND_TRY_ASSIGN(what.space, workspace.spaces().load(name));
    what.key = what.space->fingerprint();
    for (const auto& [modality, description] : what.space->info().modalities) {
        for (const std::string& id : description.encoders) {
            FUSEFIND_TRY_ASSIGN(const LatentStore* const store, workspace.latents(id, modality));
            FUSEFIND_TRY_ASSIGN(const std::string latents, workspace.latentName(id, modality));
            what.stores[modality].push_back(*store);
            what.key += '\n' + latents;
        }
    }
    return what;
}

} // namespace

Result<RecallState> liveRecall(Workspace& workspace, JobContext& context) {
    RecallState state;
    FUSEFIND_TRY_ASSIGN(const auto used, workspace.spaces().inUse());
    FUSEFIND_TRY_ASSIGN(const auto sets, dataSets(workspace.database()));
    if (!used || sets.empty()) return state;
    FUSEFIND_TRY_ASSIGN(const Measured what, spaceInUse(workspace, *used));
    state.space = *used;
    for (const DataSetInfo& set : sets) {
        auto recall = recallOf(workspace, what, set, context);
        if (recall) state.dataSets.push_back(std::move(*recall));
        // Removed a moment ago: somebody will ask again.
        if (!recall && recall.error().code != ErrorCode::notFound) return fail(recall.error());
    }
    return state;
}

} // namespace fusefind
