#include "gpu/jobs/encoder_shelf.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace fusefind {

namespace {

constexpr uint64_t kMegabyte = 1'000'000;

uint64_t weightBytes(const ModelManifest& manifest) {
    uint64_t bytes = 0;
    for (const ModelFile& file : manifest.files)
        if (file.path.ends_with(".safetensors") || file.path == kProgramName) bytes += file.size;
    return bytes;
}

} // namespace

Status EncoderShelf::makeRoom(const std::string& id, uint64_t bytes) {
    if (limit_ == 0) return {};
    if (bytes > limit_)
        return fail(ErrorCode::limit,
                    fmt::format("{} needs {} MB of memory and the limit is {} MB", id,
                                (bytes + kMegabyte - 1) / kMegabyte, limit_ / kMegabyte),
                    {}, "raise the limit in the settings, or use a smaller encoder");
    const auto total = [&] {
        return std::accumulate(loaded_.begin(), loaded_.end(), bytes,
                               [](uint64_t sum, const auto& one) { return sum + one.second.bytes; });
    };
    while (!loaded_.empty() && total() > limit_)
        loaded_.erase(std::ranges::min_element(loaded_, {}, [](const auto& one) { return one.second.lastUse; }));
    return {};
}

bool EncoderShelf::dropUnused(Clock::duration idle) {
    const auto now = Clock::now();
    return std::erase_if(loaded_, [&](const auto& one) { return now - one.second.lastUse >= idle; }) > 0;
}

Result<std::shared_ptr<Encoder>> EncoderShelf::take(const ModelStore& models, const std::string& id,
                                                    Modality modality) {
    const std::pair key(id, modality);
    auto found = loaded_.find(key);
    if (found == loaded_.end()) {
        FUSEFIND_TRY_ASSIGN(const ModelManifest manifest, models.find(id));
        if (!manifest.modalities.contains(modality))
            return fail(ErrorCode::invalidInput, fmt::format("{} does not encode {}", id, toString(modality)));
        const uint64_t bytes = weightBytes(manifest);
        FUSEFIND_TRY(makeRoom(id, bytes));
        FUSEFIND_TRY_ASSIGN(
            std::shared_ptr<Encoder> encoder,
            loadEncoder(models.folderOf(id), id, device_, {manifest.pooling, manifest.prompt, modality}));
        found = loaded_.emplace(key, Loaded{std::move(encoder), bytes, {}}).first;
    }
    found->second.lastUse = Clock::now();
    return found->second.encoder;
}

} // namespace fusefind
