#pragma once

#include "core/protocol/map_messages.h"
#include "ui/client/worker_client.h"

#include <optional>

namespace fusefind {

// The pairs of a data set as points of the plane, as they come from the worker: at once, and then better and better
// places for them. Which of them a filter lets pass, and which part each belongs to, is asked for beside it, so that a
// change of either moves nothing.
class PairMap : public QObject {
    Q_OBJECT

public:
    explicit PairMap(WorkerClient& client, QObject* parent = nullptr);

    // Nothing happens where it is shown already, or on its way.
    void show(int64_t dataSet);
    void drawAgain(); // the space in use may be another
    void clear();
    void setFilter(const DataPairFilter& filter);
    void refreshMarks(); // pairs have been changed

    [[nodiscard]] int64_t dataSet() const { return dataSet_; }
    [[nodiscard]] size_t size() const { return points_.pairs.size(); }
    [[nodiscard]] const MapStep& points() const { return points_; } // all of them
    [[nodiscard]] Split split(size_t point) const { return splits_[point]; }
    [[nodiscard]] bool passes(size_t point) const { return passes_[point]; }
    [[nodiscard]] bool isDrawing() const { return request_.has_value(); }
    [[nodiscard]] const std::optional<MapAnswer>& answer() const { return answer_; } // of a finished map

Q_SIGNALS:
    void moved();  // points have come or have other places
    void marked(); // other points pass, or belong to another part
    void progressed(const fusefind::Progress& progress);
    void finished();
    void failed(const QString& sentence);

private:
    void take(const MapStep& step);
    void finish(const Result<Json>& answer);
    struct Marks;
    void ask(Marks& marks, const DataPairFilter& filter);
    void dropRequests();
    void mark(size_t first); // the points from this one on

    // What a filter lets pass of the numbers that the worker knows.
    struct Marks {
        std::optional<WorkerClient::RequestId> request;
        bool known = false;
        int64_t least = 0;
        std::vector<bool> passes; // by number, from the least on
        [[nodiscard]] bool has(int64_t pair) const;
    };

    WorkerClient& client_;
    int64_t dataSet_ = 0; // 0: none
    DataPairFilter filter_;
    std::optional<WorkerClient::RequestId> request_;
    std::optional<MapAnswer> answer_;
    MapStep points_;
    std::vector<Split> splits_;
    std::vector<bool> passes_;
    Marks shown_; // by the filter
    Marks validation_;
    Marks test_;
};

} // namespace fusefind
