#pragma once

#include "core/base/result.h"
#include "core/base/unique_fd.h"

#include <cstdint>
#include <span>
#include <vector>

namespace fusefind {

// An ordinary file opened for reading. Libraries are given its bytes, never its name, so that no name can mean anything
// to them.
class MediaFile {
public:
    // FIFOs, devices and folders are refused without waiting on them. Errors: io, notFound, invalidInput (not a file,
    // empty).
    static Result<MediaFile> open(const std::filesystem::path& path);

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] int64_t size() const { return size_; }

    // Fills `to` from `offset` on as far as the file goes. Errors: io.
    Result<size_t> readAt(int64_t offset, std::span<uint8_t> to) const;

    // The first bytes, `count` of them or fewer.
    [[nodiscard]] Result<std::vector<uint8_t>> head(size_t count) const;

    // All of it. Errors: limit above `maxBytes`, io.
    [[nodiscard]] Result<std::vector<uint8_t>> bytes(int64_t maxBytes) const;

private:
    MediaFile(std::filesystem::path path, UniqueFd fd, int64_t size)
        : path_(std::move(path)), fd_(std::move(fd)), size_(size) {}

    std::filesystem::path path_;
    UniqueFd fd_;
    int64_t size_ = 0;
};

} // namespace fusefind
