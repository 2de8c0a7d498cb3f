#pragma once

#include "core/library/database.h"
#include "core/library/items.h"
#include "core/tensors/matrix.h"

#include <memory>
#include <optional>
#include <string_view>

namespace fusefind {

class RowFile;

// What an encoder said of one content: a row for each segment, at least one.
struct NewLatents {
    Sha256 content{};
    Matrix rows;                    // [S, D]
    std::vector<SegmentTime> times; // [S]
};

// Rows in the order asked for; within a content by time.
struct StoredLatents {
    Matrix rows;                    // [N, D]
    std::vector<int64_t> labels;    // [N]
    std::vector<SegmentTime> times; // [N]
    std::vector<size_t> owners;     // [N] index of the content (or label) that was asked for
};

// True if every value can be kept as f16: finite and not above 65504. To be asked before append(), file by file.
bool fitsHalf(const Matrix& rows);

// What one frozen encoder said, by content: a file that was moved, renamed or copied, and a caption (content: SHA-256
// of its text) that was met before, is never encoded again. Encoders that cut a content alike share its segments. Rows
// are in a RowFile and synced before the database tells of them: a kill leaves at worst rows that nobody knows of.
class LatentStore {
public:
    // `folder` is latents/<encoder>, made if missing; `fingerprint` is the hash of the encoder's weights. Latents whose
    // rows are gone (somebody deleted the file) are forgotten, so that they are made again. Once a process and encoder,
    // on the writing thread. Errors: io; invalidInput and unsupported (rows of other weights or width, another format).
    static Result<LatentStore> open(Database& database, const std::filesystem::path& folder, std::string_view encoder,
                                    size_t dim, const Sha256& fingerprint);
    // The same rows for another thread, through its own connection.
    [[nodiscard]] LatentStore on(Database& database) const { return {database, file_, encoder_, dim_}; }

    Result<bool> contains(const Sha256& content);

    // All or nothing; on the writing thread. A content that is there already is left alone. Errors: invalidInput (a
    // value that does not fit), io.
    Status append(std::span<const NewLatents> latents);

    // For who will read most of what there is: looks at all of it once, so that read() need not look anything up. What
    // is appended afterwards it does not find then.
    Status keepPlaces();

    // Contents without latents are left out.
    Result<StoredLatents> read(std::span<const Sha256> contents);
    // The same by label; labels this encoder does not know are left out.
    Result<StoredLatents> readLabels(std::span<const int64_t> labels);

    // All labels this encoder knows, ascending; read in blocks, this walks over everything.
    Result<std::vector<int64_t>> labels();

    [[nodiscard]] size_t dim() const { return dim_; }

private:
    LatentStore(Database& database, std::shared_ptr<RowFile> file, int64_t encoder, size_t dim)
        : database_(&database), file_(std::move(file)), encoder_(encoder), dim_(dim) {}
    Status insert(const NewLatents& latents, int64_t firstRow);
    struct Place { // of a row
        size_t owner = 0;
        int64_t label = 0;
        SegmentTime time;
        uint64_t row = 0;
    };
    struct KeptPlace {
        Sha256 content{};
        Place place; // without its owner
    };
    static Status collect(Statement& query, size_t owner, std::vector<Place>& places);
    Result<std::vector<Place>> lookUp(std::span<const Sha256> contents);
    [[nodiscard]] std::vector<Place> keptPlaces(std::span<const Sha256> contents) const;
    [[nodiscard]] Result<StoredLatents> fetch(std::span<const Place> places) const;

    Database* database_;
    std::shared_ptr<RowFile> file_;
    int64_t encoder_; // encoders.id
    size_t dim_;
    std::optional<std::vector<KeptPlace>> kept_; // by content, then time
};

} // namespace fusefind
