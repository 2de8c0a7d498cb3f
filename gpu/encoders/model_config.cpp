#include "gpu/encoders/model_config.h"

#include "core/base/atomic_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

namespace fusefind {

Result<ModelConfig> ModelConfig::read(const std::filesystem::path& file) {
    FUSEFIND_TRY_ASSIGN(const std::string text, readFile(file, size_t{16} << 20));
    nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) return fail(ErrorCode::invalidInput, "this is no JSON object", file);
    return ModelConfig(file, std::move(json));
}

ModelConfig::ModelConfig(std::filesystem::path file, nlohmann::json json)
    : file_(std::move(file)), json_(std::make_shared<const nlohmann::json>(std::move(json))) {}

tl::unexpected<Error> ModelConfig::wrong(ErrorCode code, const char* key, const std::string& expected) const {
    const auto found = json_->find(key);
    const std::string what = found == json_->end() ? fmt::format("\"{}\" is missing, expected {}", key, expected)
                                                   : fmt::format("\"{}\" is not {}", key, expected);
    return fail(code, what, file_);
}

bool ModelConfig::has(const char* key) const {
    const auto found = json_->find(key);
    return found != json_->end() && !found->is_null();
}

bool ModelConfig::isObject(const char* key) const {
    return has(key) && json_->at(key).is_object();
}

bool ModelConfig::isArray(const char* key) const {
    return has(key) && json_->at(key).is_array();
}

Result<ModelConfig> ModelConfig::part(const char* key) const {
    if (!has(key)) return ModelConfig(file_, nlohmann::json::object());
    if (!isObject(key)) return wrong(ErrorCode::invalidInput, key, "an object");
    return ModelConfig(file_, json_->at(key));
}

Result<int64_t> ModelConfig::integer(const char* key, int64_t least, int64_t most) const {
    const std::string expected = fmt::format("a whole number from {} to {}", least, most);
    const auto found = json_->find(key);
    if (found == json_->end() || !found->is_number_integer()) return wrong(ErrorCode::invalidInput, key, expected);
    const bool huge =
        found->is_number_unsigned() && found->get<uint64_t>() > uint64_t{std::numeric_limits<int64_t>::max()};
    if (huge || found->get<int64_t>() < least || found->get<int64_t>() > most)
        return wrong(ErrorCode::limit, key, expected);
    return found->get<int64_t>();
}

Result<int64_t> ModelConfig::integerOr(int64_t fallback, const char* key, int64_t least, int64_t most) const {
    return has(key) ? integer(key, least, most) : fallback;
}

Result<double> ModelConfig::numberOr(double fallback, const char* key, double least, double most) const {
    if (!has(key)) return fallback;
    const std::string expected = fmt::format("a number from {} to {}", least, most);
    const auto& found = json_->at(key);
    if (!found.is_number()) return wrong(ErrorCode::invalidInput, key, expected);
    const auto value = found.get<double>();
    if (!(value >= least && value <= most)) return wrong(ErrorCode::limit, key, expected);
    return value;
}

Result<std::vector<double>> ModelConfig::numbersOr(std::vector<double> fallback, const char* key, double least,
                                                   double most) const {
    if (!has(key)) return fallback;
    const std::string expected = fmt::format("{} numbers from {} to {}", fallback.size(), least, most);
    const auto& found = json_->at(key);
    if (!found.is_array() || found.size() != fallback.size()) return wrong(ErrorCode::invalidInput, key, expected);
    std::vector<double> numbers;
    for (const auto& value : found) {
        if (!value.is_number()) return wrong(ErrorCode::invalidInput, key, expected);
        numbers.push_back(value.get<double>());
        if (!(numbers.back() >= least && numbers.back() <= most)) return wrong(ErrorCode::limit, key, expected);
    }
    return numbers;
}

Result<std::string> ModelConfig::textOr(std::string fallback, const char* key) const {
    if (!has(key)) return fallback;
    const auto& found = json_->at(key);
    if (!found.is_string()) return wrong(ErrorCode::invalidInput, key, "a text");
    return found.get<std::string>();
}

Result<bool> ModelConfig::flagOr(bool fallback, const char* key) const {
    if (!has(key)) return fallback;
    const auto& found = json_->at(key);
    if (!found.is_boolean()) return wrong(ErrorCode::invalidInput, key, "true or false");
    return found.get<bool>();
}

} // namespace fusefind
