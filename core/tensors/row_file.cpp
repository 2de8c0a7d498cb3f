#include "core/tensors/row_file.h"

#include "core/base/atomic_file.h"
#include "core/base/file_ops.h"
#include "core/tensors/half.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstring>

namespace fusefind {

namespace {

constexpr std::array<char, 8> kMagic{'F', 'F', 'R', 'O', 'W', 'S', 0, 0};
constexpr uint32_t kFormat = 1;
constexpr size_t kLargestDim = 1 << 20;

struct Header {
    std::array<char, 8> magic = kMagic;
    uint32_t format = kFormat;
    uint32_t dim = 0;
    Sha256 encoder{};
    std::array<char, 16> reserved{};
};
static_assert(sizeof(Header) == 64 && std::is_trivially_copyable_v<Header>);

Status checkHeader(const Header& header, size_t dim, const Sha256& encoder, const std::filesystem::path& path) {
    if (header.magic != kMagic) return fail(ErrorCode::invalidInput, "not a file of latents", path);
    if (header.format != kFormat)
        return fail(ErrorCode::unsupported,
                    fmt::format("written in format {}, which this version cannot read", header.format), path,
                    "use the version of FuseFind that wrote it, or a newer one");
    if (header.dim != dim)
        return fail(ErrorCode::invalidInput, fmt::format("holds rows of {} values, not {}", header.dim, dim), path);
    if (header.encoder != encoder) return fail(ErrorCode::invalidInput, "was made by another encoder", path);
    return {};
}

Status createIfMissing(const std::filesystem::path& path, size_t dim, const Sha256& encoder) {
    if (::access(path.c_str(), F_OK) == 0) return {};
    Header header;
    header.dim = static_cast<uint32_t>(dim);
    header.encoder = encoder;
    return writeFileAtomically(path, std::string_view(reinterpret_cast<const char*>(&header), sizeof header));
}

} // namespace

Result<std::unique_ptr<RowFile>> RowFile::open(const std::filesystem::path& path, size_t dim, const Sha256& encoder) {
    FUSEFIND_ASSERT(dim > 0 && dim <= kLargestDim);
    FUSEFIND_TRY(createIfMissing(path, dim, encoder));
    UniqueFd fd(::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NONBLOCK));
    if (!fd) return fail(systemError("cannot open", path, errno));
    struct stat info {};
    if (::fstat(fd.get(), &info) != 0) return fail(systemError("cannot read", path, errno));
    if (!S_ISREG(info.st_mode)) return fail(ErrorCode::invalidInput, "not a file", path);
    Header header;
    header.magic = {};
    if (::pread(fd.get(), &header, sizeof header, 0) < 0) return fail(systemError("cannot read", path, errno));
    const auto size = static_cast<uint64_t>(info.st_size);
    if (size < sizeof header) return fail(ErrorCode::invalidInput, "not a file of latents", path);
    FUSEFIND_TRY(checkHeader(header, dim, encoder, path));
    std::unique_ptr<RowFile> file(new RowFile(path, dim, std::move(fd), (size - sizeof header) / (2 * dim)));
    const uint64_t whole = file->offsetOf(file->rows_);
    if (whole != size && ::ftruncate(file->fd_.get(), static_cast<off_t>(whole)) != 0)
        return fail(systemError("cannot cut off a torn row", path, errno));
    return file;
}

uint64_t RowFile::offsetOf(uint64_t row) const {
    return sizeof(Header) + row * dim_ * 2;
}

uint64_t RowFile::rows() const {
    const std::lock_guard lock(state_);
    return rows_;
}

Result<uint64_t> RowFile::append(const Matrix& rows) {
    constexpr float kBeyondHalf = 65520; // the smallest that rounds to infinity
    FUSEFIND_ASSERT(rows.empty() || rows.cols() == dim_);
    const auto values = rows.values();
    if (!std::all_of(values.begin(), values.end(), [](float value) { return std::fabs(value) < kBeyondHalf; }))
        return fail(ErrorCode::invalidInput, "a latent holds a value that is not a number or too large for 16 bits",
                    path_);
    const std::lock_guard appending(appending_);
    const uint64_t first = this->rows();
    if (auto written = writeRows(rows, offsetOf(first)); !written) {
        // If even this fails, the next append writes over the torn rows, or the next open() cuts them off.
        [[maybe_unused]] const int ignored = ::ftruncate(fd_.get(), static_cast<off_t>(offsetOf(first)));
        return fail(std::move(written).error());
    }
    const std::lock_guard lock(state_);
    rows_ = first + rows.rows();
    return first;
}

Status RowFile::writeRows(const Matrix& rows, uint64_t offset) {
    if (::lseek(fd_.get(), static_cast<off_t>(offset), SEEK_SET) < 0)
        return fail(systemError("cannot write", path_, errno));
    constexpr size_t kBlockValues = 1 << 16;
    const auto values = rows.values();
    std::vector<std::byte> half;
    for (size_t done = 0; done < values.size(); done += kBlockValues) {
        const auto block = values.subspan(done, std::min(kBlockValues, values.size() - done));
        half.resize(2 * block.size());
        floatToHalf(block, half);
        FUSEFIND_TRY(writeAll(fd_.get(), half, path_));
    }
    return {};
}

Status RowFile::sync() {
    if (fileOps().fsync(fd_.get()) != 0) return fail(systemError("cannot save", path_, errno));
    return {};
}

Status RowFile::read(uint64_t firstRow, std::span<float> into) const {
    FUSEFIND_ASSERT(into.size() % dim_ == 0);
    const std::lock_guard lock(state_);
    const uint64_t count = into.size() / dim_;
    if (firstRow > rows_ || count > rows_ - firstRow)
        return fail(ErrorCode::notFound, fmt::format("row {} is not there; there are {}", firstRow + count - 1, rows_),
                    path_);
    if (mapped_.bytes().size() < offsetOf(firstRow + count)) {
        FUSEFIND_TRY_ASSIGN(mapped_, MappedFile::map(fd_.get(), path_));
    }
    if (mapped_.bytes().size() < offsetOf(firstRow + count))
        return fail(ErrorCode::io, "another program made the file shorter", path_);
    halfToFloat(mapped_.bytes().subspan(offsetOf(firstRow), 2 * into.size()), into);
    return {};
}

} // namespace fusefind
