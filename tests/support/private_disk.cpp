#include "support/private_disk.h"

#include "core/base/unique_fd.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

namespace fusefind {

namespace {

bool write(const char* file, const std::string& text) {
    return static_cast<bool>((std::ofstream(file) << text).flush());
}

// Users other than root may mount in a user namespace, where they are who they were.
bool enterUserNamespace() {
    const auto user = ::getuid();
    const auto group = ::getgid();
    return ::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 && write("/proc/self/setgroups", "deny") &&
           write("/proc/self/uid_map", fmt::format("{0} {0} 1", user)) &&
           write("/proc/self/gid_map", fmt::format("{0} {0} 1", group));
}

void require(bool done) {
    if (!done) std::abort();
}

} // namespace

bool PrivateDisk::allow() {
    if (::unshare(CLONE_NEWNS) != 0 && !enterUserNamespace()) return false;
    return ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

PrivateDisk::PrivateDisk(size_t bytes) {
    require(::mount("tmpfs", path().c_str(), "tmpfs", 0, fmt::format("size={},mode=700", bytes).c_str()) == 0);
}

PrivateDisk::~PrivateDisk() {
    ::umount2(path().c_str(), MNT_DETACH);
}

void PrivateDisk::fill() {
    ballast_ = path() / "ballast";
    const UniqueFd file(::open(ballast_->c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    struct statvfs disk = {};
    require(::statvfs(path().c_str(), &disk) == 0);
    require(::posix_fallocate(file.get(), 0, static_cast<off_t>(disk.f_bavail * disk.f_frsize)) == 0);
}

void PrivateDisk::makeRoom() {
    if (ballast_) std::filesystem::remove(*std::exchange(ballast_, {}));
}

bool PrivateDisk::setReadOnly(bool readOnly) {
    return ::mount(nullptr, path().c_str(), nullptr, MS_REMOUNT | (readOnly ? MS_RDONLY : 0), nullptr) == 0;
}

} // namespace fusefind
