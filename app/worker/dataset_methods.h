#pragma once

#include "app/worker/database_pool.h"
#include "core/base/progress.h"
#include "core/catalog/model_store.h"
#include "core/protocol/message.h"

#include <mutex>
#include <stop_token>
#include <string_view>
#include <thread>

namespace fusefind {

// The member "dataSet" of a request's parameters. Errors: invalidInput.
Result<int64_t> dataSetOf(const Json& params);

// What the worker answers about data sets, without Torch: the methods from `dataSets` to `dataExport` of
// core/protocol/methods.h. Thread-safe; changes wait for each other. Forgets, when it is made, the data sets that were
// removed before.
class DataSetMethods {
public:
    // library.db, checked by Database::open() before.
    DataSetMethods(std::filesystem::path database, const ModelStore& models);

    [[nodiscard]] static bool handles(std::string_view method);
    // Reads or writes many files, or waits for somebody who does.
    [[nodiscard]] static bool takesLong(std::string_view method);
    [[nodiscard]] static bool changesPairs(std::string_view method);

    // Errors: invalidInput (the parameters), unsupported (another method), those of core/library/datasets.
    Result<Json> answer(std::string_view method, const Json& params, const std::stop_token& stop,
                        const ProgressSink& progress);

private:
    struct Call;
    struct Method;
    static const Method* find(std::string_view method);

    Result<Json> list(const Call& call);
    Result<Json> add(const Call& call);
    Result<Json> remove(const Call& call);
    Result<Json> page(const Call& call);
    Result<Json> change(const Call& call);
    Result<Json> statistics(const Call& call);
    Result<Json> exportTo(const Call& call);
    Result<Json> numbers(const Call& call);

    DatabasePool databases_;
    const ModelStore& models_;
    std::mutex changing_;
    std::jthread forgetting_; // last: it uses the above
};

} // namespace fusefind
