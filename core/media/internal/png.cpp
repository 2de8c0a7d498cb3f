#include "core/media/internal/exif.h"
#include "core/media/internal/picture_builder.h"
#include "core/media/internal/picture_codec.h"

#include <fmt/format.h>
#include <png.h>

#include <csetjmp>
#include <cstring>

namespace fusefind {

namespace {

// A libpng reader over bytes. Errors come back by longjmp: nothing with a destructor may live in the functions given to
// guarded().
class PngReader {
public:
    explicit PngReader(Bytes file)
        : file_(file),
          png_(png_create_read_struct(PNG_LIBPNG_VER_STRING, this, onError, onWarning)),
          info_(png_ != nullptr ? png_create_info_struct(png_) : nullptr) {
        if (info_ == nullptr) throw std::bad_alloc(); // caught with the vectors' own in decodePicture
        png_set_read_fn(png_, this, onRead);
        png_set_user_limits(png_, PNG_UINT_31_MAX, PNG_UINT_31_MAX); // the caller checks the size
        png_set_chunk_malloc_max(png_, png_alloc_size_t{8} << 20);
        png_set_benign_errors(png_, 1);
    }
    ~PngReader() { png_destroy_read_struct(&png_, &info_, nullptr); }
    PngReader(const PngReader&) = delete;
    PngReader& operator=(const PngReader&) = delete;

    template <class Body>
    Status guarded(const Body& body) {
        if (setjmp(png_jmpbuf(png_)) != 0) // NOLINT(cert-err52-cpp): how libpng reports errors
            return fail(ErrorCode::invalidInput, message_);
        body(png_, info_);
        return {};
    }

private:
    static void onError(png_structp png, png_const_charp text) {
        auto* reader = static_cast<PngReader*>(png_get_error_ptr(png));
        const bool truncated = reader->truncated_;
        reader->message_ =
            truncated ? "the picture is truncated" : fmt::format("not a readable PNG picture ({})", text);
        png_longjmp(png, 1);
    }
    static void onWarning(png_structp, png_const_charp) {}
    static void onRead(png_structp png, png_bytep to, size_t count) {
        auto* reader = static_cast<PngReader*>(png_get_io_ptr(png));
        if (count > reader->file_.size()) {
            reader->truncated_ = true;
            png_error(png, "truncated");
        }
        std::memcpy(to, reader->file_.data(), count);
        reader->file_ = reader->file_.subspan(count);
    }

    Bytes file_; // what is still to be read
    png_structp png_;
    png_infop info_;
    std::string message_;
    bool truncated_ = false;
};

bool recognises(Bytes head) {
    return hasMagic(head, 0, "\x89PNG\r\n\x1A\n");
}

Result<PictureHeader> header(Bytes file) {
    PngReader reader(file);
    PictureHeader header;
    png_bytep exif = nullptr;
    png_uint_32 exifBytes = 0;
    bool interlaced = false;
    FUSEFIND_TRY(reader.guarded([&](png_structp png, png_infop info) {
        png_read_info(png, info);
        header.width = png_get_image_width(png, info);
        header.height = png_get_image_height(png, info);
        interlaced = png_get_interlace_type(png, info) != PNG_INTERLACE_NONE;
        if (png_get_eXIf_1(png, info, &exifBytes, &exif) == 0) exifBytes = 0;
    }));
    if (interlaced) header.bytesPerPixel = 4;
    readExif(Bytes(exif, exifBytes), header);
    return header;
}

// Whatever the file holds becomes RGBA8.
void askForRgba(png_structp png, png_infop info) {
    png_read_info(png, info);
    png_set_expand(png);
    png_set_scale_16(png);
    png_set_gray_to_rgb(png);
    png_set_add_alpha(png, 0xFF, PNG_FILLER_AFTER);
    png_set_interlace_handling(png);
    png_read_update_info(png, info);
}

Result<Picture> decode(Bytes file, const PictureHeader& header, int shortSide) {
    PngReader reader(file);
    const auto width = static_cast<int>(header.width);
    const auto height = static_cast<int>(header.height);
    PictureBuilder builder(width, height, shortSide);
    const size_t stride = size_t{4} * static_cast<size_t>(width);
    bool interlaced = false;
    FUSEFIND_TRY(reader.guarded([&](png_structp png, png_infop info) {
        askForRgba(png, info);
        interlaced = png_get_interlace_type(png, info) != PNG_INTERLACE_NONE;
        if (png_get_rowbytes(png, info) != stride) png_error(png, "unexpected row size");
    }));
    std::vector<uint8_t> pixels(interlaced ? stride * static_cast<size_t>(height) : stride);
    if (!interlaced) {
        FUSEFIND_TRY(reader.guarded([&](png_structp png, png_infop) {
            for (int y = 0; y < height; ++y) {
                png_read_row(png, pixels.data(), nullptr);
                builder.addRow(pixels.data(), PixelFormat::rgba);
            }
        }));
        return builder.finish();
    }
    FUSEFIND_TRY(reader.guarded([&](png_structp png, png_infop) {
        for (int pass = 0; pass < PNG_INTERLACE_ADAM7_PASSES; ++pass)
            for (int y = 0; y < height; ++y)
                png_read_row(png, pixels.data() + stride * static_cast<size_t>(y), nullptr);
    }));
    return buildPicture(pixels.data(), stride, width, height, shortSide, PixelFormat::rgba);
}

} // namespace

const PictureCodec kPngCodec{"PNG", recognises, header, decode};

} // namespace fusefind
