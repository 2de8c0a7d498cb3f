#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace fusefind {

// What an encoder reads and an adapter belongs to.
enum class Modality { image, text, audio };
inline constexpr std::array kModalities{Modality::image, Modality::text, Modality::audio};

std::string_view toString(Modality modality); // "image", "text", "audio"
std::optional<Modality> modalityFromString(std::string_view name);

// What a file in the library is. A video is searched by its sound track.
enum class ItemKind { image, audio, video };
inline constexpr std::array kItemKinds{ItemKind::image, ItemKind::audio, ItemKind::video};

std::string_view toString(ItemKind kind); // "image", "audio", "video"
std::optional<ItemKind> itemKindFromString(std::string_view name);
constexpr Modality modalityOf(ItemKind kind) {
    return kind == ItemKind::image ? Modality::image : Modality::audio;
}

} // namespace fusefind
