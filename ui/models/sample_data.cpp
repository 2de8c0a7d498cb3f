#include "ui/models/sample_data.h"

#include <algorithm>

namespace fusefind {

SampleData SampleData::in(const std::filesystem::path& folder) {
    SampleData sample;
    std::error_code ignored;
    if (folder.empty()) return sample;
    if (std::filesystem::is_directory(folder / "library", ignored)) sample.library = folder / "library";
    for (const auto& entry : std::filesystem::directory_iterator(folder / "pairs", ignored))
        if (entry.is_directory(ignored)) sample.pairs.push_back(entry.path());
    std::ranges::sort(sample.pairs);
    return sample;
}

} // namespace fusefind
