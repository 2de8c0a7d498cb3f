#include "app/worker/dataset_methods.h"

#include "app/worker/pairs_method.h"
#include "core/library/datasets/data_sets.h"
#include "core/library/datasets/pair_changes.h"
#include "core/library/datasets/pair_export.h"
#include "core/library/datasets/pair_pages.h"
#include "core/library/datasets/pair_statistics.h"
#include "core/protocol/map_messages.h"
#include "core/protocol/methods.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <new>

namespace fusefind {

struct DataSetMethods::Call {
    const Json& params;
    const std::stop_token& stop;
    const ProgressSink& progress;
};

struct DataSetMethods::Method {
    std::string_view name;
    Result<Json> (DataSetMethods::*answer)(const Call&);
    bool takesLong = false;
};

namespace {

Result<std::filesystem::path> folderOf(const Json& params) {
    const auto member = params.find("path");
    if (!params.is_object() || member == params.end() || !member->is_string())
        return fail(ErrorCode::invalidInput, "the folder of pairs is missing");
    std::filesystem::path folder(member->get<std::string>());
    if (!folder.is_absolute() || folder.native().find('\0') != std::string::npos)
        return fail(ErrorCode::invalidInput, "not a whole path from the root on", folder);
    return folder;
}

} // namespace

Result<int64_t> dataSetOf(const Json& params) {
    const auto member = params.find("dataSet");
    if (!params.is_object() || member == params.end() || !member->is_number_integer())
        return fail(ErrorCode::invalidInput, "the data set is missing");
    return member->get<int64_t>();
}

DataSetMethods::DataSetMethods(std::filesystem::path database, const ModelStore& models)
    : databases_(std::move(database)), models_(models), forgetting_([this](const std::stop_token& stop) {
          const std::lock_guard lock(changing_);
          const Status forgot =
              databases_.with([&](Database& library) { return forgetRemovedDataSets(library, stop); });
          if (!forgot) spdlog::warn("removed data sets could not be forgotten: {}", forgot.error().text());
      }) {}

const DataSetMethods::Method* DataSetMethods::find(std::string_view method) {
    static constexpr std::array<Method, 8> kMethods{{{method::kDataSets, &DataSetMethods::list},
                                                     {method::kDataSetAdd, &DataSetMethods::add, true},
                                                     {method::kDataSetRemove, &DataSetMethods::remove, true},
                                                     {method::kDataPage, &DataSetMethods::page},
                                                     {method::kDataChange, &DataSetMethods::change, true},
                                                     {method::kDataStatistics, &DataSetMethods::statistics},
                                                     {method::kDataExport, &DataSetMethods::exportTo, true},
                                                     {method::kDataNumbers, &DataSetMethods::numbers}}};
    const auto found = std::ranges::find(kMethods, method, &Method::name);
    return found == kMethods.end() ? nullptr : &*found;
}

bool DataSetMethods::handles(std::string_view method) {
    return find(method) != nullptr;
}

bool DataSetMethods::takesLong(std::string_view method) {
    const Method* const found = find(method);
    return found != nullptr && found->takesLong;
}

bool DataSetMethods::changesPairs(std::string_view method) {
    return method == method::kDataSetAdd || method == method::kDataSetRemove || method == method::kDataChange;
}

Result<Json> DataSetMethods::answer(std::string_view method, const Json& params, const std::stop_token& stop,
                                    const ProgressSink& progress) {
    const Method* const found = find(method);
    if (!found) return fail(ErrorCode::unsupported, fmt::format("there is no method {}", method));
    if (stop.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
    try {
        return (this->*found->answer)({params, stop, progress});
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::outOfMemory, "not enough memory for this data set");
    }
}

Result<Json> DataSetMethods::list(const Call&) {
    FUSEFIND_TRY_ASSIGN(const auto sets, databases_.with([](Database& library) { return dataSets(library); }));
    Json json = Json::array();
    for (const DataSetInfo& set : sets)
        json.push_back(toJson(set));
    return Json{{"dataSets", std::move(json)}};
}

// Other changes wait only while what was found is written down.
Result<Json> DataSetMethods::add(const Call& call) {
    FUSEFIND_TRY_ASSIGN(const auto folder, folderOf(call.params));
    FUSEFIND_TRY_ASSIGN(const PairCheck check,
                        checkPairs(std::span(&folder, 1), englishTextEncoder(models_), call.stop, call.progress));
    const std::lock_guard lock(changing_);
    FUSEFIND_TRY_ASSIGN(const DataSetInfo info, databases_.with([&](Database& library) {
        return storeDataSet(library, check, call.stop, call.progress);
    }));
    return toJson(info);
}

Result<Json> DataSetMethods::remove(const Call& call) {
    FUSEFIND_TRY_ASSIGN(const int64_t dataSet, dataSetOf(call.params));
    const auto removed = call.params.find("removed");
    if (removed == call.params.end() || !removed->is_boolean())
        return fail(ErrorCode::invalidInput, "neither to remove nor to bring back");
    const std::lock_guard lock(changing_);
    FUSEFIND_TRY(
        databases_.with([&](Database& library) { return setDataSetRemoved(library, dataSet, removed->get<bool>()); }));
    return Json::object();
}

Result<Json> DataSetMethods::page(const Call& call) {
    FUSEFIND_TRY_ASSIGN(const auto request, dataPageRequestFromJson(call.params));
    FUSEFIND_TRY_ASSIGN(const DataPairPage found,
                        databases_.with([&](Database& library) { return dataPage(library, request); }));
    return toJson(found);
}

Result<Json> DataSetMethods::change(const Call& call) {
    FUSEFIND_TRY_ASSIGN(const auto request, dataChangeFromJson(call.params));
    const std::lock_guard lock(changing_);
    FUSEFIND_TRY_ASSIGN(const DataChanged changed,
                        databases_.with([&](Database& library) { return changeDataSet(library, request); }));
    return toJson(changed);
}

Result<Json> DataSetMethods::statistics(const Call& call) {
    FUSEFIND_TRY_ASSIGN(const int64_t dataSet, dataSetOf(call.params));
    FUSEFIND_TRY_ASSIGN(const DataStatistics counted, databases_.with([&](Database& library) {
        return dataStatistics(library, dataSet, call.stop);
    }));
    return toJson(counted);
}

Result<Json> DataSetMethods::exportTo(const Call& call) {
    FUSEFIND_TRY_ASSIGN(const auto request, dataExportFromJson(call.params));
    FUSEFIND_TRY_ASSIGN(const DataExported report, databases_.with([&](Database& library) {
        return exportPairs(library, request, call.stop, call.progress);
    }));
    return toJson(report);
}

Result<Json> DataSetMethods::numbers(const Call& call) {
    FUSEFIND_TRY_ASSIGN(const auto selection, dataSelectionFromJson(call.params));
    FUSEFIND_TRY_ASSIGN(PairNumbers found, databases_.with([&](Database& library) {
        return selectedPairs(library, selection).map([](std::vector<int64_t> pairs) {
            return PairNumbers{std::move(pairs)};
        });
    }));
    return toJson(found);
}

} // namespace fusefind
