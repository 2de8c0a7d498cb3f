#include "core/base/json_file.h"

#include "core/base/atomic_file.h"

namespace fusefind {

Result<nlohmann::json> readJsonFile(const std::filesystem::path& path, size_t maxBytes) {
    using Json = nlohmann::json;
    constexpr int kDeepest = 32;
    FUSEFIND_TRY_ASSIGN(const std::string text, readFile(path, maxBytes));
    const auto notTooDeep = [](int depth, Json::parse_event_t, Json&) { return depth < kDeepest; };
    auto json = Json::parse(text, notTooDeep, false);
    if (!json.is_object()) return fail(ErrorCode::invalidInput, "not a JSON object", path, "copy or download it again");
    return json;
}

const nlohmann::json& jsonChild(const nlohmann::json& object, const char* key) {
    static const nlohmann::json none;
    if (!object.is_object()) return none;
    const auto found = object.find(key);
    return found == object.end() ? none : *found;
}

} // namespace fusefind
