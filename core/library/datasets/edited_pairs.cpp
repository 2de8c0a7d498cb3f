#include "core/library/datasets/edited_pairs.h"

#include "core/library/datasets/pair_overlay.h"

#include <algorithm>

namespace fusefind {

namespace {

struct EditedFolder {
    std::filesystem::path path;
    PairOverlay overlay;
    std::map<std::string, Split> splits; // as shown, of all its files

    [[nodiscard]] bool changesAnything() const {
        return !overlay.excluded.empty() || !overlay.mended.empty() || !overlay.moved.empty();
    }
};

Status readSplits(Database& database, int64_t reading, EditedFolder& folder) {
    FUSEFIND_TRY_ASSIGN(auto query, database.prepare("SELECT f.path, p.split FROM data_pairs p JOIN data_files f"
                                                     " ON f.id IN (p.image, p.sound) WHERE p.reading = ?1"));
    return query.bind(reading).each(
        [&](const Statement& row) { folder.splits.emplace(row.path(0).native(), readSplit(row, 1)); });
}

Result<std::vector<EditedFolder>> editedFolders(Database& database, const std::vector<PairedFolder>& folders) {
    std::vector<EditedFolder> edited;
    for (const PairedFolder& folder : folders) {
        FUSEFIND_TRY_ASSIGN(auto query, database.prepare("SELECT id, reading FROM data_sets WHERE path = ?1"
                                                         " AND removed = 0 AND reading IS NOT NULL"));
        FUSEFIND_TRY_ASSIGN(const bool found, query.bind(folder.path).step());
        if (!found) continue;
        EditedFolder one{folder.path, {}, {}};
        FUSEFIND_TRY_ASSIGN(one.overlay, readOverlay(database, query.integer(0)));
        FUSEFIND_TRY(readSplits(database, query.integer(1), one));
        edited.push_back(std::move(one));
    }
    return edited;
}

class PairEditor {
public:
    PairEditor(PairedData data, const std::vector<EditedFolder>& folders) : data_(std::move(data)), folders_(folders) {}

    PairedData run() {
        std::vector<NamedPair> kept;
        const auto named = namePairs(data_, [this](const std::filesystem::path& path) {
            const auto place = placeOf(path);
            return place ? place->name : path.native();
        });
        for (const NamedPair& pair : named) {
            const auto place = placeOf(pair.image ? data_.images[*pair.image] : data_.sounds[*pair.sound]);
            if (place && place->folder->overlay.excluded.contains({pair.kind, pair.content})) continue;
            kept.push_back(pair);
            if (!place || !pair.text) continue;
            const auto mend = place->folder->overlay.mended.find(pair.content);
            if (mend != place->folder->overlay.mended.end()) data_.texts[*pair.text] = mend->second;
        }
        const bool anyMoved =
            std::ranges::any_of(folders_, [](const EditedFolder& folder) { return !folder.overlay.moved.empty(); });
        if (anyMoved) giveSplits();
        keep(kept);
        return std::move(data_);
    }

private:
    struct Place {
        const EditedFolder* folder;
        std::string name;
    };
    [[nodiscard]] std::optional<Place> placeOf(const std::filesystem::path& path) const {
        for (const EditedFolder& folder : folders_)
            if (auto name = nameBelow(folder.path, path)) return Place{&folder, std::move(*name)};
        return std::nullopt;
    }

    void giveSplits() {
        const auto give = [this](const std::vector<std::filesystem::path>& files,
                                 std::vector<std::optional<Split>>& splits) {
            for (size_t row = 0; row < files.size(); ++row) {
                const auto place = placeOf(files[row]);
                if (!place) continue;
                const auto split = place->folder->splits.find(place->name);
                if (split != place->folder->splits.end()) splits[row] = split->second;
            }
        };
        give(data_.images, data_.imageSplits);
        give(data_.sounds, data_.soundSplits);
    }

    void keep(const std::vector<NamedPair>& pairs) {
        PairLists kept;
        for (const NamedPair& pair : pairs) {
            if (pair.kind == DataPairKind::imageText) kept.imageText.push_back({*pair.image, *pair.text});
            if (pair.kind == DataPairKind::audioText) kept.audioText.push_back({*pair.sound, *pair.text});
            if (pair.kind == DataPairKind::imageAudio) kept.imageAudio.push_back({*pair.image, *pair.sound});
        }
        keepPairs(data_, kept);
    }

    PairedData data_;
    const std::vector<EditedFolder>& folders_;
};

} // namespace

Result<PairedData> readEditedPairs(Database& database, std::span<const std::filesystem::path> folders,
                                   const std::stop_token& stop, const ProgressSink& progress) {
    FUSEFIND_TRY_ASSIGN(PairedData data, readPairedFolders(folders, stop, progress));
    FUSEFIND_TRY_ASSIGN(const auto edited, editedFolders(database, data.folders));
    if (std::ranges::none_of(edited, &EditedFolder::changesAnything)) return data;
    PairedData kept = PairEditor(std::move(data), edited).run();
    if (kept.imageText.empty() && kept.audioText.empty() && kept.imageAudio.empty())
        return fail(ErrorCode::invalidInput, "every pair is excluded", folders.front(),
                    "include some again under Data");
    return kept;
}

} // namespace fusefind
