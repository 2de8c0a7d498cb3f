#include "app/worker/scan_keeper.h"

#include "app/worker/library_folders.h"
#include "core/library/settings.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace fusefind {

namespace {

constexpr std::chrono::seconds kSettle(2);
constexpr std::chrono::minutes kPeriod(10);
constexpr std::chrono::seconds kFoldersDue(5);
constexpr const char* kPausedKey = "scan_paused";

ScanPhase phaseOf(const std::string& phase) {
    if (phase.starts_with("encode")) return ScanPhase::encode;
    return phase == "index" ? ScanPhase::index : ScanPhase::discover;
}

} // namespace

ScanKeeper::ScanKeeper(JobQueue& queue, Workspace& workspace) : queue_(queue), workspace_(workspace) {
    pool_.setMaxThreadCount(1);
    settle_.setSingleShot(true);
    settle_.setInterval(kSettle);
    periodic_.setInterval(kPeriod);
    foldersDue_.setInterval(kFoldersDue);
    connect(&watcher_, &QFileSystemWatcher::directoryChanged, &settle_, qOverload<>(&QTimer::start));
    connect(&settle_, &QTimer::timeout, this, &ScanKeeper::scan);
    connect(&periodic_, &QTimer::timeout, this, &ScanKeeper::scan);
    connect(&foldersDue_, &QTimer::timeout, this, &ScanKeeper::readFolders);
    periodic_.start();

    // Before the compute thread has anything to do, so that its database may be asked from here.
    const auto paused = Settings(workspace_.database()).get(kPausedKey);
    paused_ = paused && *paused == "1";
    if (paused_) state_.phase = ScanPhase::paused;
    scan();
    readFolders();
}

ScanKeeper::~ScanKeeper() {
    if (running_) {
        running_->cancel();
        running_->wait();
    }
    pool_.waitForDone();
}

void ScanKeeper::scan() {
    again_ = true;
    if (paused_ || running_) return;
    again_ = false;
    auto result = std::make_shared<Result<LibraryScan>>(fail(ErrorCode::cancelled, "cancelled"));
    const auto onMain = [this](auto function) { QMetaObject::invokeMethod(this, function, Qt::QueuedConnection); };
    running_ = queue_.submit(
        JobPriority::background,
        [this, result](JobContext& context) -> Status {
            *result = runScan(workspace_, context);
            return {};
        },
        [this, onMain](const Progress& progress) { onMain([this, progress] { takeProgress(progress); }); },
        [this, onMain, result](const Status&) { onMain([this, result] { takeEnd(*result); }); });
    foldersDue_.start();
}

void ScanKeeper::setPaused(bool paused) {
    if (paused == paused_) return;
    paused_ = paused;
    queue_.submit(JobPriority::interactive, [&workspace = workspace_, paused](JobContext&) -> Status {
        return Settings(workspace.database()).set(kPausedKey, paused ? "1" : "0");
    });
    if (paused && running_) running_->cancel();
    state_.phase = paused ? ScanPhase::paused : ScanPhase::idle;
    show();
    if (!paused) scan();
}

void ScanKeeper::lookForChanges() {
    readFolders();
}

void ScanKeeper::takeProgress(const Progress& progress) {
    if (paused_) return;
    rate_.measure(progress);
    state_.perSecond = rate_.perSecond();
    state_.remainingSeconds = rate_.remainingSeconds();
    state_.phase = phaseOf(progress.phase);
    state_.done = progress.done;
    state_.total = progress.total;
    show();
}

void ScanKeeper::takeEnd(const Result<LibraryScan>& result) {
    running_.reset();
    foldersDue_.stop();
    state_.phase = paused_ ? ScanPhase::paused : ScanPhase::idle;
    state_.done = state_.total = 0;
    state_.perSecond = 0;
    state_.remainingSeconds.reset();
    state_.problem.clear();
    if (!result && result.error().code != ErrorCode::cancelled) {
        spdlog::error("scan: {}", result.error().text());
        state_.problem = result.error().text();
    }
    show();
    readFolders();
    Q_EMIT libraryChanged();
    if (again_) scan();
}

void ScanKeeper::readFolders() {
    pool_.start([this, database = workspace_.dataDir().database()] {
        auto read = readLibraryFolders(database);
        if (!read) return spdlog::warn("the library's folders could not be read: {}", read.error().text());
        QMetaObject::invokeMethod(
            this, [this, read = std::move(*read)] { takeFolders(read); }, Qt::QueuedConnection);
    });
}

void ScanKeeper::takeFolders(const LibraryFolders& read) {
    Known now{{}, read.spaceInUse};
    for (const FolderProgress& folder : read.folders)
        now.folders.push_back(folder.path);
    const bool changed = known_ && *known_ != now;
    known_ = std::move(now);
    state_.folders = read.folders;
    state_.skipped = read.skipped;
    if (const QStringList old = watcher_.directories(); old != read.watched) {
        if (!old.isEmpty()) watcher_.removePaths(old);
        if (!read.watched.isEmpty()) watcher_.addPaths(read.watched);
    }
    show();
    if (changed) {
        Q_EMIT libraryChanged();
        scan();
    }
}

void ScanKeeper::show() {
    Q_EMIT stateChanged(state_);
}

} // namespace fusefind
