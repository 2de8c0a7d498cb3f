#include "core/base/modality.h"

namespace fusefind {

namespace {

template <class Enum, size_t N>
std::optional<Enum> find(const std::array<Enum, N>& values, std::string_view name) {
    for (const Enum value : values)
        if (toString(value) == name) return value;
    return std::nullopt;
}

} // namespace

std::string_view toString(Modality modality) {
    constexpr std::array<std::string_view, 3> kNames{"image", "text", "audio"};
    return kNames.at(static_cast<size_t>(modality));
}

std::string_view toString(ItemKind kind) {
    constexpr std::array<std::string_view, 3> kNames{"image", "audio", "video"};
    return kNames.at(static_cast<size_t>(kind));
}

std::optional<Modality> modalityFromString(std::string_view name) {
    return find(kModalities, name);
}
std::optional<ItemKind> itemKindFromString(std::string_view name) {
    return find(kItemKinds, name);
}

} // namespace fusefind
