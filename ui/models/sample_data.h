#pragma once

#include <filesystem>
#include <vector>

namespace fusefind {

// What there is to try FuseFind on before one's own files: a folder with `library`, and with `pairs`, folders to train
// on.
struct SampleData {
    std::filesystem::path library;            // empty: there is none
    std::vector<std::filesystem::path> pairs; // in the order of their names

    static SampleData in(const std::filesystem::path& folder);
};

} // namespace fusefind
