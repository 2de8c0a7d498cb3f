#include "core/protocol/dataset_reports.h"

#include "core/protocol/internal/train_fields.h"

namespace fusefind {

namespace {

Result<int64_t> countFromJson(const Json& json) {
    if (!json.is_number_integer() || json < 0) return fail(ErrorCode::invalidInput, "not a count");
    return json.get<int64_t>();
}

template <size_t kCount>
void readCounts(FieldReader& fields, const char* key, std::array<int64_t, kCount>& counts) {
    std::vector<int64_t> list;
    fields.list(key, list, countFromJson);
    fields.require(list.size() == kCount, "as many counts as there are kinds");
    if (list.size() == kCount) std::ranges::copy(list, counts.begin());
}

} // namespace

Json toJson(const DataStatistics& statistics) {
    return {{"pairs", statistics.pairs},
            {"splits", statistics.splits},
            {"excluded", statistics.excluded},
            {"withProblem", statistics.withProblem},
            {"images", statistics.images},
            {"sounds", statistics.sounds},
            {"captions", statistics.captions},
            {"mended", statistics.mended},
            {"vocabulary", statistics.vocabulary},
            {"captionsPerFile", statistics.captionsPerFile},
            {"wordsPerCaption", statistics.wordsPerCaption},
            {"pictureSizes", statistics.pictureSizes},
            {"soundLengths", statistics.soundLengths}};
}

Result<DataStatistics> dataStatisticsFromJson(const Json& json) {
    DataStatistics statistics;
    FieldReader fields(json, "the statistics");
    readCounts(fields, "pairs", statistics.pairs);
    readCounts(fields, "splits", statistics.splits);
    readCount(fields, "excluded", statistics.excluded);
    readCount(fields, "withProblem", statistics.withProblem);
    readCount(fields, "images", statistics.images);
    readCount(fields, "sounds", statistics.sounds);
    readCount(fields, "captions", statistics.captions);
    readCount(fields, "mended", statistics.mended);
    readCount(fields, "vocabulary", statistics.vocabulary);
    fields.list("captionsPerFile", statistics.captionsPerFile, countFromJson);
    fields.list("wordsPerCaption", statistics.wordsPerCaption, countFromJson);
    fields.list("pictureSizes", statistics.pictureSizes, countFromJson);
    fields.list("soundLengths", statistics.soundLengths, countFromJson);
    return fields.finish(std::move(statistics));
}

Json toJson(const DataExport& request) {
    return {{"selection", toJson(request.selection)},
            {"target", pathJson(request.target)},
            {"filesToo", request.filesToo},
            {"replace", request.replace}};
}

Result<DataExport> dataExportFromJson(const Json& json) {
    DataExport request;
    FieldReader fields(json, "what to export");
    fields.value("selection", request.selection, dataSelectionFromJson);
    fields.file("target", request.target);
    fields.flag("filesToo", request.filesToo);
    fields.flag("replace", request.replace);
    return fields.finish(std::move(request));
}

Json toJson(const DataExported& report) {
    return {{"pairs", report.pairs}, {"files", report.files}, {"missing", listJson(report.missing, pathJson)}};
}

Result<DataExported> dataExportedFromJson(const Json& json) {
    DataExported report;
    FieldReader fields(json, "what was exported");
    readCount(fields, "pairs", report.pairs);
    readCount(fields, "files", report.files);
    fields.list("missing", report.missing, pathFromJson);
    return fields.finish(std::move(report));
}

} // namespace fusefind
