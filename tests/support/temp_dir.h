#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

namespace fusefind {

// A folder of its own for one test, gone afterwards (also when its contents were made unreadable).
class TempDir {
public:
    TempDir();
    ~TempDir();
    TempDir(const TempDir&) = delete;
    TempDir& operator=(const TempDir&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    std::filesystem::path operator/(const std::filesystem::path& name) const { return path_ / name; }
    [[nodiscard]] std::vector<std::filesystem::path> entries() const;
    // Makes a file of these bytes, and the folders it needs; its path. Not synced: tests write many.
    std::filesystem::path write(const std::filesystem::path& name, std::string_view bytes) const;

private:
    std::filesystem::path path_;
};

} // namespace fusefind
