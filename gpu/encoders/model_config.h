#pragma once

#include "core/base/result.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fusefind {

// A JSON object in a model's folder (config.json and its like). Numbers are trusted only inside the range the caller
// names.
class ModelConfig {
public:
    // Errors: notFound, io, invalidInput (no JSON object), limit (over 16 MiB).
    static Result<ModelConfig> read(const std::filesystem::path& file);

    [[nodiscard]] const std::filesystem::path& file() const { return file_; }
    [[nodiscard]] bool has(const char* key) const;
    [[nodiscard]] bool isObject(const char* key) const;
    [[nodiscard]] bool isArray(const char* key) const;
    // The object under a key, empty where there is none; its errors name the same file. Errors: invalidInput.
    [[nodiscard]] Result<ModelConfig> part(const char* key) const;

    // Errors: invalidInput (missing, of another type), limit (outside [least, most]).
    [[nodiscard]] Result<int64_t> integer(const char* key, int64_t least, int64_t most) const;
    // `fallback` where the key is missing. Errors as above.
    [[nodiscard]] Result<int64_t> integerOr(int64_t fallback, const char* key, int64_t least, int64_t most) const;
    [[nodiscard]] Result<double> numberOr(double fallback, const char* key, double least, double most) const;
    // As many as in `fallback`.
    [[nodiscard]] Result<std::vector<double>> numbersOr(std::vector<double> fallback, const char* key, double least,
                                                        double most) const;
    // Errors: invalidInput (of another type).
    [[nodiscard]] Result<std::string> textOr(std::string fallback, const char* key) const;
    [[nodiscard]] Result<bool> flagOr(bool fallback, const char* key) const;

private:
    ModelConfig(std::filesystem::path file, nlohmann::json json);
    [[nodiscard]] tl::unexpected<Error> wrong(ErrorCode code, const char* key, const std::string& expected) const;

    std::filesystem::path file_;
    std::shared_ptr<const nlohmann::json> json_;
};

} // namespace fusefind
