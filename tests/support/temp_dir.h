#pragma once

#include <filesystem>
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

private:
    std::filesystem::path path_;
};

} // namespace fusefind
