#include "core/media/internal/exif.h"
#include "core/media/internal/picture_builder.h"
#include "core/media/internal/picture_codec.h"
#include "core/media/internal/turbo.h"

#include <fmt/format.h>

#include <algorithm>

namespace fusefind {

namespace {

enum Marker : uint8_t { kStartOfScan = 0xDA, kApp1 = 0xE1 };

bool isStartOfFrame(uint8_t marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

struct Segments {
    Bytes exif;
    bool manyScans = false; // progressive or not interleaved: all coefficients stand in memory while it is decoded
};

// Walks the segments up to the first scan.
Segments readSegments(Bytes file) {
    Segments found;
    int components = 0;
    size_t at = 2;
    while (at + 4 <= file.size() && file[at] == 0xFF) {
        const uint8_t marker = file[at + 1];
        if (marker == 0xFF) {
            ++at;
            continue;
        }
        const size_t length = (size_t{file[at + 2]} << 8) | file[at + 3];
        if (length < 2 || at + 2 + length > file.size()) break;
        const Bytes body = file.subspan(at + 4, length - 2);
        if (marker == kApp1 && found.exif.empty() && hasMagic(body, 0, "Exif")) found.exif = body;
        if (isStartOfFrame(marker) && body.size() > 5) {
            components = body[5];
            found.manyScans = marker == 0xC2 || marker == 0xCA;
        }
        if (marker == kStartOfScan) {
            found.manyScans = found.manyScans || (!body.empty() && body[0] < components);
            break;
        }
        at += 2 + length;
    }
    return found;
}

bool recognises(Bytes head) {
    return hasMagic(head, 0, "\xFF\xD8\xFF");
}

struct Frame {
    int width = 0;
    int height = 0;
    int subsampling = 0;
    int colours = 0;
};

bool fourColours(const Frame& frame) {
    return frame.colours == TJCS_CMYK || frame.colours == TJCS_YCCK;
}

Result<Frame> readFrame(void* handle, Bytes file) {
    Frame frame;
    if (tjDecompressHeader3(handle, file.data(), file.size(), &frame.width, &frame.height, &frame.subsampling,
                            &frame.colours) != 0)
        return fail(ErrorCode::invalidInput, fmt::format("not a readable JPEG picture ({})", tjGetErrorStr2(handle)));
    return frame;
}

Result<PictureHeader> header(Bytes file) {
    const TurboHandle handle(tjInitDecompress());
    FUSEFIND_TRY_ASSIGN(const Frame frame, readFrame(handle.get(), file));
    const Segments segments = readSegments(file);
    PictureHeader header;
    header.width = frame.width;
    header.height = frame.height;
    // Coefficients are 16 bits wide; the chroma planes of 4:2:0 have a quarter of the pixels each.
    if (segments.manyScans) header.bytesPerPixel = frame.subsampling == TJSAMP_420 ? 3 : fourColours(frame) ? 8 : 6;
    readExif(segments.exif, header);
    return header;
}

tjscalingfactor scaleFor(const Frame& frame, int shortSide) {
    int denominator = 1;
    while (shortSide > 0 && denominator < 8 &&
           TJSCALED(std::min(frame.width, frame.height), (tjscalingfactor{1, 2 * denominator})) >= shortSide)
        denominator *= 2;
    return {1, denominator};
}

// Adobe's CMYK is stored inverted, and nobody writes the other kind.
void cmykToRgb(std::vector<uint8_t>& pixels) {
    for (size_t from = 0, to = 0; from + 3 < pixels.size(); from += 4, to += 3) {
        const unsigned black = pixels[from + 3];
        for (size_t c = 0; c < 3; ++c)
            pixels[to + c] = static_cast<uint8_t>((pixels[from + c] * black + 127) / 255);
    }
    pixels.resize(pixels.size() / 4 * 3);
}

// libjpeg fills what is missing with grey and only warns; a picture half of which is grey would be found by its
// greyness.
Status checkWarning(void* handle) {
    const std::string message = tjGetErrorStr2(handle);
    if (message.find("remature end") != std::string::npos)
        return fail(ErrorCode::invalidInput, "the picture is truncated", {}, "copy it again from where it came");
    if (tjGetErrorCode(handle) == TJERR_FATAL)
        return fail(ErrorCode::invalidInput, fmt::format("not a readable JPEG picture ({})", message));
    return {};
}

Result<Picture> decode(Bytes file, const PictureHeader&, int shortSide) {
    const TurboHandle handle(tjInitDecompress());
    FUSEFIND_TRY_ASSIGN(const Frame frame, readFrame(handle.get(), file));
    const tjscalingfactor scale = scaleFor(frame, shortSide);
    Picture picture;
    picture.width = TJSCALED(frame.width, scale);
    picture.height = TJSCALED(frame.height, scale);
    const size_t pixels = static_cast<size_t>(picture.width) * static_cast<size_t>(picture.height);
    picture.rgb.resize(pixels * (fourColours(frame) ? 4 : 3));
    const int format = fourColours(frame) ? TJPF_CMYK : TJPF_RGB;
    if (tjDecompress2(handle.get(), file.data(), file.size(), picture.rgb.data(), picture.width, 0, picture.height,
                      format, TJFLAG_LIMITSCANS | TJFLAG_ACCURATEDCT) != 0)
        FUSEFIND_TRY(checkWarning(handle.get()));
    if (fourColours(frame)) cmykToRgb(picture.rgb);
    if (shortSide <= 0 || std::min(picture.width, picture.height) < 2 * shortSide) return picture;
    return buildPicture(picture.rgb.data(), size_t{3} * static_cast<size_t>(picture.width), picture.width,
                        picture.height, shortSide, PixelFormat::rgb);
}

} // namespace

const PictureCodec kJpegCodec{"JPEG", recognises, header, decode};

} // namespace fusefind
