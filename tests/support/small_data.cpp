#include "support/small_data.h"

#include "support/media_files.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <map>

namespace fusefind {

namespace {

constexpr int kSide = 64;
constexpr int kSampleRate = 22050;

// Number `i` of the pictures: its quarters as letters.
std::string coloursOf(int i) {
    constexpr std::string_view kLetters = "rgbw";
    std::string colours;
    for (int shift = 0; shift < 8; shift += 2)
        colours += kLetters[static_cast<size_t>((i * 37 >> shift) & 3)];
    return colours;
}

std::string captionOf(const std::string& colours) {
    const std::map<char, std::string> names{{'r', "red"}, {'g', "green"}, {'b', "blue"}, {'w', "white"}};
    return fmt::format("{} and {} above {} and {}", names.at(colours[0]), names.at(colours[1]), names.at(colours[2]),
                       names.at(colours[3]));
}

std::string tone(double hertz, double seconds) {
    return wavFile(sine(hertz, seconds, kSampleRate), kSampleRate);
}

void writeBytes(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

} // namespace

void writePairs(const std::filesystem::path& folder, int pictures, int sounds) {
    std::filesystem::create_directories(folder);
    std::string csv = "file_name,caption\n";
    for (int i = 0; i < pictures; ++i) {
        const auto name = fmt::format("picture-{}.png", i);
        writeBytes(folder / name, encodePicture(quarters(kSide, kSide, coloursOf(i)), ".png"));
        csv += fmt::format("{},{}\n", name, captionOf(coloursOf(i)));
    }
    for (int i = 0; i < sounds; ++i) {
        const int hertz = 100 + 150 * i;
        const auto name = fmt::format("sound-{}.wav", i);
        writeBytes(folder / name, tone(hertz, 1));
        csv += fmt::format("{},a tone of {} hertz\n", name, hertz);
    }
    writeBytes(folder / "metadata.csv", csv);
}

void writeSplitPairs(const std::filesystem::path& folder, int pictures) {
    writePairs(folder, pictures, 0);
    std::filesystem::remove(folder / "metadata.csv");
    nlohmann::json images = nlohmann::json::array();
    for (int i = 0; i < pictures; ++i)
        images.push_back({{"filename", fmt::format("picture-{}.png", i)},
                          {"split", i % 3 == 0   ? "test"
                                    : i % 3 == 1 ? "val"
                                                 : "train"},
                          {"sentences", {{{"raw", fmt::format("number {} of the pictures", i * 7 % pictures)}}}}});
    writeBytes(folder / "dataset.json", nlohmann::json{{"images", images}}.dump());
}

void writeLibrary(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    for (const auto& [name, colours] :
         std::map<std::string, std::string>{{"red", "rrrr"}, {"green", "gggg"}, {"blue", "bbbb"}})
        writeBytes(folder / (name + ".png"), encodePicture(quarters(kSide + 8, kSide, colours), ".png"));
    writeBytes(folder / "low.wav", tone(120, 1));
    writeBytes(folder / "high.wav", tone(1500, 1));
    writeBytes(folder / "long.wav", tone(440, 12));
}

} // namespace fusefind
