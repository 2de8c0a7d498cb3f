#include "support/library_fixture.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>

namespace fusefind {

namespace {
constexpr uid_t kNobody = 65534;
}

LibraryFixture::LibraryFixture()
    : media_(std::filesystem::canonical(folder_.path()) / "media"),
      database_(Database::open(folder_ / "library.db").value()),
      library_(database_) {
    std::filesystem::create_directory(media_);
    if (!library_.addFolder(media_)) std::abort();
}

std::filesystem::path LibraryFixture::write(const std::filesystem::path& name, std::string_view contents,
                                            int64_t mtimeSeconds) const {
    const auto path = media_ / name;
    std::filesystem::create_directories(path.parent_path());
    if (!(std::ofstream(path, std::ios::binary) << contents).flush()) std::abort(); // unsynced, as tests write many
    const std::array<timespec, 2> times{timespec{mtimeSeconds, 0}, timespec{mtimeSeconds, 0}};
    if (::utimensat(AT_FDCWD, path.c_str(), times.data(), 0) != 0) std::abort();
    return path;
}

ScanReport LibraryFixture::scan() {
    return scanLibrary(database_).value();
}

std::vector<Item> LibraryFixture::items() {
    std::vector<Item> items;
    auto query = database_.prepare("SELECT id, path, kind, size, mtime_ns, content FROM items ORDER BY path").value();
    if (!query.each([&](const Statement& row) { items.push_back(readItem(row)); })) std::abort();
    return items;
}

AsNobody::AsNobody() {
    if (::getuid() == 0 && ::seteuid(kNobody) != 0) std::abort();
}
AsNobody::~AsNobody() {
    if (::getuid() == 0 && ::seteuid(0) != 0) std::abort();
}

} // namespace fusefind
