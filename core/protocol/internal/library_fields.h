#pragma once

#include "core/protocol/internal/fields.h"
#include "core/protocol/library_messages.h"

namespace fusefind {

// What the readers and writers of library_messages.h share.

inline Json kindJson(ItemKind kind) {
    return toString(kind);
}

inline Result<ItemKind> kindFromJson(const Json& json) {
    if (json.is_string())
        if (const auto kind = itemKindFromString(json.get_ref<const std::string&>())) return *kind;
    return fail(ErrorCode::invalidInput, "neither image, audio nor video");
}

inline void readMoment(FieldReader& fields, const char* key, std::optional<int64_t>& ms) {
    fields.optional(key, ms, [&](int64_t& value) { fields.whole<int64_t>(key, value, -kMostMoment, kMostMoment); });
}

inline void readSeconds(FieldReader& fields, const char* key, std::optional<double>& seconds) {
    fields.optional(key, seconds, [&](double& value) { fields.number(key, value, 0, kMostSeconds); });
}

Json termJson(const QueryTerm& term);
Result<QueryTerm> readTerm(const Json& json);
Json filterJson(const LibraryFilter& filter);
Result<LibraryFilter> readFilter(const Json& json);

} // namespace fusefind
