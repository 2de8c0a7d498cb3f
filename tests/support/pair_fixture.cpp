#include "support/pair_fixture.h"

#include "core/base/text.h"

#include <cstdlib>
#include <fstream>

namespace fusefind {

namespace {

std::vector<std::string> captions(const PairedData& data, const std::vector<std::filesystem::path>& items,
                                  const std::vector<IndexPair>& pairs) {
    std::vector<std::string> lines;
    for (const auto& [item, text] : pairs)
        lines.push_back(toUtf8(items.at(item).filename()) + ": " + data.texts.at(text));
    return lines;
}

} // namespace

void PairFixture::write(const std::filesystem::path& name, std::string_view contents) const {
    std::filesystem::create_directories((root_ / name).parent_path());
    if (!(std::ofstream(root_ / name, std::ios::binary) << contents).flush()) std::abort();
}

void PairFixture::media(std::initializer_list<std::filesystem::path> names) const {
    for (const auto& name : names)
        write(name, name.native());
}

std::string problemsOf(const PairedData& data, const std::filesystem::path& path) {
    std::string problems;
    for (const auto& problem : data.problems)
        if (problem.path == path) problems += (problems.empty() ? "" : "; ") + problem.problem;
    return problems;
}

std::vector<std::string> captionsOfImages(const PairedData& data) {
    return captions(data, data.images, data.imageText);
}
std::vector<std::string> captionsOfSounds(const PairedData& data) {
    return captions(data, data.sounds, data.audioText);
}

} // namespace fusefind
