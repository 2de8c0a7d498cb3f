#pragma once

#include "app/engine_fixture.h"
#include "core/library/datasets/data_sets.h"
#include "support/small_data.h"

namespace fusefind {

// A data set of 20 pictures and 4 sounds with their captions, of which the engine has encoded nothing yet.
struct PairsToEncode {
    PairsToEncode() : folder(std::filesystem::canonical(engine.folder.path()) / "pairs") {
        writePairs(folder, 20, 4);
        read();
    }

    void read() { dataSet = storeDataSet(database, checkPairs(std::span(&folder, 1), {}).value()).value().id; }

    // By a training, whose space is then in use.
    bool encode() { return engine.command({"train", folder.native(), "--name", "small", "--steps", "30"}) == 0; }

    EngineFixture engine;
    std::filesystem::path folder;
    Database database = Database::connect(engine.workspace->dataDir().database()).value();
    int64_t dataSet = 0;
};

} // namespace fusefind
