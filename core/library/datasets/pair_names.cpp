#include "core/library/datasets/pair_names.h"

#include <map>

namespace fusefind {

namespace {

using Row = std::optional<size_t>;

// What was hashed, to tell the repetitions of it apart.
class Contents {
public:
    Sha256 next(const std::string& image, const std::string& sound, const std::string& caption) {
        std::string text = image;
        for (const std::string* part : {&sound, &caption})
            text.append(1, '\0').append(*part); // neither names nor captions hold zero bytes
        const size_t before = seen_[text]++;
        if (before > 0) text.append(1, '\0').append(std::to_string(before));
        return hashBytes(std::as_bytes(std::span(text)));
    }

private:
    std::map<std::string, size_t> seen_;
};

} // namespace

std::vector<NamedPair> namePairs(const PairedData& data, const FileName& nameOf) {
    std::vector<std::pair<Row, Row>> owners(data.texts.size()); // picture and sound of each caption
    for (const auto& [image, text] : data.imageText)
        owners[text].first = image;
    for (const auto& [sound, text] : data.audioText)
        owners[text].second = sound;
    const auto imageName = [&](Row row) { return row ? nameOf(data.images[*row]) : std::string(); };
    const auto soundName = [&](Row row) { return row ? nameOf(data.sounds[*row]) : std::string(); };

    Contents contents;
    std::vector<Sha256> ofTexts;
    for (size_t text = 0; text < data.texts.size(); ++text)
        ofTexts.push_back(
            contents.next(imageName(owners[text].first), soundName(owners[text].second), data.texts[text]));
    std::vector<NamedPair> pairs;
    pairs.reserve(data.imageText.size() + data.audioText.size() + data.imageAudio.size());
    for (const auto& [image, text] : data.imageText)
        pairs.push_back({DataPairKind::imageText, image, {}, text, ofTexts[text]});
    for (const auto& [sound, text] : data.audioText)
        pairs.push_back({DataPairKind::audioText, {}, sound, text, ofTexts[text]});
    for (const auto& [image, sound] : data.imageAudio)
        pairs.push_back(
            {DataPairKind::imageAudio, image, sound, {}, contents.next(imageName(image), soundName(sound), {})});
    return pairs;
}

std::optional<std::string> nameBelow(const std::filesystem::path& folder, const std::filesystem::path& file) {
    std::string start = folder.native();
    if (!start.ends_with('/')) start += '/';
    if (!file.native().starts_with(start)) return std::nullopt;
    return file.native().substr(start.size());
}

} // namespace fusefind
