#include "core/tensors/mapped_file.h"

#include "core/base/unique_fd.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <cerrno>

namespace fusefind {

Result<MappedFile> MappedFile::open(const std::filesystem::path& path) {
    const UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!fd) return fail(systemError("cannot open", path, errno));
    return map(fd.get(), path);
}

Result<MappedFile> MappedFile::map(int fd, const std::filesystem::path& path) {
    struct stat info {};
    if (::fstat(fd, &info) != 0) return fail(systemError("cannot read", path, errno));
    if (!S_ISREG(info.st_mode)) return fail(ErrorCode::invalidInput, "not a file", path);
    const auto size = static_cast<size_t>(info.st_size);
    if (size == 0) return MappedFile();
    void* address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (address == MAP_FAILED) return fail(systemError("cannot read", path, errno));
    return MappedFile(std::span(static_cast<const std::byte*>(address), size));
}

MappedFile::~MappedFile() {
    if (!bytes_.empty()) ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

} // namespace fusefind
