#pragma once

#include "app/worker/database_pool.h"
#include "core/protocol/judge_messages.h"

#include <string_view>

namespace fusefind {

// What the worker answers about what its user says of hits, without Torch: `judge`, `judged` and `judgedCounts` of
// core/protocol/methods.h. Thread-safe.
class JudgedMethods {
public:
    // library.db, checked by Database::open() before.
    explicit JudgedMethods(std::filesystem::path database) : databases_(std::move(database)) {}

    [[nodiscard]] static bool handles(std::string_view method);

    // Errors: invalidInput (the parameters), unsupported (another method), those of core/library/judged_pairs.h.
    Result<Json> answer(std::string_view method, const Json& params);

private:
    Result<JudgedCounts> counts(std::string_view space);

    DatabasePool databases_;
};

} // namespace fusefind
