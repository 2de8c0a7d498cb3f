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

// Puts what is still paired into the rows of a new list, in the old order.
class Renumbering {
public:
    explicit Renumbering(size_t rows) : used_(rows) {}

    void use(size_t row) { used_[row] = true; }
    // Once all are said.
    void settle() {
        for (const bool used : used_)
            newRow_.push_back(used ? count_++ : 0);
    }
    [[nodiscard]] size_t operator[](size_t row) const { return newRow_[row]; }
    template <class T>
    void apply(std::vector<T>& rows) const {
        size_t row = 0;
        std::erase_if(rows, [&](const T&) { return !used_[row++]; });
    }

private:
    std::vector<bool> used_;
    std::vector<size_t> newRow_;
    size_t count_ = 0;
};

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

    void keep(const std::vector<NamedPair>& kept) {
        Renumbering images(data_.images.size());
        Renumbering sounds(data_.sounds.size());
        Renumbering texts(data_.texts.size());
        for (const NamedPair& pair : kept) {
            if (pair.image) images.use(*pair.image);
            if (pair.sound) sounds.use(*pair.sound);
            if (pair.text) texts.use(*pair.text);
        }
        for (Renumbering* rows : {&images, &sounds, &texts})
            rows->settle();
        for (auto* list : {&data_.imageText, &data_.audioText, &data_.imageAudio})
            list->clear();
        for (const NamedPair& pair : kept) {
            if (pair.kind == DataPairKind::imageText)
                data_.imageText.push_back({images[*pair.image], texts[*pair.text]});
            if (pair.kind == DataPairKind::audioText)
                data_.audioText.push_back({sounds[*pair.sound], texts[*pair.text]});
            if (pair.kind == DataPairKind::imageAudio)
                data_.imageAudio.push_back({images[*pair.image], sounds[*pair.sound]});
        }
        images.apply(data_.images);
        images.apply(data_.imageSplits);
        images.apply(data_.imageContents);
        sounds.apply(data_.sounds);
        sounds.apply(data_.soundSplits);
        sounds.apply(data_.soundContents);
        texts.apply(data_.texts);
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
