#include "core/media/internal/picture_codec.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace fusefind {

bool hasMagic(Bytes bytes, size_t offset, std::string_view magic) {
    return bytes.size() >= offset + magic.size() && std::memcmp(bytes.data() + offset, magic.data(), magic.size()) == 0;
}

const PictureCodec* codecFor(Bytes head) {
    static const std::array kCodecs{&kJpegCodec, &kPngCodec,  &kWebpCodec, &kGifCodec,
                                    &kBmpCodec,  &kTiffCodec, &kHeifCodec};
    const auto found =
        std::ranges::find_if(kCodecs, [&](const PictureCodec* codec) { return codec->recognises(head); });
    return found == kCodecs.end() ? nullptr : *found;
}

} // namespace fusefind
