#include "app/cli/interrupt.h"
#include "app/worker/requests.h"
#include "core/base/log.h"
#include "core/protocol/methods.h"
#include "gpu/jobs/search_job.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <malloc.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QTimer>
#include <cstdio>

namespace fusefind {

namespace {

struct Options {
    std::filesystem::path dataDir = DataDir::defaultRoot();
    std::string device = "auto";
    int threads = 0;
    uint64_t memoryLimitMb = 0;
    bool exitWithClients = false;
};

void addOptions(CLI::App& app, Options& options) {
    app.set_version_flag("--version", std::string("fusefind-worker ") + FUSEFIND_VERSION);
    app.add_option("--data-dir", options.dataDir, "Where FuseFind keeps its data")->capture_default_str();
    app.add_option("--device", options.device, "auto, cpu, cuda or cuda:N")->take_last()->capture_default_str();
    app.add_option("--threads", options.threads, "Threads for computing; 0: one a core")
        ->take_last()
        ->check(CLI::Range(0, 1024));
    app.add_option("--memory-limit", options.memoryLimitMb, "Megabytes of encoders to keep loaded; 0: any")
        ->take_last()
        ->check(CLI::Range(0, 1'000'000));
    app.add_flag("--exit-with-clients", options.exitWithClients, "End some seconds after the last client has left");
}

// On the compute thread, which owns Torch.
Result<std::unique_ptr<Workspace>> openWorkspace(JobQueue& queue, const Options& options) {
    Result<std::unique_ptr<Workspace>> workspace = fail(ErrorCode::internal, "not opened");
    auto job = queue.submit(JobPriority::interactive, [&](JobContext&) -> Status {
        configureThreads(options.threads);
        FUSEFIND_TRY_ASSIGN(const Device device, chooseDevice(options.device));
        workspace = Workspace::open(options.dataDir, device);
        if (workspace) (*workspace)->encoders().setLimit(options.memoryLimitMb * 1'000'000);
        return {};
    });
    FUSEFIND_TRY(job.wait());
    return workspace;
}

// Loads what the first search would wait for: the text encoder and the index.
void warmUp(JobQueue& queue, Workspace& workspace) {
    queue.submit(JobPriority::interactive, [&workspace](JobContext& context) -> Status {
        LibraryQuery query;
        query.terms.push_back({"warm up", {}, true, 1});
        FUSEFIND_TRY(searchLibrary(workspace, query, context));
        return {};
    });
}

// A window left open overnight needs no networks in memory; the next search loads its own again, in a quarter of a
// second.
void dropIdleEncoders(QTimer& timer, JobQueue& queue, Workspace& workspace) {
    static constexpr std::chrono::minutes kIdle(15);
    QObject::connect(&timer, &QTimer::timeout, &timer, [&queue, &workspace] {
        queue.submit(JobPriority::background, [&workspace](JobContext&) -> Status {
            if (workspace.encoders().dropUnused(kIdle)) ::malloc_trim(0);
            return {};
        });
    });
    timer.start(kIdle / 3);
}

// Not while a training runs: it outlives the window. One that is paused goes on another day.
void leaveWithClients(Server& server, TrainingKeeper& trainings) {
    constexpr std::chrono::seconds kGrace(5); // a window that is opened again finds the worker still there
    auto* timer = new QTimer(&server);
    timer->setSingleShot(true);
    timer->setInterval(kGrace);
    const auto considerLeaving = [&server, timer] {
        if (server.clients() == 0) timer->start();
    };
    QObject::connect(&server, &Server::clientLeft, timer, considerLeaving);
    QObject::connect(&trainings, &TrainingKeeper::ended, timer, considerLeaving);
    QObject::connect(timer, &QTimer::timeout, &server, [&server, &trainings] {
        if (server.clients() == 0 && !trainings.isUnderWay()) QCoreApplication::quit();
    });
    timer->start();
}

Status runWorker(const Options& options, const std::stop_token& stop) {
    std::unique_ptr<Workspace> workspace; // outlives the jobs that use it
    JobQueue queue;
    FUSEFIND_TRY_ASSIGN(workspace, openWorkspace(queue, options));
    startLog(spdlog::level::warn, workspace->dataDir().root() / "worker.log");
    Server server;
    FUSEFIND_TRY(server.listen(options.dataDir));
    ScanKeeper scans(queue, *workspace);
    RecallKeeper recalls(queue, *workspace);
    TrainingKeeper trainings(queue, *workspace); // ends first: what waits for its thread would wait for all its steps
    const Requests requests(server, queue, *workspace, scans, trainings, recalls);
    QObject::connect(&scans, &ScanKeeper::stateChanged, &server, [&](const ScanState& state) {
        server.broadcast({event::kScan, toJson(state)});
    });
    QObject::connect(&scans, &ScanKeeper::libraryChanged, &server, [&] {
        server.broadcast({event::kChanged, Json::object()});
    });
    QObject::connect(&trainings, &TrainingKeeper::stateChanged, &server, [&](const TrainingState& state) {
        server.broadcast({event::kTraining, toJson(state)});
    });
    QObject::connect(&recalls, &RecallKeeper::stateChanged, &server, [&](const RecallState& state) {
        server.broadcast({event::kRecall, toJson(state)});
    });
    QObject::connect(&scans, &ScanKeeper::libraryChanged, &recalls, &RecallKeeper::lookAgain);
    QObject::connect(&trainings, &TrainingKeeper::ended, &recalls, &RecallKeeper::lookAgain);
    // A space that was made may be in use at once.
    QObject::connect(&trainings, &TrainingKeeper::ended, &scans, &ScanKeeper::lookForChanges);
    if (options.exitWithClients) leaveWithClients(server, trainings);
    warmUp(queue, *workspace);
    QTimer idle;
    dropIdleEncoders(idle, queue, *workspace);

    const std::stop_callback quit(
        stop, [] { QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection); });
    fmt::print("ready\n");
    std::fflush(stdout);
    QCoreApplication::exec();
    return {};
}

} // namespace

} // namespace fusefind

int main(int argc, char** argv) {
    using namespace fusefind;
    const std::stop_token stop = stopOnInterrupt(); // before any thread starts
    const QCoreApplication application(argc, argv);
    Options options;
    CLI::App app{"The background process of FuseFind: encodes, indexes, searches, trains.", "fusefind-worker"};
    addOptions(app, options);
    CLI11_PARSE(app, argc, argv);
    if (const Status status = runWorker(options, stop); !status) {
        fmt::print(stderr, "error: {}\n", status.error().text());
        return 1;
    }
    return 0;
}
