#pragma once

#include <filesystem>

namespace fusefind {

// Pictures of four coloured quarters and sounds of one pitch, made at run time: enough for a real training in a second
// or two.

// `pictures` PNG files and `sounds` WAV files with a metadata.csv of captions that say what is in them.
void writePairs(const std::filesystem::path& folder, int pictures, int sounds);

// As many pictures with a caption each, of which every third is for testing, the next for validation.
void writeSplitPairs(const std::filesystem::path& folder, int pictures);

// Files without captions: red.png, green.png, blue.png, low.wav, high.wav, and long.wav of 12 seconds.
void writeLibrary(const std::filesystem::path& folder);

} // namespace fusefind
