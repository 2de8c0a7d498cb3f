#include "ui/models/model_catalogue.h"

namespace fusefind {

namespace {

AvailableModel availableOf(const Json& model) {
    AvailableModel available{.summary = summaryOf(model),
                             .purpose = QString::fromStdString(model.value("purpose", std::string())),
                             .page = QString::fromStdString(model.value("page", std::string())),
                             .nonCommercial = model.value("non_commercial", false),
                             .installed = model.value("installed", false)};
    return available;
}

} // namespace

void ModelCatalogue::refresh() {
    client_.command({QStringLiteral("models"), QStringLiteral("list"), QStringLiteral("--available")}, this,
                    [this](const Result<Json>& answer) { takeList(answer); });
}

void ModelCatalogue::takeList(const Result<Json>& answer) {
    if (!answer) return Q_EMIT failed(QString::fromStdString(answer.error().text()));
    try {
        std::vector<AvailableModel> found;
        for (const Json& model : answer->at("models"))
            found.push_back(availableOf(model));
        models_ = std::move(found);
    } catch (const Json::exception&) {
        return Q_EMIT failed(tr("The engine's answer cannot be read."));
    }
    Q_EMIT listed();
}

void ModelCatalogue::load(const AvailableModel& model) {
    QStringList command{QStringLiteral("models"), QStringLiteral("add"), model.summary.id};
    if (model.nonCommercial) command << QStringLiteral("--accept-licence");
    loading_ = model.summary.id;
    request_ = client_.command(
        command, this,
        [this](const Result<Json>& answer) {
            const QString id = std::exchange(loading_, {});
            Q_EMIT loadingChanged();
            if (answer)
                Q_EMIT loaded(id);
            else if (answer.error().code == ErrorCode::cancelled)
                Q_EMIT stopped(id);
            else
                Q_EMIT failed(QString::fromStdString(answer.error().text()));
            refresh();
        },
        [this](const Progress& progress) { Q_EMIT progressed(progress.done, progress.total); });
    Q_EMIT loadingChanged();
}

void ModelCatalogue::stop() {
    if (!loading_.isEmpty()) client_.cancel(request_);
}

} // namespace fusefind
