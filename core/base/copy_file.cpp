#include "core/base/copy_file.h"

#include "core/base/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <vector>

namespace fusefind {

Status copyFileAtomically(const std::filesystem::path& from, const std::filesystem::path& to,
                          const std::stop_token& stop, const std::function<void(std::span<const std::byte>)>& onBlock) {
    const UniqueFd fd(::open(from.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!fd) return fail(systemError("cannot open", from, errno));
    struct stat info {};
    if (::fstat(fd.get(), &info) != 0) return fail(systemError("cannot read", from, errno));
    if (!S_ISREG(info.st_mode)) return fail(ErrorCode::invalidInput, "not a file", from);
    std::error_code error;
    std::filesystem::create_directories(to.parent_path(), error);
    if (error) return fail(systemError("cannot make a folder", to.parent_path(), error.value()));
    FUSEFIND_TRY_ASSIGN(auto target, AtomicFile::create(to));
    constexpr size_t kBlock = size_t{1} << 20;
    std::vector<std::byte> block(kBlock);
    while (true) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
        const ssize_t count = ::read(fd.get(), block.data(), block.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return fail(systemError("cannot read", from, errno));
        if (count == 0) break;
        const auto bytes = std::span<const std::byte>(block).first(static_cast<size_t>(count));
        if (onBlock) onBlock(bytes);
        FUSEFIND_TRY(target.write(bytes));
    }
    return target.commit();
}

} // namespace fusefind
