#include "core/base/part_file.h"

#include "core/base/atomic_file.h"
#include "core/base/file_ops.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>

namespace fusefind {

namespace {

Result<uint64_t> sizeOf(int fd, const std::filesystem::path& path) {
    struct stat info {};
    if (::fstat(fd, &info) != 0) return fail(systemError("cannot read", path, errno));
    return static_cast<uint64_t>(info.st_size);
}

} // namespace

Result<PartFile> PartFile::open(const std::filesystem::path& path) {
    auto part = path;
    part += ".part";
    UniqueFd fd(::open(part.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!fd) return fail(systemError("cannot write", part, errno));
    FUSEFIND_TRY_ASSIGN(const uint64_t size, sizeOf(fd.get(), part));
    return PartFile(path, std::move(part), std::move(fd), size);
}

Status PartFile::append(std::span<const std::byte> bytes) {
    const Status written = writeAll(fd_.get(), bytes, part_);
    FUSEFIND_TRY_ASSIGN(size_, sizeOf(fd_.get(), part_)); // a full disk may have taken some
    return written;
}

Status PartFile::clear() {
    if (::ftruncate(fd_.get(), 0) != 0) return fail(systemError("cannot write", part_, errno));
    size_ = 0;
    return {};
}

Status PartFile::commit() {
    if (fileOps().fsync(fd_.get()) != 0) return fail(systemError("cannot save", path_, errno));
    return renameDurably(part_, path_);
}

void PartFile::discard() {
    ::unlink(part_.c_str());
}

} // namespace fusefind
