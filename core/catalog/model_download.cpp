#include "core/catalog/model_download.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>

namespace fusefind {

namespace {

using std::filesystem::path;

constexpr uint64_t kMegabyte = 1'000'000;

path downloadsOf(const path& dataDir) {
    return dataDir / "downloads";
}

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

// Follows from what is to be loaded, so that files of two revisions never meet.
std::string folderName(const CatalogueModel& model) {
    constexpr size_t kDigits = 12;
    std::string text = model.repository + '\n' + model.revision + '\n';
    for (const CatalogueFile& file : model.files)
        text += fmt::format("{} {} {}\n", file.path, file.size.value_or(0), file.hash ? toHex(*file.hash) : "");
    return fmt::format("{}+{}", model.id, toHex(hashBytes(std::as_bytes(std::span(text)))).substr(0, kDigits));
}

// Branches may be called "refs/pr/1", which is one part of an address.
std::string inAddress(std::string revision) {
    for (size_t at = 0; (at = revision.find('/', at)) != std::string::npos;)
        revision.replace(at, 1, "%2F");
    return revision;
}

// A limit for a file whose size is not known.
uint64_t limitOf(const CatalogueFile& file) {
    constexpr uint64_t kWeights = uint64_t{16} << 30U;
    constexpr uint64_t kOther = uint64_t{64} << 20U;
    return file.holdsWeights() ? kWeights : kOther;
}

uint64_t sizeOf(const path& file) {
    std::error_code error;
    const uint64_t size = std::filesystem::file_size(file, error);
    return error ? 0 : size;
}

Result<UniqueFd> lockFolder(const path& folder, const std::string& id) {
    UniqueFd lock(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!lock) return fail(systemError("cannot open", folder, errno));
    if (::flock(lock.get(), LOCK_EX | LOCK_NB) == 0) return lock;
    return fail(ErrorCode::busy, fmt::format("{} is being loaded already", id), folder, "wait until that is done");
}

path partOf(const path& file) {
    return path(file) += ".part";
}

} // namespace

ModelServer ModelServer::of(const Catalogue& catalogue) {
    std::string mirror = environment("HF_ENDPOINT");
    while (mirror.ends_with('/'))
        mirror.pop_back();
    return {mirror.empty() ? catalogue.server : mirror, environment("SSL_CERT_FILE")};
}

Result<ModelDownload> ModelDownload::open(const path& dataDir, const CatalogueModel& model) {
    const path folder = downloadsOf(dataDir) / folderName(model);
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return fail(systemError("cannot make a folder", folder, error.value()));
    FUSEFIND_TRY_ASSIGN(UniqueFd lock, lockFolder(folder, model.id));
    return ModelDownload(model, folder, std::move(lock));
}

Result<bool> ModelDownload::forget(const path& dataDir, const std::string& id) {
    std::vector<path> found;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(downloadsOf(dataDir), error), end; !error && entry != end;
         entry.increment(error))
        if (entry->path().filename().native().starts_with(id + '+')) found.push_back(entry->path());
    for (const path& folder : found) {
        FUSEFIND_TRY_ASSIGN(const UniqueFd lock, lockFolder(folder, id));
        std::filesystem::remove_all(folder, error);
        if (error) return fail(systemError("cannot delete", folder, error.value()));
    }
    return !found.empty();
}

// Room for all of it, before any of it is loaded: for what is missing, and for the store's copy.
Status ModelDownload::requireRoom() const {
    uint64_t missing = model_.bytes().value_or(0);
    for (const CatalogueFile& file : model_.files) {
        const uint64_t there = sizeOf(folder_ / file.path) + sizeOf(partOf(folder_ / file.path));
        missing += file.size.value_or(0) - std::min(there, file.size.value_or(0));
    }
    return requireFreeSpace(folder_, missing);
}

Status ModelDownload::fetch(const ModelServer& server, const DownloadOptions& options,
                            const ProgressSink& progress) const {
    FUSEFIND_TRY(requireRoom());
    const uint64_t total = model_.bytes().value_or(0) / kMegabyte;
    uint64_t before = 0; // bytes of the files that are there
    for (const CatalogueFile& file : model_.files) {
        const path to = folder_ / file.path;
        std::error_code error;
        if (!std::filesystem::exists(to, error)) {
            std::filesystem::create_directories(to.parent_path(), error);
            if (error) return fail(systemError("cannot make a folder", to.parent_path(), error.value()));
            DownloadOptions withProgress = options;
            withProgress.authorities = server.authorities;
            withProgress.progress = [&](uint64_t done, uint64_t) {
                if (!progress) return;
                const auto megabytes = static_cast<int64_t>((before + done) / kMegabyte);
                progress({"download", megabytes, static_cast<int64_t>(total), fmt::format("MB, {}", file.path)});
            };
            FUSEFIND_TRY(download({fmt::format("{}/{}/resolve/{}/{}", server.address, model_.repository,
                                               inAddress(model_.revision), file.path),
                                   to, file.size, file.hash, limitOf(file)},
                                  withProgress));
        }
        before += sizeOf(to);
    }
    return {};
}

void ModelDownload::remove() const {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

} // namespace fusefind
