#pragma once

#include "core/base/result.h"
#include "core/base/unique_fd.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace fusefind {

// Writes all bytes to a descriptor, through the fault seam. `path` is for the message.
Status writeAll(int fd, std::span<const std::byte> bytes, const std::filesystem::path& path);

// A file that appears whole or not at all: written beside `path` under a temporary name, synced, renamed over it by
// commit(). Destroyed without commit(), it leaves nothing behind.
class AtomicFile {
public:
    static Result<AtomicFile> create(const std::filesystem::path& path);
    ~AtomicFile();
    AtomicFile(AtomicFile&&) noexcept = default;
    AtomicFile& operator=(AtomicFile&&) = delete;

    Status write(std::span<const std::byte> bytes);
    Status write(std::string_view text) { return write(std::as_bytes(std::span(text))); }
    Status commit();
    // Where the bytes are until commit(), for libraries that write by name themselves.
    [[nodiscard]] const std::filesystem::path& temporaryPath() const { return temporary_; }

private:
    AtomicFile(std::filesystem::path path, std::filesystem::path temporary, UniqueFd fd);

    std::filesystem::path path_;
    std::filesystem::path temporary_;
    UniqueFd fd_; // open until commit() or destruction
};

Status writeFileAtomically(const std::filesystem::path& path, std::string_view contents);

// The whole file, refused above `maxBytes` (limit). Errors: io, notFound, limit.
Result<std::string> readFile(const std::filesystem::path& path, size_t maxBytes = size_t{64} << 20);

} // namespace fusefind
