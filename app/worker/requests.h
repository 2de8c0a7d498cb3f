#pragma once

#include "app/worker/dataset_methods.h"
#include "app/worker/judged_methods.h"
#include "app/worker/media_methods.h"
#include "app/worker/recall_keeper.h"
#include "app/worker/scan_keeper.h"
#include "app/worker/server.h"
#include "app/worker/training_keeper.h"
#include "gpu/jobs/job_queue.h"
#include "gpu/jobs/workspace.h"

#include <QtCore/QObject>
#include <QtCore/QThreadPool>
#include <filesystem>
#include <functional>
#include <map>
#include <stop_token>
#include <thread>

namespace fusefind {

// Answers requests: searches on the compute thread, before anything else; files of the user's and pages in a small
// pool; a command of the command line, a look at pairs, an estimate, a map and a change of data sets each on a thread
// of its own, which waits for the compute thread where it needs it. Lives on the main thread.
class Requests : public QObject {
    Q_OBJECT

public:
    Requests(Server& server, JobQueue& queue, Workspace& workspace, ScanKeeper& scans, TrainingKeeper& trainings,
             RecallKeeper& recalls);
    ~Requests() override; // cancels what is under way, and waits for it

private:
    using Key = std::pair<Server::ClientId, uint64_t>;

    void start(Server::ClientId client, const Request& request);
    void search(const Key& key, const Json& params);
    void captions(const Key& key, const Json& params);
    // On the compute thread, usually before anything else.
    void compute(const Key& key, std::function<Result<Json>(JobContext&)> body,
                 JobPriority priority = JobPriority::interactive);
    void command(const Key& key, const Json& params);
    void media(const Key& key, const Request& request);
    void judged(const Key& key, const Request& request);
    void dataSets(const Key& key, const Request& request);
    void dataMap(const Key& key, const Json& params);
    void dataFits(const Key& key, const Json& params);
    void scan(const Key& key, const Json& params);
    void pairs(const Key& key, const Json& params);
    void estimate(const Key& key, const Json& params);
    void training(const Key& key, const Request& request);

    std::stop_token open(const Key& key); // a request whose answer will come
    void cancel(const Key& key);
    void answer(const Key& key, Result<Json> result);
    void forget(const Key& key);
    [[nodiscard]] ProgressSink progressTo(const Key& key);

    Server& server_;
    JobQueue& queue_;
    Workspace& workspace_;
    ScanKeeper& scans_;
    TrainingKeeper& trainings_;
    RecallKeeper& recalls_;
    MediaMethods media_;
    DataSetMethods dataSets_;
    JudgedMethods judged_;
    std::map<Key, std::stop_source> underWay_;
    std::map<Key, JobQueue::Job> searches_;
    std::map<Key, std::jthread> threads_;
    QThreadPool pool_; // last: its threads use all of the above
};

} // namespace fusefind
