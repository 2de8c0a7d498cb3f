#include "core/base/atomic_file.h"

#include "core/base/file_ops.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <atomic>
#include <cerrno>

namespace fusefind {

Status writeAll(int fd, std::span<const std::byte> bytes, const std::filesystem::path& path) {
    while (!bytes.empty()) {
        const ssize_t count = fileOps().write(fd, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return fail(systemError("cannot write", path, errno));
        bytes = bytes.subspan(static_cast<size_t>(count));
    }
    return {};
}

AtomicFile::AtomicFile(std::filesystem::path path, std::filesystem::path temporary, UniqueFd fd)
    : path_(std::move(path)), temporary_(std::move(temporary)), fd_(std::move(fd)) {}

Result<AtomicFile> AtomicFile::create(const std::filesystem::path& path) {
    // One name per process and call, so that two writers of one file never share a temporary.
    static std::atomic<unsigned> serial{0};
    auto temporary = path;
    temporary.replace_filename(fmt::format(".tmp-{}-{}", ::getpid(), serial++));
    UniqueFd fd(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (!fd) return fail(systemError("cannot write", path, errno));
    return AtomicFile(path, std::move(temporary), std::move(fd));
}

AtomicFile::~AtomicFile() {
    if (fd_) ::unlink(temporary_.c_str());
}

Status AtomicFile::write(std::span<const std::byte> bytes) {
    return writeAll(fd_.get(), bytes, path_);
}

Status AtomicFile::commit() {
    if (fileOps().fsync(fd_.get()) != 0) return fail(systemError("cannot save", path_, errno));
    FUSEFIND_TRY(renameDurably(temporary_, path_));
    fd_.reset();
    return {};
}

Status writeFileAtomically(const std::filesystem::path& path, std::string_view contents) {
    FUSEFIND_TRY_ASSIGN(auto file, AtomicFile::create(path));
    FUSEFIND_TRY(file.write(contents));
    return file.commit();
}

Result<std::string> readFile(const std::filesystem::path& path, size_t maxBytes) {
    const UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!fd) return fail(systemError("cannot open", path, errno));
    struct stat info {};
    if (::fstat(fd.get(), &info) != 0) return fail(systemError("cannot read", path, errno));
    if (!S_ISREG(info.st_mode)) return fail(ErrorCode::invalidInput, "not a file", path);
    if (static_cast<size_t>(info.st_size) > maxBytes)
        return fail(ErrorCode::limit, fmt::format("larger than {} bytes", maxBytes), path);
    std::string contents(static_cast<size_t>(info.st_size), '\0');
    size_t done = 0;
    while (done < contents.size()) {
        const ssize_t count = ::read(fd.get(), contents.data() + done, contents.size() - done);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return fail(systemError("cannot read", path, errno));
        if (count == 0) break;
        done += static_cast<size_t>(count);
    }
    contents.resize(done);
    return contents;
}

} // namespace fusefind
