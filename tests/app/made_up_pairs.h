#pragma once

#include "app/engine_fixture.h"
#include "core/library/datasets/data_sets.h"
#include "core/library/datasets/pair_contents.h"
#include "support/latent_like.h"

#include <fmt/format.h>

namespace fusefind {

inline PairCheck madeUpPairs(int count) {
    PairCheck check;
    check.data.folders.push_back({"/pairs", "made up"});
    for (int i = 0; i < count; ++i) {
        check.data.images.emplace_back(fmt::format("/pairs/{}/{}.jpg", i / 1000, i));
        check.data.texts.push_back(fmt::format("caption {} of a thing", i));
        check.data.imageText.push_back({static_cast<size_t>(i), static_cast<size_t>(i)});
    }
    check.data.imageSplits.resize(check.data.images.size());
    check.data.imageContents.resize(check.data.images.size());
    check.images.resize(check.data.images.size());
    return check;
}

// The halves of a pair mean the same, whichever encoder looks at them.
inline Status writeMadeUpLatents(LatentStore& store, std::span<const Sha256> contents, uint32_t encoder) {
    constexpr size_t kBlock = 2048;
    constexpr float kSpread = 20; // of an encoder's own latents, about
    for (size_t begin = 0; begin < contents.size(); begin += kBlock) {
        const size_t count = std::min(kBlock, contents.size() - begin);
        const Matrix rows = latentLike(count, store.dim(), static_cast<uint32_t>(begin), encoder);
        std::vector<NewLatents> latents(count);
        for (size_t i = 0; i < count; ++i) {
            latents[i].content = contents[begin + i];
            latents[i].rows.append(rows.row(i));
            for (float& value : latents[i].rows.values())
                value *= kSpread;
            latents[i].times.resize(1);
        }
        FUSEFIND_TRY(store.append(latents));
    }
    return {};
}

// Keeps so many pairs of pictures and captions, of which no file exists, as if the space in use had been trained on
// them. The number of the data set.
inline Result<int64_t> keepMadeUpPairs(Workspace& workspace, int count) {
    FUSEFIND_TRY_ASSIGN(const DataSetInfo info, storeDataSet(workspace.database(), madeUpPairs(count)));
    FUSEFIND_TRY_ASSIGN(const PairContents contents, pairContents(workspace.database(), info.id));
    std::vector<Sha256> images;
    FUSEFIND_TRY_ASSIGN(auto transaction, Transaction::begin(workspace.database()));
    for (const PairContents::File& file : contents.files) {
        images.push_back(hashBytes(std::as_bytes(std::span(file.path.native()))));
        FUSEFIND_TRY(workspace.database().execute("INSERT INTO file_contents (path, size, mtime_ns, content)"
                                                  " VALUES (?1, 0, 0, ?2)",
                                                  file.path, images.back()));
    }
    FUSEFIND_TRY(transaction.commit());
    FUSEFIND_TRY_ASSIGN(const auto space, workspace.spaces().load({}));
    for (const auto& [modality, made] : space->info().modalities) {
        if (modality == Modality::audio) continue;
        for (const std::string& id : made.encoders) {
            FUSEFIND_TRY_ASSIGN(LatentStore* const store, workspace.latents(id, modality));
            FUSEFIND_TRY(writeMadeUpLatents(*store, modality == Modality::image ? images : contents.captions,
                                            static_cast<uint32_t>(modality) + 1));
        }
    }
    return info.id;
}

} // namespace fusefind
