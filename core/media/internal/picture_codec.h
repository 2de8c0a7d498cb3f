#pragma once

#include "core/media/picture.h"

#include <span>
#include <string>

namespace fusefind {

using Bytes = std::span<const uint8_t>;

// What the head of a picture file says, read before any pixel is decoded.
struct PictureHeader {
    int64_t width = 0; // as stored, before `orientation`
    int64_t height = 0;
    int orientation = 1;       // EXIF, 1…8: what is still to be done to the decoded pixels
    std::string taken;         // EXIF date as written, "YYYY:MM:DD HH:MM:SS"; empty if unknown
    int64_t bytesPerPixel = 0; // memory that decoding takes, beside the result
};

// One file format. Functions of bytes; their errors lack the file's name, which the caller adds.
struct PictureCodec {
    std::string_view name;
    bool (*recognises)(Bytes head);
    Result<PictureHeader> (*header)(Bytes file);
    // As stored (orientation not applied), shrunk as decodePicture promises for `shortSide`.
    Result<Picture> (*decode)(Bytes file, const PictureHeader& header, int shortSide);
};

extern const PictureCodec kJpegCodec;
extern const PictureCodec kPngCodec;
extern const PictureCodec kWebpCodec;
extern const PictureCodec kGifCodec;
extern const PictureCodec kBmpCodec;
extern const PictureCodec kTiffCodec;
extern const PictureCodec kHeifCodec;

// How many first bytes codecFor wants to see.
inline constexpr size_t kSniffBytes = 64;

// The format by its first bytes; nothing if it is none of ours.
const PictureCodec* codecFor(Bytes head);

// True if `bytes` have `magic` at `offset`.
bool hasMagic(Bytes bytes, size_t offset, std::string_view magic);

} // namespace fusefind
