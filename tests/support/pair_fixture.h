#pragma once

#include "core/library/pairs/paired_data.h"
#include "support/temp_dir.h"

#include <string_view>

namespace fusefind {

// A folder of paired data. Pictures and sounds hold their own names, so that no two have the same content.
class PairFixture {
public:
    PairFixture() : root_(std::filesystem::canonical(folder_.path())) {}

    [[nodiscard]] const std::filesystem::path& root() const { return root_; }
    std::filesystem::path operator/(const std::filesystem::path& name) const { return root_ / name; }

    // Makes folders on the way.
    void write(const std::filesystem::path& name, std::string_view contents) const;
    void media(std::initializer_list<std::filesystem::path> names) const;

    [[nodiscard]] Result<PairedData> tryRead() const { return readPairedFolders(std::span(&root_, 1)); }
    [[nodiscard]] PairedData read() const { return tryRead().value(); }

private:
    TempDir folder_;
    std::filesystem::path root_;
};

// The problems told of a path, joined by "; ".
std::string problemsOf(const PairedData& data, const std::filesystem::path& path);

// "name: caption" for each image-text (or sound-text) pair, in order.
std::vector<std::string> captionsOfImages(const PairedData& data);
std::vector<std::string> captionsOfSounds(const PairedData& data);

} // namespace fusefind
