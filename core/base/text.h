#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace fusefind {

// Valid UTF-8 for people and JSON: bytes that are not UTF-8 become U+FFFD. File names are bytes; keep the path itself
// for opening.
std::string toUtf8(const std::filesystem::path& path);
std::string toUtf8(std::string_view bytes);
bool isValidUtf8(std::string_view bytes);

// The text on one line: line breaks and control characters become spaces.
std::string singleLine(std::string_view text);

// Without white space at either end (ASCII).
std::string_view trimmed(std::string_view text);

// ASCII lower case; for extensions and column names.
std::string asciiLower(std::string_view text);

// ".jpg" for "A.JPG": lower-case extension with its dot.
std::string lowerExtension(const std::filesystem::path& path);

} // namespace fusefind
