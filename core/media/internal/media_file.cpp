#include "core/media/internal/media_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

namespace fusefind {

Result<MediaFile> MediaFile::open(const std::filesystem::path& path) {
    UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!fd) return fail(systemError("cannot open", path, errno));
    struct stat info {};
    if (::fstat(fd.get(), &info) != 0) return fail(systemError("cannot read", path, errno));
    if (!S_ISREG(info.st_mode)) return fail(ErrorCode::invalidInput, "not an ordinary file", path);
    if (info.st_size == 0) return fail(ErrorCode::invalidInput, "the file is empty", path);
    return MediaFile(path, std::move(fd), info.st_size);
}

Result<size_t> MediaFile::readAt(int64_t offset, std::span<uint8_t> to) const {
    size_t done = 0;
    while (done < to.size()) {
        const ssize_t count =
            ::pread(fd_.get(), to.data() + done, to.size() - done, offset + static_cast<int64_t>(done));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return fail(systemError("cannot read", path_, errno));
        if (count == 0) break;
        done += static_cast<size_t>(count);
    }
    return done;
}

Result<std::vector<uint8_t>> MediaFile::head(size_t count) const {
    std::vector<uint8_t> bytes(std::min(count, static_cast<size_t>(size_)));
    FUSEFIND_TRY_ASSIGN(const size_t got, readAt(0, bytes));
    bytes.resize(got);
    return bytes;
}

Result<std::vector<uint8_t>> MediaFile::bytes(int64_t maxBytes) const {
    if (size_ > maxBytes)
        return fail(ErrorCode::limit, fmt::format("the file is larger than the limit of {} MiB", maxBytes >> 20),
                    path_);
    return head(static_cast<size_t>(size_));
}

} // namespace fusefind
