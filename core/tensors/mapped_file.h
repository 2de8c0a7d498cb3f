#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <span>

namespace fusefind {

// A regular file's bytes, mapped read-only for the life of this object. Move-only.
class MappedFile {
public:
    MappedFile() = default; // no bytes
    // Errors: io, notFound; invalidInput for anything that is not a regular file.
    static Result<MappedFile> open(const std::filesystem::path& path);
    // The same of a file that is open already (it may be closed afterwards); `path` is for the message.
    static Result<MappedFile> map(int fd, const std::filesystem::path& path);
    ~MappedFile();
    MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}
    MappedFile& operator=(MappedFile&& other) noexcept {
        std::swap(bytes_, other.bytes_);
        return *this;
    }

    [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }

private:
    explicit MappedFile(std::span<const std::byte> bytes) : bytes_(bytes) {}

    std::span<const std::byte> bytes_; // empty for an empty file, which cannot be mapped
};

} // namespace fusefind
