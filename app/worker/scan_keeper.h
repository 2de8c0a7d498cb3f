#pragma once

#include "app/worker/library_folders.h"
#include "app/worker/rate_meter.h"
#include "gpu/jobs/job_queue.h"
#include "gpu/jobs/scan_job.h"
#include "gpu/jobs/workspace.h"

#include <QtCore/QFileSystemWatcher>
#include <QtCore/QObject>
#include <QtCore/QThreadPool>
#include <QtCore/QTimer>
#include <optional>

namespace fusefind {

// Keeps the library up to date: scans after the start, when folders were added, when files change and, since the
// system's watches run out, now and then; behind every search and training. Lives on the main thread.
class ScanKeeper : public QObject {
    Q_OBJECT

public:
    ScanKeeper(JobQueue& queue, Workspace& workspace);
    ~ScanKeeper() override; // cancels the scan, and waits for it

    // At once or, while one is under way, after it; nothing while paused.
    void scan();
    // What is finished stays finished; remembered over restarts.
    void setPaused(bool paused);
    // After a command: scans if the library has other folders, or another space is in use, than at the last look.
    void lookForChanges();

    [[nodiscard]] const ScanState& state() const { return state_; }

Q_SIGNALS:
    void stateChanged(const fusefind::ScanState& state); // at most 20 times a second
    void libraryChanged();

private:
    void takeProgress(const Progress& progress);
    void takeEnd(const Result<LibraryScan>& result);
    void readFolders(); // in the pool: their progress and, for the watcher, what lies in them
    void takeFolders(const LibraryFolders& read);
    void show();

    JobQueue& queue_;
    Workspace& workspace_;
    ScanState state_;
    std::optional<JobQueue::Job> running_;
    bool again_ = false;
    bool paused_ = false;
    struct Known {
        std::vector<std::filesystem::path> folders;
        std::string spaceInUse;
        bool operator==(const Known&) const = default;
    };
    std::optional<Known> known_; // at the last look

    RateMeter rate_;

    QFileSystemWatcher watcher_;
    QTimer settle_;     // a burst of changes is one change
    QTimer periodic_;   // where no watch tells
    QTimer foldersDue_; // while a scan runs
    QThreadPool pool_;  // last: its thread uses all of the above
};

} // namespace fusefind
