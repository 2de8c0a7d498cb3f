// How long the live recall of 5,000 pictures with 25,000 captions takes: bench_recall [pictures]. The files lie below
// the system's temporary folder, their latents are made up; prints milliseconds, and how long a search would have
// waited.
#include "app/cli.h"
#include "bench/need.h"
#include "core/library/datasets/data_sets.h"
#include "core/library/file_contents.h"
#include "gpu/jobs/encode.h"
#include "gpu/jobs/live_recall.h"
#include "support/latent_like.h"
#include "support/small_data.h"
#include "support/temp_dir.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdlib>
#include <fstream>

using namespace fusefind;
namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* kPictures = "efficientnet-lite0";
constexpr const char* kCaptions = "minilm-l6";
constexpr int kPerPicture = 5;
constexpr size_t kFileBytes = 60'000;

void run(const Cli& cli, const QStringList& arguments) {
    if (const CliRun ran = cli.run(arguments); ran.status != 0) giveUp(ran.err.toStdString());
}

double millisecondsSince(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

std::string captionOf(int picture, int number) {
    return fmt::format("caption {} of picture {}", number, picture);
}

// All of them for testing: nobody decodes them.
void writeLargeSet(const fs::path& folder, int pictures) {
    fs::create_directories(folder);
    nlohmann::json images = nlohmann::json::array();
    for (int i = 0; i < pictures; ++i) {
        std::string bytes = std::to_string(i);
        bytes.resize(kFileBytes, static_cast<char>(i));
        const std::string name = fmt::format("{}.jpg", i);
        std::ofstream(folder / name, std::ios::binary) << bytes;
        nlohmann::json sentences = nlohmann::json::array();
        for (int k = 0; k < kPerPicture; ++k)
            sentences.push_back({{"raw", captionOf(i, k)}});
        images.push_back({{"filename", name}, {"split", "test"}, {"sentences", std::move(sentences)}});
    }
    std::ofstream(folder / "dataset.json") << nlohmann::json{{"images", std::move(images)}};
}

void store(Workspace& workspace, const char* encoder, Modality modality, const std::vector<Sha256>& contents) {
    LatentStore* const store = need(workspace.latents(encoder, modality));
    const Matrix rows = latentLike(contents.size(), store->dim(), 7);
    std::vector<NewLatents> latents(contents.size());
    for (size_t i = 0; i < contents.size(); ++i) {
        latents[i].content = contents[i];
        latents[i].rows.append(rows.row(i));
        latents[i].times.resize(1);
    }
    need(store->append(latents));
}

void fill(Workspace& workspace, const fs::path& folder, int pictures) {
    std::vector<Sha256> files;
    std::vector<Sha256> captions;
    for (int i = 0; i < pictures; ++i) {
        files.push_back(need(hashFile(folder / fmt::format("{}.jpg", i))));
        for (int k = 0; k < kPerPicture; ++k)
            captions.push_back(contentOf(captionOf(i, k)));
    }
    store(workspace, kPictures, Modality::image, files);
    store(workspace, kCaptions, Modality::text, captions);
    PairCheck check;
    check.data = need(readPairedFolders(std::span(&folder, 1)));
    check.images.resize(check.data.images.size());
    check.sounds.resize(check.data.sounds.size());
    need(storeDataSet(workspace.database(), check));
}

// Measures as the worker does, with a search that comes every 20 ms.
void measure(const char* name, JobQueue& queue, Workspace& workspace) {
    const auto start = Clock::now();
    RecallState state;
    auto job = queue.submit(JobPriority::normal, [&](JobContext& context) -> Status {
        state = need(liveRecall(workspace, context));
        return {};
    });
    std::atomic<bool> ended = false;
    std::jthread waiter([&] {
        need(job.wait());
        ended = true;
    });
    double longest = 0;
    while (!ended) {
        const auto asked = Clock::now();
        need(queue.submit(JobPriority::interactive, [](JobContext&) -> Status { return {}; }).wait());
        longest = std::max(longest, millisecondsSince(asked));
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    const DataSetRecall& recall = state.dataSets.at(0);
    fmt::print("{:<44} {:>8.0f} ms, a search waits up to {:.0f} ms; {} of {} pairs, R@10 {:.2f}\n", name,
               millisecondsSince(start), longest, recall.encoded, recall.pairs, recall.recalls.at(0).recall.r10);
}

} // namespace

int main(int argc, char** argv) {
    const int pictures = argc > 1 ? std::atoi(argv[1]) : 5000;
    const TempDir temporary;
    const fs::path root = fs::canonical(temporary.path());
    const Cli cli(root / "data");
    for (const char* id : {kCaptions, kPictures})
        run(cli, {"models", "add", QStringLiteral(FUSEFIND_MODELS_DIR "/") + QLatin1String(id)});
    writePairs(root / "pairs", 60, 0);
    for (const char* name : {"first", "second"})
        run(cli, {"train", QString::fromStdString((root / "pairs").native()), "--name", name, "--steps", "20", "--dim",
                  "512", "--layers", "2"});
    writeLargeSet(root / "large", pictures);
    std::unique_ptr<Workspace> workspace; // outlives the jobs that use it
    JobQueue queue;
    const auto inEngine = [&](auto body) {
        need(queue.submit(JobPriority::interactive, [&](JobContext&) -> Status { return body(); }).wait());
    };
    inEngine([&]() -> Status {
        configureThreads(0);
        workspace = need(Workspace::open(root / "data", need(chooseDevice("cpu"))));
        fill(*workspace, root / "large", pictures);
        return workspace->spaces().use("first");
    });
    measure("first time: every file is hashed", queue, *workspace);
    inEngine([&] { return workspace->spaces().use("second"); });
    measure("after a change of space", queue, *workspace);
    measure("nothing changed", queue, *workspace);
    return 0;
}
