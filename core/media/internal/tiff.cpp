#include "core/media/internal/exif.h"
#include "core/media/internal/picture_builder.h"
#include "core/media/internal/picture_codec.h"

#include <fmt/format.h>
#include <tiffio.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace fusefind {

namespace {

// The file in memory, as libtiff's reading procedures see it.
struct TiffSource {
    Bytes file;
    size_t at = 0;

    static tmsize_t read(thandle_t handle, void* to, tmsize_t size) {
        auto* source = static_cast<TiffSource*>(handle);
        if (source->at >= source->file.size() || size <= 0) return 0;
        const size_t count = std::min(static_cast<size_t>(size), source->file.size() - source->at);
        std::memcpy(to, source->file.data() + source->at, count);
        source->at += count;
        return static_cast<tmsize_t>(count);
    }
    static tmsize_t write(thandle_t, void*, tmsize_t) { return -1; }
    static toff_t seek(thandle_t handle, toff_t offset, int whence) {
        auto* source = static_cast<TiffSource*>(handle);
        if (whence == SEEK_CUR) offset += source->at;
        if (whence == SEEK_END) offset += source->file.size();
        source->at = offset;
        return offset;
    }
    static int close(thandle_t) { return 0; }
    static toff_t size(thandle_t handle) { return static_cast<TiffSource*>(handle)->file.size(); }
};

struct TiffFree {
    void operator()(TIFF* tiff) const { TIFFClose(tiff); }
    void operator()(TIFFOpenOptions* options) const { TIFFOpenOptionsFree(options); }
};
using TiffHandle = std::unique_ptr<TIFF, TiffFree>;

int keepQuiet(TIFF*, void*, const char*, const char*, va_list) {
    return 1;
}

Result<TiffHandle> openTiff(TiffSource& source) {
    constexpr tmsize_t kMaxAllocation = tmsize_t{512} << 20;
    const std::unique_ptr<TIFFOpenOptions, TiffFree> options(TIFFOpenOptionsAlloc());
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), keepQuiet, nullptr);
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), keepQuiet, nullptr);
    TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), kMaxAllocation);
    TiffHandle tiff(TIFFClientOpenExt("picture", "rm", &source, TiffSource::read, TiffSource::write, TiffSource::seek,
                                      TiffSource::close, TiffSource::size, nullptr, nullptr, options.get()));
    if (!tiff) return fail(ErrorCode::invalidInput, "not a readable TIFF picture, or a truncated one");
    return tiff;
}

bool recognises(Bytes head) {
    return hasMagic(head, 0, std::string_view("II*\0", 4)) || hasMagic(head, 0, std::string_view("MM\0*", 4)) ||
           hasMagic(head, 0, std::string_view("II+\0", 4)) || hasMagic(head, 0, std::string_view("MM\0+", 4));
}

// Leaves the directory of the picture for the EXIF one.
std::string readDate(TIFF* tiff) {
    char* text = nullptr;
    std::string date;
    if (TIFFGetField(tiff, TIFFTAG_DATETIME, &text) == 1 && text != nullptr) date = text;
    uint64_t offset = 0;
    if (TIFFGetField(tiff, TIFFTAG_EXIFIFD, &offset) == 1 && TIFFReadEXIFDirectory(tiff, offset) == 1 &&
        TIFFGetField(tiff, EXIFTAG_DATETIMEORIGINAL, &text) == 1 && text != nullptr && parseExifDate(text))
        date = text;
    return date;
}

Result<PictureHeader> header(Bytes file) {
    TiffSource source{file};
    FUSEFIND_TRY_ASSIGN(const TiffHandle tiff, openTiff(source));
    uint32_t width = 0;
    uint32_t height = 0;
    uint16_t orientation = ORIENTATION_TOPLEFT;
    if (TIFFGetField(tiff.get(), TIFFTAG_IMAGEWIDTH, &width) != 1 ||
        TIFFGetField(tiff.get(), TIFFTAG_IMAGELENGTH, &height) != 1)
        return fail(ErrorCode::invalidInput, "a TIFF picture without a size");
    TIFFGetFieldDefaulted(tiff.get(), TIFFTAG_ORIENTATION, &orientation);
    PictureHeader header;
    header.width = width;
    header.height = height;
    header.bytesPerPixel = 4;
    if (orientation >= 1 && orientation <= 8) header.orientation = orientation;
    header.taken = readDate(tiff.get());
    return header;
}

Result<Picture> decode(Bytes file, const PictureHeader& header, int shortSide) {
    TiffSource source{file};
    FUSEFIND_TRY_ASSIGN(const TiffHandle tiff, openTiff(source));
    std::array<char, 1024> message{};
    if (TIFFRGBAImageOK(tiff.get(), message.data()) != 1)
        return fail(ErrorCode::unsupported,
                    fmt::format("a kind of TIFF picture that is not read ({})", message.data()));
    const auto width = static_cast<uint32_t>(header.width);
    const auto height = static_cast<uint32_t>(header.height);
    std::vector<uint32_t> pixels(size_t{width} * height);
    // Asked for the orientation it has, libtiff flips nothing: the caller turns all formats alike.
    constexpr int kStopOnError = 1;
    if (TIFFReadRGBAImageOriented(tiff.get(), width, height, pixels.data(), header.orientation, kStopOnError) != 1)
        return fail(ErrorCode::invalidInput, "the TIFF picture is truncated or damaged");
    static_assert(std::endian::native == std::endian::little, "libtiff packs red into the lowest byte of a word");
    return buildPicture(reinterpret_cast<const uint8_t*>(pixels.data()), size_t{4} * width, static_cast<int>(width),
                        static_cast<int>(height), shortSide, PixelFormat::premultipliedRgba);
}

} // namespace

const PictureCodec kTiffCodec{"TIFF", recognises, header, decode};

} // namespace fusefind
