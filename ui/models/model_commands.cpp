#include "ui/models/model_commands.h"

#include <QtCore/QFile>

namespace fusefind {

namespace {

const QString kModels = QStringLiteral("models");

QString textOf(const Json& model, const char* field) {
    return QString::fromStdString(model.value(field, std::string())).simplified();
}

QStringList textsOf(const Json& model, const char* field) {
    QStringList texts;
    for (const Json& one : model.value(field, Json::array()))
        texts << QString::fromStdString(one.get<std::string>());
    return texts;
}

} // namespace

ModelSummary summaryOf(const Json& model) {
    ModelSummary summary{.id = QString::fromStdString(model.at("id").get<std::string>()),
                         .bytes = model.value("bytes", int64_t{0}),
                         .licence = textOf(model, "license"),
                         .credit = textOf(model, "credit"),
                         .languages = textsOf(model, "languages"),
                         .spaces = textsOf(model, "spaces"),
                         .program = model.value("program", false)};
    for (const auto& [name, dim] : model.at("modalities").items())
        if (const auto modality = modalityFromString(name)) summary.reads.emplace_back(*modality, dim.get<int>());
    return summary;
}

void ModelCommands::refresh() {
    ask({kModels, QStringLiteral("list")}, [this](const Json& json) { takeList(json); });
}

void ModelCommands::add(const std::filesystem::path& folder) {
    change({kModels, QStringLiteral("check"), QFile::decodeName(folder.c_str())}, [this, folder](const Json& json) {
        if (json.at("program").get<bool>())
            Q_EMIT needsTrust(folder);
        else
            addAs(folder, {});
    });
}

void ModelCommands::addTrusted(const std::filesystem::path& folder) {
    addAs(folder, {QStringLiteral("--trust-program")});
}

void ModelCommands::addAs(const std::filesystem::path& folder, const QStringList& options) {
    change(QStringList{kModels, QStringLiteral("add"), QFile::decodeName(folder.c_str())} + options,
           [this](const Json& json) { Q_EMIT added(QString::fromStdString(json.at("id").get<std::string>())); });
}

void ModelCommands::remove(const QString& id) {
    change({kModels, QStringLiteral("remove"), id}, [this, id](const Json&) { Q_EMIT removed(id); });
}

void ModelCommands::takeList(const Json& json) {
    std::vector<ModelSummary> found;
    for (const Json& model : json.at("models"))
        found.push_back(summaryOf(model));
    models_ = std::move(found);
    Q_EMIT listed();
}

} // namespace fusefind
