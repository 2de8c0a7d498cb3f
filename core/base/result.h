#pragma once

#include <tl/expected.hpp>

#include <filesystem>
#include <string>
#include <utility>

namespace fusefind {

// What kind of failure it was, so that callers can decide without reading the message.
enum class ErrorCode {
    invalidInput, // the user's file or argument is wrong
    notFound,
    unsupported, // understood, but not something we do: an unknown version, a codec, an architecture
    limit,       // larger than a limit that protects the machine
    io,          // the disk or the system said no
    busy,        // somebody else holds it
    cancelled,
    outOfMemory,
    internal // a library failed in a way its contract does not allow
};

// A failure a user can cause or meet. It says what happened, to which file, and what to do.
struct Error {
    ErrorCode code = ErrorCode::internal;
    std::string what;
    std::filesystem::path file; // empty if no file is concerned
    std::string advice;         // what to do; may be empty

    // "what: file; advice" on one line.
    [[nodiscard]] std::string text() const;
    // The same without the file, for lists that name it themselves.
    [[nodiscard]] std::string reason() const;
};

template <class T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

// Makes the failed Result: `return fail(ErrorCode::io, "cannot read", path);`
inline tl::unexpected<Error> fail(ErrorCode code, std::string what, std::filesystem::path file = {},
                                  std::string advice = {}) {
    return tl::unexpected<Error>(Error{code, std::move(what), std::move(file), std::move(advice)});
}
inline tl::unexpected<Error> fail(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

// The system's words for errno, as an io Error (a full disk and a missing file get advice of their own).
Error systemError(std::string what, std::filesystem::path file, int errnoValue);

} // namespace fusefind

// Returns the error of a failed Status or Result to the caller.
#define FUSEFIND_TRY(expression)                                                                                       \
    do {                                                                                                               \
        if (auto fusefindTried = (expression); !fusefindTried)                                                         \
            return ::fusefind::fail(std::move(fusefindTried).error());                                                 \
    } while (false)

#define FUSEFIND_CONCAT_INNER(a, b) a##b
#define FUSEFIND_CONCAT(a, b) FUSEFIND_CONCAT_INNER(a, b)

// FUSEFIND_TRY_ASSIGN(auto rows, readRows(path)): the value, or the error to the caller.
#define FUSEFIND_TRY_ASSIGN(declaration, expression)                                                                   \
    FUSEFIND_TRY_ASSIGN_NAMED(FUSEFIND_CONCAT(fusefindTried, __LINE__), declaration, expression)
#define FUSEFIND_TRY_ASSIGN_NAMED(name, declaration, expression)                                                       \
    auto name = (expression);                                                                                          \
    if (!name) return ::fusefind::fail(std::move(name).error());                                                       \
    declaration = std::move(*name)

// A bug, never reachable from input. Checked in every preset but release.
#ifdef FUSEFIND_ASSERTIONS
#define FUSEFIND_ASSERT(condition) ((condition) ? void() : ::fusefind::assertionFailed(#condition, __FILE__, __LINE__))
#else
#define FUSEFIND_ASSERT(condition) void(sizeof(!(condition)))
#endif

namespace fusefind {
[[noreturn]] void assertionFailed(const char* condition, const char* file, int line);
}
