#include "ui/models/sample_data.h"

#include <algorithm>

namespace fusefind {

SampleData SampleData::in(const std::filesystem::path& folder) {
    SampleData sample;
    std::error_code ignored;
    if (folder.empty()) return sample;
    const auto root = std::filesystem::absolute(folder, ignored); // the worker takes no other paths
    if (std::filesystem::is_directory(root / "library", ignored)) sample.library = root / "library";
    for (const auto& entry : std::filesystem::directory_iterator(root / "pairs", ignored))
        if (entry.is_directory(ignored)) sample.pairs.push_back(entry.path());
    std::ranges::sort(sample.pairs);
    return sample;
}

} // namespace fusefind
