#include "support/temp_dir.h"

#include <cstdlib>
#include <fstream>
#include <string>

namespace fusefind {

namespace fs = std::filesystem;

TempDir::TempDir() {
    std::string pattern = (fs::temp_directory_path() / "fusefind-test-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) std::abort();
    path_ = pattern;
}

TempDir::~TempDir() {
    std::error_code ignored;
    for (auto it = fs::recursive_directory_iterator(path_, fs::directory_options::skip_permission_denied, ignored);
         !ignored && it != fs::recursive_directory_iterator(); it.increment(ignored)) {
        if (it->is_directory(ignored) && !it->is_symlink(ignored))
            fs::permissions(it->path(), fs::perms::owner_all, ignored);
    }
    fs::remove_all(path_, ignored);
}

std::vector<fs::path> TempDir::entries() const {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(path_))
        paths.push_back(entry.path());
    return paths;
}

fs::path TempDir::write(const fs::path& name, std::string_view bytes) const {
    const auto path = path_ / name;
    fs::create_directories(path.parent_path());
    if (!(std::ofstream(path, std::ios::binary) << bytes).flush()) std::abort();
    return path;
}

} // namespace fusefind
