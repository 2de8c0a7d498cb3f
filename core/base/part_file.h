#pragma once

#include "core/base/result.h"
#include "core/base/unique_fd.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace fusefind {

// A file that arrives piece by piece, perhaps over several runs of the program: NAME.part beside `path` until commit().
// Unlike an AtomicFile it stays when the object goes, to be gone on with.
class PartFile {
public:
    // What is there already is kept. Errors: io.
    static Result<PartFile> open(const std::filesystem::path& path);

    [[nodiscard]] uint64_t size() const { return size_; }
    [[nodiscard]] const std::filesystem::path& partPath() const { return part_; }

    Status append(std::span<const std::byte> bytes);
    Status clear();  // to no bytes
    Status commit(); // synced and renamed to `path`; call once
    void discard();  // nothing is left behind; call last

private:
    PartFile(std::filesystem::path path, std::filesystem::path part, UniqueFd fd, uint64_t size)
        : path_(std::move(path)), part_(std::move(part)), fd_(std::move(fd)), size_(size) {}

    std::filesystem::path path_;
    std::filesystem::path part_;
    UniqueFd fd_;
    uint64_t size_;
};

} // namespace fusefind
