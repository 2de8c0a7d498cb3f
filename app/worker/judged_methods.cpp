#include "app/worker/judged_methods.h"

#include "core/library/judged_pairs.h"
#include "core/protocol/methods.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace fusefind {

bool JudgedMethods::handles(std::string_view method) {
    constexpr std::array kMethods{method::kJudge, method::kJudged, method::kJudgedCounts};
    return std::ranges::find(kMethods, method) != kMethods.end();
}

Result<JudgedCounts> JudgedMethods::counts(std::string_view space) {
    return databases_.with([&](Database& library) { return judgedCounts(library, space); });
}

Result<Json> JudgedMethods::answer(std::string_view method, const Json& params) {
    const auto json = [](const JudgedCounts& counts) { return toJson(counts); };
    if (method == method::kJudge) {
        FUSEFIND_TRY_ASSIGN(const Judgement judgement, judgementFromJson(params));
        FUSEFIND_TRY(databases_.with([&](Database& library) { return judge(library, judgement); }));
        return counts(judgement.space).map(json);
    }
    if (method == method::kJudgedCounts) {
        if (!params.is_object() || !params.contains("space") || !params["space"].is_string())
            return fail(ErrorCode::invalidInput, "the space is missing");
        return counts(params["space"].get_ref<const std::string&>()).map(json);
    }
    if (method != method::kJudged) return fail(ErrorCode::unsupported, fmt::format("there is no method {}", method));
    FUSEFIND_TRY_ASSIGN(const auto terms, judgedQueryFromJson(params));
    FUSEFIND_TRY_ASSIGN(const auto hits,
                        databases_.with([&](Database& library) { return judgedHits(library, terms); }));
    Json list = Json::array();
    for (const JudgedHit& hit : hits)
        list.push_back(toJson(hit));
    return Json{{"hits", std::move(list)}};
}

} // namespace fusefind
