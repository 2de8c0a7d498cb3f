#include "core/media/internal/exif.h"

#include <exiv2/error.hpp>
#include <exiv2/exif.hpp>

#include <array>
#include <charconv>

namespace fusefind {

namespace {

constexpr size_t kMaxExifBytes = size_t{4} << 20;

std::string textOf(Exiv2::ExifData& data, const char* key) {
    const auto found = data.findKey(Exiv2::ExifKey(key));
    return found == data.end() ? std::string() : found->toString();
}

void readFields(Exiv2::ExifData& data, PictureHeader& header) {
    const auto orientation = data.findKey(Exiv2::ExifKey("Exif.Image.Orientation"));
    if (orientation != data.end() && orientation->count() > 0) {
        const auto value = orientation->toLong();
        if (value >= 1 && value <= 8) header.orientation = static_cast<int>(value);
    }
    for (const char* key : {"Exif.Photo.DateTimeOriginal", "Exif.Photo.DateTimeDigitized", "Exif.Image.DateTime"}) {
        const std::string date = textOf(data, key);
        if (!parseExifDate(date)) continue;
        header.taken = date;
        return;
    }
}

} // namespace

void readExif(Bytes block, PictureHeader& header) {
    static const bool kSilenced = (Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute), true);
    (void)kSilenced;
    if (hasMagic(block, 0, std::string_view("Exif\0\0", 6))) block = block.subspan(6);
    if (block.size() < 8 || block.size() > kMaxExifBytes) return;
    try {
        Exiv2::ExifData data;
        Exiv2::ExifParser::decode(data, block.data(), static_cast<uint32_t>(block.size()));
        readFields(data, header);
    } catch (const std::exception&) {
        // A picture with a broken EXIF block is still a picture.
    }
}

std::optional<std::chrono::sys_seconds> parseExifDate(std::string_view text) {
    constexpr std::string_view kPattern = "dddd:dd:dd dd:dd:dd";
    if (text.size() < kPattern.size()) return std::nullopt;
    std::array<int, 6> numbers{};
    size_t field = 0;
    for (size_t i = 0; i < kPattern.size(); ++i) {
        if (kPattern[i] != 'd') {
            if (text[i] != kPattern[i]) return std::nullopt;
            ++field;
        } else if (text[i] < '0' || text[i] > '9') {
            return std::nullopt;
        } else {
            numbers.at(field) = 10 * numbers.at(field) + (text[i] - '0');
        }
    }
    const auto [year, month, day, hour, minute, second] = numbers;
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (year < 1 || !date.ok() || hour > 23 || minute > 59 || second > 60) return std::nullopt;
    return std::chrono::sys_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
           std::chrono::seconds(second);
}

} // namespace fusefind
