#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace fusefind {

// What a model's README.md says of it in its head, the lines of YAML between two "---" that Hugging Face asks for.
struct ModelCard {
    std::string license;                // "apache-2.0"
    std::vector<std::string> languages; // codes of ISO 639, or "multilingual"
};

// Only `license` and `language` are read: a word, a list in brackets, or a list of lines. What is not there, not a card
// or not understood is left empty and no error, because a card is made for people.
ModelCard readModelCard(const std::filesystem::path& folder);

} // namespace fusefind
