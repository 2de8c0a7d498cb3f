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
    connect(&foldersDue_, &QTimer::timeout, this, &ScanKeeper::readProgress);
    periodic_.start();

    // Before the compute thread has anything to do, so that its database may be asked from here.
    const auto paused = Settings(workspace_.database()).get(kPausedKey);
    paused_ = paused && *paused == "1";
    if (paused_) state_.phase = ScanPhase::paused;
    scan();
    lookForChanges();
    readProgress();
    readWatched();
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
        [this, result, onMain](JobContext& context) -> Status {
            *result = runScan(workspace_, context, [this, onMain] { onMain([this] { Q_EMIT libraryChanged(); }); });
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
    readThen(&readLibraryBasis, &ScanKeeper::takeBasis);
}

void ScanKeeper::takeProgress(const Progress& progress) {
    if (paused_) return;
    rate_.measure(progress);
    state_.perSecond = rate_.perSecond();
    state_.remainingSeconds = rate_.remainingSeconds();
    const ScanPhase before = std::exchange(state_.phase, phaseOf(progress.phase));
    state_.done = progress.done;
    state_.total = progress.total;
    show();
    // What was found can be browsed long before all of it is encoded.
    if (before == ScanPhase::discover && state_.phase == ScanPhase::encode) Q_EMIT libraryChanged();
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
    readProgress();
    readWatched();
    Q_EMIT libraryChanged();
    if (again_) scan();
}

void ScanKeeper::readProgress() {
    readThen(&readLibraryProgress, &ScanKeeper::takeLibraryProgress);
}

void ScanKeeper::readWatched() {
    readThen(&readWatchedFolders, &ScanKeeper::takeWatched);
}

template <class T>
void ScanKeeper::readThen(Result<T> (*read)(const std::filesystem::path&), void (ScanKeeper::*take)(const T&)) {
    pool_.start([this, read, take, database = workspace_.dataDir().database()] {
        auto found = read(database);
        if (!found) return spdlog::warn("the library's folders could not be read: {}", found.error().text());
        QMetaObject::invokeMethod(
            this, [this, take, found = std::move(*found)] { (this->*take)(found); }, Qt::QueuedConnection);
    });
}

void ScanKeeper::takeBasis(const LibraryBasis& basis) {
    const bool changed = basis_ && *basis_ != basis;
    basis_ = basis;
    if (!changed) return;
    readProgress();
    Q_EMIT libraryChanged();
    scan();
}

void ScanKeeper::takeLibraryProgress(const LibraryProgress& progress) {
    state_.folders = progress.folders;
    state_.skipped = progress.skipped;
    show();
}

void ScanKeeper::takeWatched(const QStringList& folders) {
    const QStringList old = watcher_.directories();
    if (old == folders) return;
    if (!old.isEmpty()) watcher_.removePaths(old);
    if (!folders.isEmpty()) watcher_.addPaths(folders);
}

void ScanKeeper::show() {
    Q_EMIT stateChanged(state_);
}

} // namespace fusefind
