#include "core/catalog/download.h"

#include "core/base/atomic_file.h"
#include "core/catalog/internal/transfer.h"

#include <fmt/format.h>

#include <algorithm>

namespace fusefind {

namespace {

using std::filesystem::path;

Status checkAddress(const std::string& address) {
    const bool plain = std::ranges::all_of(address, [](char c) { return c > ' ' && c < '\x7f'; });
    if (plain && address.starts_with("https://")) return {};
    return fail(ErrorCode::invalidInput, "files are loaded over HTTPS only, not from", address);
}

// The server's name for what the part is of; empty if it is not known.
std::string readTag(const path& file) {
    constexpr size_t kLongest = 1024;
    const auto text = readFile(file, kLongest);
    return text && isStrongTag(*text) ? *text : "";
}

// Requests until the file is there, for as long as each brings something.
Status fetch(const DownloadRequest& request, const DownloadOptions& options, PartFile& part, const path& tagFile) {
    for (int attempt = 1;; ++attempt) {
        const std::string tag = readTag(tagFile);
        // What neither the server nor the catalogue can vouch for is not gone on with.
        if (tag.empty() && !request.hash) FUSEFIND_TRY(part.clear());
        if (request.size) FUSEFIND_TRY(requireFreeSpace(request.to.parent_path(), *request.size - part.size()));
        Transfer transfer(request, options, part, tag, tagFile);
        const Status status = transfer.run();
        if (status || !transfer.worthAnotherTry() || attempt >= options.attempts) return status;
    }
}

Status checkContents(const DownloadRequest& request, const DownloadOptions& options, const PartFile& part) {
    if (!request.hash) return {};
    FUSEFIND_TRY_ASSIGN(const Sha256 hash, hashFile(part.partPath(), options.stop));
    if (hash == *request.hash) return {};
    return fail(ErrorCode::invalidInput, "its contents are not what the catalogue says, so it was thrown away",
                request.address, "try again later, or from another mirror (HF_ENDPOINT)");
}

Status fetchAndCheck(const DownloadRequest& request, const DownloadOptions& options, PartFile& part,
                     const path& tagFile) {
    if (request.size && part.size() > *request.size) FUSEFIND_TRY(part.clear());
    const bool whole = request.size && request.hash && part.size() == *request.size;
    if (!whole) FUSEFIND_TRY(fetch(request, options, part, tagFile));
    const Status right = checkContents(request, options, part);
    if (!right && right.error().code == ErrorCode::invalidInput) FUSEFIND_TRY(part.clear());
    FUSEFIND_TRY(right);
    return part.commit();
}

} // namespace

Status requireFreeSpace(const path& folder, uint64_t bytes) {
    std::error_code error;
    const auto space = std::filesystem::space(folder, error);
    if (error) return fail(systemError("cannot ask for the free space of", folder, error.value()));
    if (space.available >= bytes) return {};
    constexpr double kMegabyte = 1e6;
    return fail(ErrorCode::limit,
                fmt::format("{:.1f} MB are needed and {:.1f} MB are free", static_cast<double>(bytes) / kMegabyte,
                            static_cast<double>(space.available) / kMegabyte),
                folder, "free some disk space and try again");
}

Status download(const DownloadRequest& request, const DownloadOptions& options) {
    FUSEFIND_TRY(checkAddress(request.address));
    FUSEFIND_TRY_ASSIGN(PartFile part, PartFile::open(request.to));
    path tagFile = part.partPath();
    tagFile += ".tag";
    const Status status = fetchAndCheck(request, options, part, tagFile);
    if (!status && part.size() > 0) return status;
    if (!status) part.discard();
    std::error_code ignored;
    std::filesystem::remove(tagFile, ignored);
    return status;
}

} // namespace fusefind
