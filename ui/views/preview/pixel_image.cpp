#include "ui/views/preview/pixel_image.h"

namespace fusefind {

QImage toImage(PixelBlock&& block) {
    const auto rowBytes = qsizetype(block.width) * block.channels;
    if (block.width <= 0 || block.height <= 0 || size_t(rowBytes) * size_t(block.height) != block.pixels.size())
        return {};
    const auto format = block.channels == 1 ? QImage::Format_Grayscale8 : QImage::Format_RGB888;
    auto owned = std::make_unique<std::vector<uint8_t>>(std::move(block.pixels));
    const uint8_t* data = owned->data();
    const auto release = [](void* pixels) { delete static_cast<std::vector<uint8_t>*>(pixels); };
    return {data, block.width, block.height, rowBytes, format, release, owned.release()};
}

} // namespace fusefind
