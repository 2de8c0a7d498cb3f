#pragma once

#include "core/protocol/message.h"

#include <memory>
#include <stop_token>
#include <string_view>

namespace fusefind {

// What the worker answers about files and about what is in the library, without Torch: the methods from `thumbnail` to
// `spectrogram`, `browse` and `facets` of core/protocol/methods.h. Thread-safe. A file that crashes its decoder is
// marked (CrashMarker), so that the next start knows it.
class MediaMethods {
public:
    // The folder where thumbnails are kept, made when needed; library.db, checked by Database::open() before.
    MediaMethods(std::filesystem::path thumbnails, std::filesystem::path database);
    ~MediaMethods();

    [[nodiscard]] static bool handles(std::string_view method);

    // Errors: invalidInput and limit (the parameters), unsupported (another method), those of the files and of the
    // database, cancelled. Every answer fits a frame.
    Result<Json> answer(std::string_view method, const Json& params, const std::stop_token& stop);

    struct State; // for the functions behind the methods

private:
    std::unique_ptr<State> state_;
};

} // namespace fusefind
