#pragma once

#include "core/base/hash.h"
#include "core/base/unique_fd.h"
#include "core/tensors/mapped_file.h"
#include "core/tensors/matrix.h"

#include <cstdint>
#include <memory>
#include <mutex>

namespace fusefind {

// Rows [N, D] on disk, f16, only ever appended to: what one encoder said. One process writes (the data directory's
// lock); any thread may read while another appends.
//
// Format 1: 64 bytes of header (magic "FFROWS\0\0", u32 format, u32 D, the encoder's SHA-256, 16 zero bytes), then the
// rows. A row that a kill tore off is cut at the next open(); rows are safe once sync() returned.
class RowFile {
public:
    // Opens the file, or makes it. `encoder` says who made the rows. Errors: io; unsupported (another format);
    // invalidInput (not such a file, another D or another encoder).
    static Result<std::unique_ptr<RowFile>> open(const std::filesystem::path& path, size_t dim, const Sha256& encoder);

    [[nodiscard]] size_t dim() const { return dim_; }
    [[nodiscard]] uint64_t rows() const;

    // The index of the first new row. All rows or none. Errors: io; invalidInput for values that 16 bits cannot hold.
    Result<uint64_t> append(const Matrix& rows);
    Status sync();

    // As many consecutive rows as fit `into` (a multiple of D values). Errors: io; notFound beyond the last row.
    Status read(uint64_t firstRow, std::span<float> into) const;

private:
    RowFile(std::filesystem::path path, size_t dim, UniqueFd fd, uint64_t rows)
        : path_(std::move(path)), dim_(dim), fd_(std::move(fd)), rows_(rows) {}
    [[nodiscard]] uint64_t offsetOf(uint64_t row) const;
    Status writeRows(const Matrix& rows, uint64_t offset);

    std::filesystem::path path_;
    size_t dim_;
    UniqueFd fd_;
    std::mutex appending_;     // held for a whole append
    mutable std::mutex state_; // guards what follows
    uint64_t rows_;
    mutable MappedFile mapped_; // renewed when a row beyond it is asked for
};

} // namespace fusefind
