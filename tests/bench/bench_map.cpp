// How soon the map of a large data set is there: bench_map [pairs]. The pairs, of which no file exists, and their
// latents are made up; the space is the one that comes along. Prints milliseconds.
#include "app/engine_fixture.h"
#include "app/worker/map_method.h"
#include "core/library/datasets/data_sets.h"
#include "core/library/datasets/pair_contents.h"
#include "support/latent_like.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>

using namespace fusefind;

namespace {

PairCheck madeUpPairs(int count) {
    PairCheck check;
    check.data.folders.push_back({"/pairs", "made up"});
    for (int i = 0; i < count; ++i) {
        check.data.images.emplace_back(fmt::format("/pairs/{}/{}.jpg", i / 1000, i));
        check.data.texts.push_back(fmt::format("caption {} of a thing", i));
        check.data.imageText.push_back({static_cast<size_t>(i), static_cast<size_t>(i)});
    }
    check.data.imageSplits.resize(check.data.images.size());
    check.data.imageContents.resize(check.data.images.size());
    check.images.resize(check.data.images.size());
    return check;
}

Status writeLatents(LatentStore& store, std::span<const Sha256> contents, uint32_t seed) {
    constexpr size_t kBlock = 2048;
    constexpr float kSpread = 20; // of an encoder's own latents, about
    for (size_t begin = 0; begin < contents.size(); begin += kBlock) {
        const size_t count = std::min(kBlock, contents.size() - begin);
        const Matrix rows = latentLike(count, store.dim(), seed + static_cast<uint32_t>(begin), seed);
        std::vector<NewLatents> latents(count);
        for (size_t i = 0; i < count; ++i) {
            latents[i].content = contents[begin + i];
            latents[i].rows.append(rows.row(i));
            for (float& value : latents[i].rows.values())
                value *= kSpread;
            latents[i].times.resize(1);
        }
        FUSEFIND_TRY(store.append(latents));
    }
    return {};
}

// Keeps the pairs as if they had been trained on.
Result<int64_t> prepare(Workspace& workspace, int count) {
    FUSEFIND_TRY_ASSIGN(const DataSetInfo info, storeDataSet(workspace.database(), madeUpPairs(count)));
    FUSEFIND_TRY_ASSIGN(const PairContents contents, pairContents(workspace.database(), info.id));
    std::vector<Sha256> images;
    FUSEFIND_TRY_ASSIGN(auto transaction, Transaction::begin(workspace.database()));
    for (const PairContents::File& file : contents.files) {
        images.push_back(hashBytes(std::as_bytes(std::span(file.path.native()))));
        FUSEFIND_TRY(workspace.database().execute("INSERT INTO file_contents (path, size, mtime_ns, content)"
                                                  " VALUES (?1, 0, 0, ?2)",
                                                  file.path, images.back()));
    }
    FUSEFIND_TRY(transaction.commit());
    FUSEFIND_TRY_ASSIGN(const auto space, workspace.spaces().load({}));
    for (const auto& [modality, made] : space->info().modalities) {
        if (modality == Modality::audio) continue;
        for (const std::string& id : made.encoders) {
            FUSEFIND_TRY_ASSIGN(LatentStore* const store, workspace.latents(id, modality));
            FUSEFIND_TRY(writeLatents(*store, modality == Modality::image ? images : contents.captions,
                                      static_cast<uint32_t>(modality) + 1));
        }
    }
    return info.id;
}

} // namespace

int main(int argc, char** argv) {
    const int pairs = argc > 1 ? std::atoi(argv[1]) : 200'000;
    EngineFixture engine;
    engine.command({"models", "add", FUSEFIND_MODELS_DIR "/efficientnet-lite2"}); // the default space wants both
    int64_t dataSet = 0;
    const Status prepared = engine.run([&](Workspace& workspace, JobContext&) -> Status {
        configureThreads(0);
        FUSEFIND_TRY_ASSIGN(dataSet, prepare(workspace, pairs));
        return {};
    });
    if (!prepared) {
        fmt::print(stderr, "error: {}\n", prepared.error().text());
        return 1;
    }
    const auto start = std::chrono::steady_clock::now();
    const auto tell = [&](const std::string& what) {
        const auto passed = std::chrono::steady_clock::now() - start;
        fmt::print("{:<44} {:>10.1f} ms\n", what, std::chrono::duration<double, std::milli>(passed).count());
    };
    size_t placed = 0;
    bool moves = false;
    const auto answer = drawMap(dataSet, engine.queue, *engine.workspace, {}, {}, [&](const MapStep& step) {
        if (placed == 0) tell(fmt::format("the first {} pairs have a place", step.pairs.size()));
        placed += step.pairs.size();
        if (placed == static_cast<size_t>(pairs) && !step.pairs.empty()) tell("all have one");
        if (step.pairs.empty() && !std::exchange(moves, true)) tell("neighbours begin to move together");
    });
    tell(answer ? "the map is finished" : answer.error().text());
    return answer ? 0 : 1;
}
