#include "support/media_files.h"

#include <libheif/heif.h>
#include <opencv2/imgcodecs.hpp>
#include <zlib.h>

#include <array>
#include <cstdlib>
#include <cstring>

namespace fusefind {

namespace {

std::string bigEndian(uint32_t value) {
    return {static_cast<char>(value >> 24), static_cast<char>(value >> 16), static_cast<char>(value >> 8),
            static_cast<char>(value)};
}

template <class Integer>
std::string littleEndian(Integer value) {
    std::string bytes(sizeof value, '\0');
    std::memcpy(bytes.data(), &value, sizeof value);
    return bytes;
}

std::string pngChunk(const std::string& name, const std::string& body) {
    const std::string checked = name + body;
    const auto sum = crc32(0, reinterpret_cast<const Bytef*>(checked.data()), static_cast<uInt>(checked.size()));
    return bigEndian(static_cast<uint32_t>(body.size())) + checked + bigEndian(static_cast<uint32_t>(sum));
}

std::string pngStart(uint32_t width, uint32_t height) {
    const std::string grey1Bit("\x01\x00\x00\x00\x00", 5);
    return "\x89PNG\r\n\x1A\n" + pngChunk("IHDR", bigEndian(width) + bigEndian(height) + grey1Bit);
}

std::string encoded(const cv::Mat& mat, const std::string& extension) {
    std::vector<uint8_t> bytes;
    if (!cv::imencode(extension, mat, bytes)) std::abort();
    return {bytes.begin(), bytes.end()};
}

heif_error appendTo(heif_context*, const void* data, size_t size, void* to) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(data), size);
    return {heif_error_Ok, heif_suberror_Unspecified, "ok"};
}

std::optional<std::string> heifPicture(const Picture& picture, heif_compression_format format) {
    if (heif_have_encoder_for_format(format) == 0) return std::nullopt;
    heif_context* context = heif_context_alloc();
    heif_encoder* encoder = nullptr;
    heif_context_get_encoder_for_format(context, format, &encoder);
    heif_image* image = nullptr;
    heif_image_create(picture.width, picture.height, heif_colorspace_RGB, heif_chroma_interleaved_RGB, &image);
    heif_image_add_plane(image, heif_channel_interleaved, picture.width, picture.height, 8);
    int stride = 0;
    uint8_t* plane = heif_image_get_plane(image, heif_channel_interleaved, &stride);
    const auto row = size_t{3} * static_cast<size_t>(picture.width);
    for (int y = 0; y < picture.height; ++y)
        std::memcpy(plane + static_cast<ptrdiff_t>(y) * stride, picture.rgb.data() + row * static_cast<size_t>(y), row);
    std::string bytes;
    heif_writer writer{1, appendTo};
    if (heif_context_encode_image(context, image, encoder, nullptr, nullptr).code != heif_error_Ok ||
        heif_context_write(context, &writer, &bytes).code != heif_error_Ok)
        std::abort();
    heif_image_release(image);
    heif_encoder_release(encoder);
    heif_context_free(context);
    return bytes;
}

} // namespace

Picture quarters(int width, int height, const std::string& colours) {
    Picture picture{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const char colour = colours.at((y < height / 2 ? 0U : 2U) + (x < width / 2 ? 0U : 1U));
            for (const char channel : {'r', 'g', 'b'})
                picture.rgb.push_back(colour == 'w' || colour == channel ? 255 : 0);
        }
    return picture;
}

std::string quartersOf(const Picture& picture) {
    std::string letters;
    for (const int y : {picture.height / 4, picture.height * 3 / 4})
        for (const int x : {picture.width / 4, picture.width * 3 / 4}) {
            const uint8_t* pixel = &picture.rgb.at(
                3 * (static_cast<size_t>(y) * static_cast<size_t>(picture.width) + static_cast<size_t>(x)));
            unsigned bright = 0;
            for (unsigned c = 0; c < 3; ++c)
                bright |= (pixel[c] > 127 ? 1U : 0U) << c;
            constexpr std::string_view kLetters = "?rg?b??w";
            letters += kLetters.at(bright);
        }
    return letters;
}

std::string encodePicture(const Picture& picture, const std::string& extension) {
    cv::Mat bgr(picture.height, picture.width, CV_8UC3);
    for (size_t i = 0; i < picture.rgb.size(); ++i)
        bgr.data[i / 3 * 3 + (2 - i % 3)] = picture.rgb[i];
    return encoded(bgr, extension);
}

std::string grey16Picture(int width, int height, uint16_t value, const std::string& extension) {
    return encoded(cv::Mat(height, width, CV_16UC1, cv::Scalar(value)), extension);
}

std::string exifBlock(int orientation, const std::string& date) {
    const std::string text = date + '\0';
    // One directory: orientation in place, a pointer to the EXIF directory; that one: the date, which follows.
    const auto entry = [](uint16_t tag, uint16_t type, uint32_t count, uint32_t value) {
        return littleEndian(tag) + littleEndian(type) + littleEndian(count) + littleEndian(value);
    };
    constexpr uint32_t kFirst = 8;
    constexpr uint32_t kSecond = kFirst + 2 + 2 * 12 + 4;
    constexpr uint32_t kText = kSecond + 2 + 12 + 4;
    return std::string("II*\0", 4) + littleEndian(kFirst) + littleEndian(uint16_t{2}) +
           entry(0x0112, 3, 1, static_cast<uint32_t>(orientation)) + entry(0x8769, 4, 1, kSecond) +
           std::string(4, '\0') + littleEndian(uint16_t{1}) +
           entry(0x9003, 2, static_cast<uint32_t>(text.size()), kText) + std::string(4, '\0') + text;
}

std::string jpegWithExif(const std::string& jpeg, const std::string& exif) {
    const std::string body = std::string("Exif\0\0", 6) + exif;
    return jpeg.substr(0, 2) + "\xFF\xE1" + bigEndian(static_cast<uint32_t>(body.size() + 2)).substr(2) + body +
           jpeg.substr(2);
}

std::string flatPng(uint32_t width, uint32_t height) {
    z_stream stream{};
    if (deflateInit(&stream, Z_BEST_SPEED) != Z_OK) std::abort();
    std::vector<uint8_t> row(1 + (width + 7) / 8);
    std::string data;
    std::vector<uint8_t> out(1 << 16);
    for (uint32_t y = 0; y < height; ++y) {
        stream.next_in = row.data();
        stream.avail_in = static_cast<uInt>(row.size());
        do {
            stream.next_out = out.data();
            stream.avail_out = static_cast<uInt>(out.size());
            deflate(&stream, y + 1 == height ? Z_FINISH : Z_NO_FLUSH);
            data.append(reinterpret_cast<char*>(out.data()), out.size() - stream.avail_out);
        } while (stream.avail_out == 0);
    }
    deflateEnd(&stream);
    return pngStart(width, height) + pngChunk("IDAT", data) + pngChunk("IEND", "");
}

std::string pngClaiming(uint32_t width, uint32_t height) {
    return pngStart(width, height) + pngChunk("IDAT", "") + pngChunk("IEND", "");
}

std::string jpegClaiming(uint16_t width, uint16_t height) {
    std::string jpeg = encodePicture(quarters(16, 16), ".jpg");
    const size_t frame = jpeg.find(std::string("\xFF\xC0\x00\x11\x08", 5));
    if (frame == std::string::npos) std::abort();
    jpeg.replace(frame + 5, 4, bigEndian(height).substr(2) + bigEndian(width).substr(2));
    return jpeg;
}

std::string gifClaiming(uint16_t width, uint16_t height) {
    return "GIF89a" + littleEndian(width) + littleEndian(height) + std::string(3, '\0') + ";";
}

std::string bmpClaiming(int32_t width, int32_t height) {
    std::string bmp = encodePicture(quarters(16, 16), ".bmp");
    return bmp.replace(18, 8, littleEndian(width) + littleEndian(height));
}

std::string tiffClaiming(uint32_t width, uint32_t height) {
    const auto entry = [](uint16_t tag, uint32_t value) {
        return littleEndian(tag) + littleEndian(uint16_t{4}) + littleEndian(uint32_t{1}) + littleEndian(value);
    };
    return std::string("II*\0", 4) + littleEndian(uint32_t{8}) + littleEndian(uint16_t{7}) + entry(256, width) +
           entry(257, height) + entry(258, 8) + entry(262, 1) + entry(273, 8) + entry(278, height) + entry(279, 100) +
           std::string(4, '\0');
}

std::optional<std::string> heicPicture(const Picture& picture) {
    return heifPicture(picture, heif_compression_HEVC);
}
std::optional<std::string> avifPicture(const Picture& picture) {
    return heifPicture(picture, heif_compression_AV1);
}

} // namespace fusefind
