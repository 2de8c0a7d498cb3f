#include "ui/models/data_sets.h"

#include "core/protocol/methods.h"

#include <QtCore/QLocale>
#include <algorithm>

namespace fusefind {

namespace {

QString sentenceOf(const Error& error) {
    return QString::fromStdString(error.text());
}

} // namespace

// Knows what takes its change back, and then what does it again: each answer of the worker says so.
class PairChangeCommand : public QUndoCommand {
public:
    PairChangeCommand(DataSets& owner, const QString& text, DataSets::Changes back)
        : QUndoCommand(text), owner_(owner), other_(std::make_shared<DataSets::Changes>(std::move(back))) {}

    void undo() override { turn(); }
    void redo() override {
        if (!std::exchange(isNew_, false)) turn(); // a new one has been done already
    }

private:
    void turn() {
        owner_.apply(*other_, [other = other_](DataSets::Changes changes) { *other = std::move(changes); });
    }

    DataSets& owner_;
    std::shared_ptr<DataSets::Changes> other_; // also the worker's answer holds it, which may outlive this
    bool isNew_ = true;
};

DataSets::DataSets(WorkerClient& client, QObject* parent) : QObject(parent), client_(client) {
    connect(&client_, &WorkerClient::stateChanged, this, [this](WorkerClient::State state) {
        if (state == WorkerClient::State::ready) refresh();
    });
    if (client_.state() == WorkerClient::State::ready) refresh();
}

void DataSets::refreshThen(std::function<void()> done) {
    client_.call(method::kDataSets, Json::object(), this, [this, done = std::move(done)](const Result<Json>& answer) {
        if (!answer) return; // the worker went away: it is asked again when it is back
        auto sets = dataSetsFromJson(*answer);
        if (!sets) return Q_EMIT failed(sentenceOf(sets.error()));
        sets_ = std::move(*sets);
        known_ = true;
        Q_EMIT listed();
        if (done) done();
    });
}

void DataSets::readFolder(const std::filesystem::path& folder) {
    if (reading_) return;
    reading_ = client_.call(
        method::kDataSetAdd, {{"path", folder.native()}}, this,
        [this](const Result<Json>& answer) {
            reading_.reset();
            Q_EMIT readingChanged();
            const auto info = answer ? dataSetInfoFromJson(*answer) : Result<DataSetInfo>(fail(answer.error()));
            if (!info) {
                if (info.error().code != ErrorCode::cancelled) Q_EMIT failed(sentenceOf(info.error()));
                return;
            }
            undo_.clear(); // its pairs have other numbers now
            refreshThen([this, info = *info] { Q_EMIT folderRead(info); });
        },
        [this](const Progress& progress) { takeProgress(progress); });
    Q_EMIT readingChanged();
}

void DataSets::cancelReading() {
    if (reading_) client_.cancel(*reading_);
}

void DataSets::takeProgress(const Progress& progress) {
    const QLocale locale;
    const QString done = locale.toString(static_cast<qlonglong>(progress.done));
    const QString total = locale.toString(static_cast<qlonglong>(progress.total));
    Q_EMIT progressed(progress.phase == "store" ? tr("Keeping what was found: %1 of %2").arg(done, total)
                                                : tr("Looking at the files: %1 of %2").arg(done, total));
}

void DataSets::setRemoved(int64_t dataSet, bool out) {
    const auto known = std::ranges::find(sets_, dataSet, &DataSetInfo::id);
    const DataSetInfo info = known == sets_.end() ? DataSetInfo{} : *known;
    client_.call(method::kDataSetRemove, {{"dataSet", dataSet}, {"removed", out}}, this,
                 [this, info, out](const Result<Json>& answer) {
                     if (!answer) return Q_EMIT failed(sentenceOf(answer.error()));
                     refresh();
                     if (out) Q_EMIT removed(info);
                 });
}

void DataSets::change(const DataChange& change, const QString& text) {
    apply({change}, [this, text](Changes undo) {
        if (!undo.empty()) undo_.push(new PairChangeCommand(*this, text, std::move(undo)));
    });
}

void DataSets::apply(Changes changes, std::function<void(Changes)> done) {
    std::ranges::reverse(changes); // the next one is the last
    count(1);
    applyNext(std::make_shared<Changes>(std::move(changes)), std::make_shared<Changes>(), std::move(done));
}

void DataSets::applyNext(std::shared_ptr<Changes> left, std::shared_ptr<Changes> undo,
                         std::function<void(Changes)> done) {
    if (left->empty()) {
        count(-1);
        done(std::move(*undo));
        return Q_EMIT changed();
    }
    const Json next = toJson(left->back());
    left->pop_back();
    client_.call(method::kDataChange, next, this, [this, left, undo, done](const Result<Json>& answer) {
        auto result = answer ? dataChangedFromJson(*answer) : Result<DataChanged>(fail(answer.error()));
        if (!result) {
            count(-1);
            undo_.clear(); // what is done and what is not cannot be told any more
            Q_EMIT failed(sentenceOf(result.error()));
            return Q_EMIT changed();
        }
        undo->insert(undo->begin(), result->undo.begin(), result->undo.end()); // last done is first undone
        applyNext(left, undo, done);
    });
}

void DataSets::count(int change) {
    changing_ += change;
    Q_EMIT busyChanged();
}

void DataSets::exportPairs(const DataExport& request) {
    count(1);
    client_.call(method::kDataExport, toJson(request), this, [this, request](const Result<Json>& answer) {
        count(-1);
        const auto report = answer ? dataExportedFromJson(*answer) : Result<DataExported>(fail(answer.error()));
        if (!report) return Q_EMIT failed(sentenceOf(report.error()));
        Q_EMIT exported(*report, request.target);
    });
}

} // namespace fusefind
