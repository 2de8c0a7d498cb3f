#include "ui/models/engine_status.h"

namespace fusefind {

namespace {

QString textAt(const Json& json, const char* field) {
    const Json& value = json.at(field);
    return value.is_null() ? QString() : QString::fromStdString(value.get<std::string>());
}

RecallRow recallRow(const std::string& direction, const Json& json) {
    return {.direction = QString::fromStdString(direction),
            .r1 = json.at("R@1").get<double>(),
            .r5 = json.at("R@5").get<double>(),
            .r10 = json.at("R@10").get<double>(),
            .queries = json.at("queries").get<int64_t>(),
            .candidates = json.at("candidates").get<int64_t>()};
}

EngineStatus read(const Json& json) {
    EngineStatus status;
    status.dataDir = textAt(json, "data_dir");
    status.device = textAt(json, "device");
    for (const ItemKind kind : kItemKinds)
        status.items.at(static_cast<size_t>(kind)) =
            json.at("library").at("items").at(std::string(toString(kind))).get<int64_t>();
    status.searchable = json.at("library").at("searchable").get<int64_t>();
    for (const Json& file : json.at("skipped"))
        status.skipped.push_back({file.at("path").get<std::string>(), file.at("reason").get<std::string>()});
    for (const Json& model : json.at("models"))
        status.models.append(QString::fromStdString(model.get<std::string>()));
    status.space = textAt(json, "space");
    status.recall = recallRowsFromJson(json.at("recall"));
    if (const Json& recall = json.at("index_recall"); recall.is_number()) status.indexRecall = recall.get<double>();
    return status;
}

} // namespace

std::vector<RecallRow> recallRowsFromJson(const Json& json) {
    std::vector<RecallRow> rows;
    if (json.is_object())
        for (const auto& [direction, row] : json.items())
            rows.push_back(recallRow(direction, row));
    return rows;
}

Result<EngineStatus> engineStatusFromJson(const Json& json) {
    try {
        return read(json);
    } catch (const Json::exception& error) {
        return fail(ErrorCode::invalidInput, std::string("the engine's status cannot be read: ") + error.what());
    }
}

} // namespace fusefind
