#pragma once

#include "app/engine_fixture.h"
#include "app/worker/training_keeper.h"
#include "support/small_data.h"

#include <QtTest/QTest>

namespace fusefind {

// Keepers on a real engine, in the test's own process, and 60 small pairs to train on.
class TrainingFixture {
public:
    static constexpr auto kForever = "100000"; // steps: some minutes

    TrainingFixture() : pairs(std::filesystem::canonical(engine.folder.path()) / "pairs") { writePairs(pairs, 48, 12); }

    std::unique_ptr<TrainingKeeper> keeper() {
        return std::make_unique<TrainingKeeper>(engine.queue, *engine.workspace);
    }
    // Each under a name of its own: space-1, space-2 …
    TrainingRequest request(const std::string& steps, const std::filesystem::path& folder) {
        TrainingRequest request;
        request.folders = {folder};
        request.name = "space-" + std::to_string(++spaces_);
        request.options = {{"steps", steps}, {"seed", "3"}};
        return request;
    }
    TrainingRequest request(const std::string& steps) { return request(steps, pairs); }

    static bool waits(const std::function<bool()>& condition) {
        constexpr int kPatienceMs = 120'000; // a busy machine
        return QTest::qWaitFor(condition, kPatienceMs);
    }
    static bool reaches(const TrainingKeeper& keeper, TrainingPhase phase) {
        return waits([&] { return keeper.state().phase == phase || keeper.state().phase == TrainingPhase::failed; }) &&
               keeper.state().phase == phase;
    }
    static bool hasEpochs(const TrainingKeeper& keeper, size_t count) {
        return waits([&] { return keeper.state().epochs.size() >= count; });
    }
    // The compute thread takes other work, and comes back to nothing.
    bool isFree() {
        const bool done =
            engine.run([](Workspace&, JobContext&) -> Status { return {}; }, JobPriority::background).has_value();
        QCoreApplication::processEvents(); // what the training posted
        return done;
    }
    [[nodiscard]] std::filesystem::path recordFile() const { return engine.workspace->dataDir().root() / "training"; }
    [[nodiscard]] bool hasSpace(const std::string& name) const {
        return std::filesystem::exists(engine.workspace->spaces().folder(name) / "space.json");
    }

    EngineFixture engine;
    std::filesystem::path pairs;

private:
    int spaces_ = 0;
};

inline bool mentions(const TrainingKeeper& keeper, std::string_view words) {
    return keeper.state().problem.find(words) != std::string::npos;
}

} // namespace fusefind
