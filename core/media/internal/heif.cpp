#include "core/media/internal/exif.h"
#include "core/media/internal/picture_builder.h"
#include "core/media/internal/picture_codec.h"

#include <fmt/format.h>
#include <libheif/heif.h>

#include <algorithm>
#include <array>

namespace fusefind {

namespace {

struct HeifFree {
    void operator()(heif_context* context) const { heif_context_free(context); }
    void operator()(const heif_image_handle* handle) const { heif_image_handle_release(handle); }
    void operator()(const heif_image* image) const { heif_image_release(image); }
    void operator()(heif_decoding_options* options) const { heif_decoding_options_free(options); }
};
using HeifHandle = std::unique_ptr<const heif_image_handle, HeifFree>;

tl::unexpected<Error> heifError(const heif_error& error) {
    if (error.code == heif_error_Memory_allocation_error) return fail(ErrorCode::limit, error.message);
    if (error.code == heif_error_Unsupported_feature || error.code == heif_error_Unsupported_filetype)
        return fail(ErrorCode::unsupported,
                    fmt::format("a kind of HEIC or AVIF picture that is not read ({})", error.message));
    return fail(ErrorCode::invalidInput,
                fmt::format("not a readable HEIC or AVIF picture, or a truncated one ({})", error.message));
}

bool recognises(Bytes head) {
    constexpr std::array<std::string_view, 8> kBrands{"heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "avif"};
    return hasMagic(head, 4, "ftyp") &&
           std::ranges::any_of(kBrands, [&](std::string_view brand) { return hasMagic(head, 8, brand); });
}

// The primary picture of a file; the context must live as long as what is read from it.
class HeifFile {
public:
    HeifFile() : context_(heif_context_alloc()) {}

    Status open(Bytes file) {
        heif_error error =
            heif_context_read_from_memory_without_copy(context_.get(), file.data(), file.size(), nullptr);
        if (error.code != heif_error_Ok) return heifError(error);
        heif_image_handle* handle = nullptr;
        error = heif_context_get_primary_image_handle(context_.get(), &handle);
        if (error.code != heif_error_Ok) return heifError(error);
        picture_.reset(handle);
        return {};
    }
    [[nodiscard]] const heif_image_handle* picture() const { return picture_.get(); }

private:
    std::unique_ptr<heif_context, HeifFree> context_;
    HeifHandle picture_;
};

void readExifBlock(const heif_image_handle* picture, PictureHeader& header) {
    constexpr size_t kOffsetBytes = 4; // the block opens with the distance to the TIFF header
    constexpr size_t kMaxBytes = size_t{4} << 20;
    heif_item_id id = 0;
    if (heif_image_handle_get_list_of_metadata_block_IDs(picture, "Exif", &id, 1) != 1) return;
    const size_t size = heif_image_handle_get_metadata_size(picture, id);
    if (size <= kOffsetBytes || size > kMaxBytes) return;
    std::vector<uint8_t> block(size);
    if (heif_image_handle_get_metadata(picture, id, block.data()).code != heif_error_Ok) return;
    readExif(Bytes(block).subspan(kOffsetBytes), header);
}

Result<PictureHeader> header(Bytes file) {
    HeifFile heif;
    FUSEFIND_TRY(heif.open(file));
    PictureHeader header;
    header.width = heif_image_handle_get_width(heif.picture());
    header.height = heif_image_handle_get_height(heif.picture());
    header.bytesPerPixel = 8;
    readExifBlock(heif.picture(), header);
    header.orientation = 1; // the file's own rotation is authoritative, and libheif applies it
    return header;
}

Result<Picture> decode(Bytes file, const PictureHeader&, int shortSide) {
    HeifFile heif;
    FUSEFIND_TRY(heif.open(file));
    const bool alpha = heif_image_handle_has_alpha_channel(heif.picture()) != 0;
    const bool premultiplied = alpha && heif_image_handle_is_premultiplied_alpha(heif.picture()) != 0;
    const std::unique_ptr<heif_decoding_options, HeifFree> options(heif_decoding_options_alloc());
    options->convert_hdr_to_8bit = 1;
    options->strict_decoding = 1;
    heif_image* decoded = nullptr;
    const heif_error error =
        heif_decode_image(heif.picture(), &decoded, heif_colorspace_RGB,
                          alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, options.get());
    const std::unique_ptr<const heif_image, HeifFree> image(decoded);
    if (error.code != heif_error_Ok) return heifError(error);
    int stride = 0;
    const uint8_t* pixels = heif_image_get_plane_readonly(image.get(), heif_channel_interleaved, &stride);
    const int width = heif_image_get_width(image.get(), heif_channel_interleaved);
    const int height = heif_image_get_height(image.get(), heif_channel_interleaved);
    if (pixels == nullptr || width <= 0 || height <= 0)
        return fail(ErrorCode::invalidInput, "the HEIC or AVIF picture holds no pixels");
    const PixelFormat format = !alpha          ? PixelFormat::rgb
                               : premultiplied ? PixelFormat::premultipliedRgba
                                               : PixelFormat::rgba;
    return buildPicture(pixels, static_cast<size_t>(stride), width, height, shortSide, format);
}

} // namespace

const PictureCodec kHeifCodec{"HEIC or AVIF", recognises, header, decode};

} // namespace fusefind
