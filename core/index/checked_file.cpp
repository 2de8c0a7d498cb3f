#include "core/index/checked_file.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>

namespace fusefind {

namespace {

constexpr size_t kBufferBytes = 1 << 18;

}

Result<CheckedWriter> CheckedWriter::create(const std::filesystem::path& path) {
    FUSEFIND_TRY_ASSIGN(auto file, AtomicFile::create(path));
    return CheckedWriter(std::move(file));
}

Status CheckedWriter::write(std::span<const std::byte> bytes) {
    hasher_.update(bytes);
    if (buffer_.size() + bytes.size() > kBufferBytes) {
        FUSEFIND_TRY(file_.write(buffer_));
        buffer_.clear();
    }
    if (bytes.size() > kBufferBytes) return file_.write(bytes);
    buffer_.insert(buffer_.end(), bytes.begin(), bytes.end());
    return {};
}

Status CheckedWriter::commit() {
    FUSEFIND_TRY(file_.write(buffer_));
    FUSEFIND_TRY(file_.write(hasher_.finish()));
    return file_.commit();
}

Result<CheckedReader> CheckedReader::open(const std::filesystem::path& path) {
    UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!fd) return fail(systemError("cannot open", path, errno));
    struct stat info {};
    if (::fstat(fd.get(), &info) != 0) return fail(systemError("cannot read", path, errno));
    if (!S_ISREG(info.st_mode)) return fail(ErrorCode::invalidInput, "not a file", path);
    const auto size = static_cast<uint64_t>(info.st_size);
    if (size < sizeof(Sha256)) return fail(ErrorCode::invalidInput, "cut short", path);
    return CheckedReader(path, std::move(fd), size - sizeof(Sha256));
}

Status CheckedReader::readRaw(std::span<std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::read(fd_.get(), bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return fail(systemError("cannot read", path_, errno));
        if (count == 0) return damaged();
        bytes = bytes.subspan(static_cast<size_t>(count));
    }
    return {};
}

Status CheckedReader::read(std::span<std::byte> bytes) {
    if (bytes.size() > remaining_) return damaged();
    FUSEFIND_TRY(readRaw(bytes));
    remaining_ -= bytes.size();
    hasher_.update(bytes);
    return {};
}

Status CheckedReader::finish() {
    Sha256 expected{};
    if (remaining_ != 0) return damaged();
    FUSEFIND_TRY(readRaw(expected));
    if (hasher_.finish() != expected) return damaged();
    return {};
}

tl::unexpected<Error> CheckedReader::damaged() const {
    return fail(ErrorCode::invalidInput, "damaged or cut short", path_, "build the index again");
}

} // namespace fusefind
