#include "core/library/datasets/reading_writer.h"

#include "core/library/datasets/captions.h"
#include "core/library/datasets/item_parts.h"
#include "core/library/datasets/pair_overlay.h"
#include "core/library/file_contents.h"
#include "core/library/library.h"

#include <cmath>
#include <unordered_map>

namespace fusefind {

namespace {

constexpr int64_t kBatch = 2000; // rows of one transaction

class ReadingWriter {
public:
    ReadingWriter(Database& database, int64_t dataSet, const PairCheck& check, std::stop_token stop,
                  const ProgressSink& progress)
        : database_(database), dataSet_(dataSet), check_(check), stop_(std::move(stop)), progress_(progress) {}

    Result<int64_t> run() {
        FUSEFIND_TRY(prepare());
        FUSEFIND_TRY(writeFiles(check_.data.images, check_.images, ItemKind::image, firstFile_));
        FUSEFIND_TRY(writeFiles(check_.data.sounds, check_.sounds, ItemKind::audio, firstSound()));
        FUSEFIND_TRY(writeCaptions());
        FUSEFIND_TRY(writePairs());
        return reading_;
    }

private:
    using Paths = std::vector<std::filesystem::path>;

    Status prepare() {
        const auto& folder = check_.data.folders.front();
        nameOf_ = [root = folder.path](const std::filesystem::path& path) {
            return nameBelow(root, path).value_or(path.native());
        };
        pairs_ = namePairs(check_.data, nameOf_);
        FileHashes hashes;
        FUSEFIND_TRY_ASSIGN(hashes.images, hashesOf(check_.data.images));
        FUSEFIND_TRY_ASSIGN(hashes.sounds, hashesOf(check_.data.sounds));
        FUSEFIND_TRY_ASSIGN(parts_, itemParts(check_.data, hashes, pairs_));
        FUSEFIND_TRY_ASSIGN(overlay_, readOverlay(database_, dataSet_));
        for (const PairProblem& problem : check_.problems) {
            std::string& all = problems_[problem.path.native()];
            all += (all.empty() ? "" : "; ") + problem.problem;
        }
        moveItems();
        FUSEFIND_TRY_ASSIGN(firstFile_, next("SELECT max(id) FROM data_files"));
        FUSEFIND_TRY_ASSIGN(firstCaption_, next("SELECT max(id) FROM data_captions"));
        FUSEFIND_TRY_ASSIGN(firstPair_, next("SELECT max(id) FROM data_pairs"));
        FUSEFIND_TRY(database_.execute("INSERT INTO data_readings (data_set, format, read_at_ms, problems, first_pair,"
                                       " pairs) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                                       dataSet_, folder.format, nowMs(), check_.problems.size(), firstPair_,
                                       pairs_.size()));
        reading_ = database_.lastInsertId();
        return {};
    }

    Result<std::vector<std::string>> hashesOf(const Paths& paths) {
        std::vector<std::string> hashes;
        for (const auto& path : paths) {
            const auto content = knownContent(database_, path, stop_);
            if (stop_.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
            hashes.push_back(content ? toHex(*content) : std::string());
            progress_.report({"read", std::ssize(hashes), std::ssize(paths), {}});
        }
        return hashes;
    }

    Result<int64_t> next(std::string_view sql) {
        FUSEFIND_TRY_ASSIGN(const auto last, database_.integer(sql));
        return last.value_or(0) + 1;
    }

    // A move of one file moves all that is connected with it; of several, the one that is kept from training most.
    void moveItems() {
        for (size_t i = 0; i < pairs_.size(); ++i) {
            for (const auto* path :
                 {pathOf(pairs_[i].image, check_.data.images), pathOf(pairs_[i].sound, check_.data.sounds)}) {
                const auto move = path ? overlay_.moved.find(nameOf_(*path)) : overlay_.moved.end();
                if (move == overlay_.moved.end()) continue;
                const auto [moved, isNew] = moved_.emplace(parts_[i].item, move->second);
                if (!isNew) moved->second = std::max(moved->second, move->second);
            }
        }
    }

    static const std::filesystem::path* pathOf(std::optional<size_t> row, const Paths& paths) {
        return row ? &paths[*row] : nullptr;
    }

    [[nodiscard]] int64_t firstSound() const { return firstFile_ + std::ssize(check_.data.images); }

    // write(i) for each of `count` rows, in transactions of a few.
    template <class Write>
    Status inBatches(int64_t count, Write write) {
        for (int64_t begin = 0; begin < count; begin += kBatch) {
            if (stop_.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
            FUSEFIND_TRY_ASSIGN(auto transaction, Transaction::begin(database_));
            for (int64_t i = begin; i < std::min(begin + kBatch, count); ++i)
                FUSEFIND_TRY(write(i));
            FUSEFIND_TRY(transaction.commit());
            done_ += std::min(kBatch, count - begin);
            progress_.report({"store", done_, total(), {}});
        }
        return {};
    }
    [[nodiscard]] int64_t total() const {
        const PairedData& data = check_.data;
        return std::ssize(data.images) + std::ssize(data.sounds) + std::ssize(data.texts) + std::ssize(pairs_);
    }

    Status writeFiles(const Paths& paths, const std::vector<std::optional<MediaInfo>>& infos, ItemKind usual,
                      int64_t firstId) {
        return inBatches(std::ssize(paths), [&](int64_t i) {
            MediaInfo unknown;
            unknown.kind = usual;
            const MediaInfo info = infos[i].value_or(unknown);
            const auto problem = problems_.find(paths[i].native());
            return database_.execute("INSERT INTO data_files (id, reading, path, kind, width, height, duration_ms,"
                                     " problem) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                                     firstId + i, reading_, std::filesystem::path(nameOf_(paths[i])),
                                     toString(info.kind), known(info.width), known(info.height),
                                     known(std::llround(info.seconds * 1000)),
                                     problem == problems_.end() ? std::string() : problem->second);
        });
    }
    static std::optional<int64_t> known(int64_t value) { return value > 0 ? std::optional(value) : std::nullopt; }

    Status writeCaptions() {
        std::vector<const std::string*> mends(check_.data.texts.size());
        for (const NamedPair& pair : pairs_) {
            if (!pair.text) continue;
            const auto mend = overlay_.mended.find(pair.content);
            if (mend != overlay_.mended.end()) mends[*pair.text] = &mend->second;
        }
        return inBatches(std::ssize(mends), [&](int64_t i) {
            const std::string& original = check_.data.texts[i];
            return addCaption(database_, firstCaption_ + i, reading_, mends[i] ? *mends[i] : original,
                              mends[i] ? std::optional(original) : std::nullopt);
        });
    }

    Status writePairs() {
        return inBatches(std::ssize(pairs_), [&](int64_t i) {
            const NamedPair& pair = pairs_[i];
            const ItemPart& part = parts_[i];
            const auto moved = moved_.find(part.item);
            const auto row = [](std::optional<size_t> number, int64_t first) {
                return number ? std::optional(first + static_cast<int64_t>(*number)) : std::nullopt;
            };
            return database_.execute(
                "INSERT INTO data_pairs (id, reading, kind, image, sound, caption, item, own_split, split, excluded,"
                " problem, content) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
                firstPair_ + i, reading_, codeOf(pair.kind), row(pair.image, firstFile_), row(pair.sound, firstSound()),
                row(pair.text, firstCaption_), part.item, codeOf(part.split),
                codeOf(moved == moved_.end() ? part.split : moved->second),
                overlay_.excluded.contains({pair.kind, pair.content}) ? 1 : 0, hasProblem(pair) ? 1 : 0, pair.content);
        });
    }

    [[nodiscard]] bool hasProblem(const NamedPair& pair) const {
        const auto is = [&](const std::filesystem::path* path) { return path && problems_.contains(path->native()); };
        return is(pathOf(pair.image, check_.data.images)) || is(pathOf(pair.sound, check_.data.sounds));
    }

    Database& database_;
    int64_t dataSet_;
    const PairCheck& check_;
    std::stop_token stop_;
    ProgressReporter progress_;
    FileName nameOf_;
    std::vector<NamedPair> pairs_;
    std::vector<ItemPart> parts_;
    PairOverlay overlay_;
    std::unordered_map<int64_t, Split> moved_; // by item
    std::unordered_map<std::string, std::string> problems_;
    int64_t reading_ = 0;
    int64_t firstFile_ = 0;
    int64_t firstCaption_ = 0;
    int64_t firstPair_ = 0;
    int64_t done_ = 0;
};

} // namespace

Result<int64_t> writeReading(Database& database, int64_t dataSet, const PairCheck& check, const std::stop_token& stop,
                             const ProgressSink& progress) {
    return ReadingWriter(database, dataSet, check, stop, progress).run();
}

} // namespace fusefind
