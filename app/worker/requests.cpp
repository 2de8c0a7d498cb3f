#include "app/worker/requests.h"

#include "app/worker/command_method.h"
#include "app/worker/map_method.h"
#include "app/worker/pairs_method.h"
#include "app/worker/training_request.h"
#include "core/base/json_file.h"
#include "core/library/datasets/edited_pairs.h"
#include "core/protocol/library_messages.h"
#include "core/protocol/methods.h"
#include "core/protocol/train_messages.h"
#include "gpu/jobs/estimate_job.h"
#include "gpu/jobs/fit_pairs.h"
#include "gpu/jobs/near_captions.h"
#include "gpu/jobs/search_job.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace fusefind {

namespace {

constexpr int kMediaThreads = 2;

// Reads the pairs on this thread, and probes on the compute thread.
Result<Json> estimated(const TrainingRequest& request, JobQueue& queue, Workspace& workspace, ProgressSink progress,
                       const std::stop_token& stop) {
    FUSEFIND_TRY_ASSIGN(const TrainRequest engine, engineRequest(request));
    FUSEFIND_TRY_ASSIGN(Database database, Database::connect(workspace.dataDir().database()));
    FUSEFIND_TRY_ASSIGN(const PairedData data, readEditedPairs(database, request.folders, stop, progress));
    Result<TrainingEstimate> estimate = fail(ErrorCode::cancelled, "cancelled");
    auto job = queue.submit(
        JobPriority::normal,
        [&](JobContext& context) -> Status {
            estimate = estimateTraining(workspace, data, engine, context);
            return {};
        },
        std::move(progress));
    const std::stop_callback cancel(stop, [&] { job.cancel(); });
    FUSEFIND_TRY(job.wait());
    if (!estimate) return fail(estimate.error());
    return toJson(*estimate);
}

bool isOfTraining(std::string_view name) {
    constexpr std::array kMethods{method::kTrain, method::kTrainingState, method::kTrainingPause, method::kTrainingStop,
                                  method::kTrainingDismiss};
    return std::ranges::find(kMethods, name) != kMethods.end();
}

// The state is answered in any case.
Status tellTrainings(TrainingKeeper& trainings, const Request& request) {
    if (request.method == method::kTrain) {
        FUSEFIND_TRY_ASSIGN(const TrainingRequest training, trainingRequestFromJson(request.params));
        return trainings.start(training);
    }
    if (request.method == method::kTrainingPause) {
        const auto pause = jsonField<bool>(nlohmann::json(request.params), "pause");
        if (!pause) return fail(ErrorCode::invalidInput, "neither to pause nor to go on");
        trainings.setPaused(*pause);
    }
    if (request.method == method::kTrainingStop) trainings.stop();
    return request.method == method::kTrainingDismiss ? trainings.dismiss() : Status();
}

} // namespace

Requests::Requests(Server& server, JobQueue& queue, Workspace& workspace, ScanKeeper& scans, TrainingKeeper& trainings,
                   RecallKeeper& recalls)
    : server_(server),
      queue_(queue),
      workspace_(workspace),
      scans_(scans),
      trainings_(trainings),
      recalls_(recalls),
      media_(workspace.dataDir().thumbnails(), workspace.dataDir().database()),
      dataSets_(workspace.dataDir().database(), workspace.models()),
      judged_(workspace.dataDir().database()) {
    pool_.setMaxThreadCount(kMediaThreads);
    connect(&server_, &Server::requested, this, &Requests::start);
    connect(&server_, &Server::cancelled, this, [this](quint64 client, quint64 id) { cancel({client, id}); });
    connect(&server_, &Server::clientLeft, this, [this](quint64 client) {
        for (const auto& [key, stop] : underWay_)
            if (key.first == client) cancel(key);
    });
}

Requests::~Requests() {
    for (auto& [key, stop] : underWay_)
        stop.request_stop();
    for (auto& [key, job] : searches_)
        job.wait();
    threads_.clear();
    pool_.waitForDone();
}

void Requests::start(Server::ClientId client, const Request& request) {
    const Key key{client, request.id};
    if (underWay_.contains(key))
        return server_.post(client, Reply{request.id, fail(ErrorCode::invalidInput, "an id that is in use")});
    if (request.method == method::kSearch) return search(key, request.params);
    if (request.method == method::kCaptions) return captions(key, request.params);
    if (request.method == method::kCommand) return command(key, request.params);
    if (request.method == method::kScan) return scan(key, request.params);
    if (request.method == method::kScanState) return server_.post(client, Reply{request.id, toJson(scans_.state())});
    if (request.method == method::kRecallState)
        return server_.post(client, Reply{request.id, toJson(recalls_.state())});
    if (media_.handles(request.method)) return media(key, request);
    if (dataSets_.handles(request.method)) return dataSets(key, request);
    if (request.method == method::kDataMap) return dataMap(key, request.params);
    if (request.method == method::kDataFits) return dataFits(key, request.params);
    if (JudgedMethods::handles(request.method)) return judged(key, request);
    if (request.method == method::kPairs) return pairs(key, request.params);
    if (request.method == method::kEstimate) return estimate(key, request.params);
    if (isOfTraining(request.method)) return training(key, request);
    server_.post(client, Reply{request.id, fail(ErrorCode::unsupported,
                                                fmt::format("the worker knows no \"{}\"", request.method))});
}

std::stop_token Requests::open(const Key& key) {
    return underWay_[key].get_token();
}

void Requests::cancel(const Key& key) {
    if (const auto found = underWay_.find(key); found != underWay_.end()) found->second.request_stop();
    // With the next key, a search is stale and in the way of the one that follows it.
    if (const auto found = searches_.find(key); found != searches_.end()) found->second.cancel();
}

// From any thread.
void Requests::answer(const Key& key, Result<Json> result) {
    server_.post(key.first, Reply{key.second, std::move(result)});
    QMetaObject::invokeMethod(
        this, [this, key] { forget(key); }, Qt::QueuedConnection);
}

void Requests::forget(const Key& key) {
    underWay_.erase(key);
    searches_.erase(key);
    threads_.erase(key); // its thread has nothing left to do
}

ProgressSink Requests::progressTo(const Key& key) {
    return [this, key](const Progress& progress) { server_.post(key.first, ProgressNote{key.second, progress}); };
}

void Requests::search(const Key& key, const Json& params) {
    auto query = libraryQueryFromJson(params);
    if (!query) return server_.post(key.first, Reply{key.second, fail(query.error())});
    compute(key, [this, key, query = std::move(*query)](JobContext& context) -> Result<Json> {
        const auto sendFirst = [&](const LibraryAnswer& first) {
            server_.post(key.first, Partial{key.second, toJson(first)});
        };
        FUSEFIND_TRY_ASSIGN(const LibraryAnswer answer, searchLibrary(workspace_, query, context, sendFirst));
        return toJson(answer);
    });
}

void Requests::captions(const Key& key, const Json& params) {
    auto request = captionsRequestFromJson(params);
    if (!request) return server_.post(key.first, Reply{key.second, fail(request.error())});
    compute(key, [this, request = std::move(*request)](JobContext&) -> Result<Json> {
        FUSEFIND_TRY_ASSIGN(const CaptionsAnswer answer, nearCaptions(workspace_, request));
        return toJson(answer);
    });
}

void Requests::compute(const Key& key, std::function<Result<Json>(JobContext&)> body, JobPriority priority) {
    auto reply = std::make_shared<Result<Json>>(fail(ErrorCode::cancelled, "cancelled"));
    open(key);
    searches_[key] = queue_.submit(
        priority,
        [reply, body = std::move(body)](JobContext& context) -> Status {
            *reply = body(context);
            return {};
        },
        progressTo(key),
        [this, key, reply](const Status& status) {
            if (!status) *reply = fail(status.error());
            answer(key, std::move(*reply));
        });
}

void Requests::command(const Key& key, const Json& params) {
    auto parsed = commandParams(params);
    if (!parsed) return server_.post(key.first, Reply{key.second, fail(parsed.error())});
    const std::stop_token stop = open(key);
    threads_[key] = std::jthread([this, key, stop, parsed = std::move(*parsed)] {
        answer(key, runCommand(parsed, queue_, workspace_, progressTo(key), stop));
        // Folders or the space in use may be others now.
        QMetaObject::invokeMethod(&scans_, &ScanKeeper::lookForChanges, Qt::QueuedConnection);
        if (encodesPairs(parsed)) QMetaObject::invokeMethod(&recalls_, &RecallKeeper::lookAgain, Qt::QueuedConnection);
    });
}

void Requests::media(const Key& key, const Request& request) {
    const std::stop_token stop = open(key);
    const int urgency =
        request.method == method::kThumbnail ? 1 : 0; // a long sound must not hold up a page of pictures
    pool_.start(
        [this, key, stop, request] {
            answer(key, stop.stop_requested() ? fail(ErrorCode::cancelled, "cancelled")
                                              : media_.answer(request.method, request.params, stop));
        },
        urgency);
}

void Requests::judged(const Key& key, const Request& request) {
    open(key);
    pool_.start([this, key, request] { answer(key, judged_.answer(request.method, request.params)); }, 1);
}

void Requests::dataSets(const Key& key, const Request& request) {
    const std::stop_token stop = open(key);
    auto work = [this, key, stop, request] {
        answer(key, dataSets_.answer(request.method, request.params, stop, progressTo(key)));
        if (DataSetMethods::changesPairs(request.method))
            QMetaObject::invokeMethod(&recalls_, &RecallKeeper::lookAgain, Qt::QueuedConnection);
    };
    if (dataSets_.takesLong(request.method))
        threads_[key] = std::jthread(std::move(work));
    else
        pool_.start(std::move(work), 1);
}

void Requests::dataMap(const Key& key, const Json& params) {
    const auto dataSet = dataSetOf(params);
    if (!dataSet) return server_.post(key.first, Reply{key.second, fail(dataSet.error())});
    const std::stop_token stop = open(key);
    threads_[key] = std::jthread([this, key, stop, dataSet = *dataSet] {
        const auto send = [&](const MapStep& step) { server_.post(key.first, Partial{key.second, toJson(step)}); };
        answer(key, drawMap(dataSet, queue_, workspace_, stop, progressTo(key), send).map([](const MapAnswer& map) {
            return toJson(map);
        }));
    });
}

void Requests::dataFits(const Key& key, const Json& params) {
    const auto dataSet = dataSetOf(params);
    if (!dataSet) return server_.post(key.first, Reply{key.second, fail(dataSet.error())});
    compute(
        key,
        [this, dataSet = *dataSet](JobContext& context) -> Result<Json> {
            FUSEFIND_TRY(fitPairs(workspace_, dataSet, context));
            return Json::object();
        },
        JobPriority::normal);
}

void Requests::scan(const Key& key, const Json& params) {
    if (const auto pause = jsonField<bool>(nlohmann::json(params), "pause"))
        scans_.setPaused(*pause);
    else
        scans_.scan();
    server_.post(key.first, Reply{key.second, toJson(scans_.state())});
}

void Requests::pairs(const Key& key, const Json& params) {
    auto request = pairsRequestFromJson(params);
    if (!request) return server_.post(key.first, Reply{key.second, fail(request.error())});
    const std::stop_token stop = open(key);
    threads_[key] = std::jthread([this, key, stop, request = std::move(*request)] {
        answer(key, lookAtPairs(request, workspace_.models(), stop, progressTo(key)).map([](const PairsAnswer& found) {
            return toJson(found);
        }));
    });
}

void Requests::estimate(const Key& key, const Json& params) {
    const auto request = trainingRequestFromJson(params).and_then(
        [&](const TrainingRequest& asked) { return completeRequest(asked, workspace_); });
    if (!request) return server_.post(key.first, Reply{key.second, fail(request.error())});
    if (trainings_.isUnderWay())
        return server_.post(key.first, Reply{key.second, fail(ErrorCode::busy, "a training is under way", {},
                                                              "estimate another one when it has ended")});
    const std::stop_token stop = open(key);
    threads_[key] = std::jthread([this, key, stop, request = *request] {
        answer(key, estimated(request, queue_, workspace_, progressTo(key), stop));
    });
}

void Requests::training(const Key& key, const Request& request) {
    if (const Status told = tellTrainings(trainings_, request); !told)
        return server_.post(key.first, Reply{key.second, fail(told.error())});
    server_.post(key.first, Reply{key.second, toJson(trainings_.state())});
}

} // namespace fusefind
