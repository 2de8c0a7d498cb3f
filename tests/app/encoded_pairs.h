#pragma once

#include "app/engine_fixture.h"
#include "core/library/datasets/data_sets.h"
#include "gpu/jobs/paired_latents.h"
#include "support/small_data.h"

namespace fusefind {

// A data set of 20 pictures and 4 sounds with their captions, of which the engine has encoded nothing yet.
struct EncodedPairs {
    EncodedPairs() : folder(std::filesystem::canonical(engine.folder.path()) / "pairs") {
        writePairs(folder, 20, 4);
        read();
    }

    void read() { dataSet = storeDataSet(database, checkPairs(std::span(&folder, 1), {}).value()).value().id; }

    // With the encoders of the space in use, as a training does.
    Status encode() {
        return engine.run([&](Workspace& workspace, JobContext& context) -> Status {
            FUSEFIND_TRY_ASSIGN(const auto space, workspace.spaces().load({}));
            EncoderChoice encoders;
            for (const auto& [modality, made] : space->info().modalities)
                encoders[modality] = made.encoders;
            FUSEFIND_TRY(encodePairs(workspace, std::span(&folder, 1), encoders, context));
            return {};
        });
    }

    EngineFixture engine;
    std::filesystem::path folder;
    Database database = Database::connect(engine.workspace->dataDir().database()).value();
    int64_t dataSet = 0;
};

} // namespace fusefind
