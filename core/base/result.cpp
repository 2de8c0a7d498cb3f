#include "core/base/result.h"

#include "core/base/text.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>

namespace fusefind {

namespace {

std::string line(const Error& error, const std::filesystem::path& file) {
    std::string text = error.what;
    if (!file.empty()) text += ": " + toUtf8(file);
    if (!error.advice.empty()) text += "; " + error.advice;
    return singleLine(text);
}

} // namespace

std::string Error::text() const {
    return line(*this, file);
}
std::string Error::reason() const {
    return line(*this, {});
}

Error systemError(std::string what, std::filesystem::path file, int errnoValue) {
    Error error{
        ErrorCode::io, fmt::format("{} ({})", what, std::generic_category().message(errnoValue)), std::move(file), {}};
    if (errnoValue == ENOSPC || errnoValue == EDQUOT || errnoValue == EFBIG)
        error.advice = "free some disk space and try again";
    if (errnoValue == ENOENT) error.code = ErrorCode::notFound;
    if (errnoValue == EACCES || errnoValue == EPERM) error.advice = "check who may read and write it";
    return error;
}

void assertionFailed(const char* condition, const char* file, int line) {
    std::fprintf(stderr, "assertion failed: %s (%s:%d)\n", condition, file, line);
    std::abort();
}

} // namespace fusefind
