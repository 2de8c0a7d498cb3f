#include "core/library/file_contents.h"

#include <sys/stat.h>

#include <cerrno>

namespace fusefind {

namespace {

struct FileStamp {
    int64_t size = 0;
    int64_t mtimeNs = 0;
};

Result<FileStamp> stampOf(const std::filesystem::path& file) {
    struct stat about {};
    if (::stat(file.c_str(), &about) != 0) return fail(systemError("cannot open", file, errno));
    return FileStamp{about.st_size, int64_t{about.st_mtim.tv_sec} * 1'000'000'000 + about.st_mtim.tv_nsec};
}

} // namespace

Result<Sha256> knownContent(Database& database, const std::filesystem::path& file, const std::stop_token& stop) {
    FUSEFIND_TRY_ASSIGN(const FileStamp stamp, stampOf(file));
    {
        FUSEFIND_TRY_ASSIGN(auto query,
                            database.prepare("SELECT content FROM items WHERE path = ?1 AND size = ?2 AND mtime_ns = ?3"
                                             " UNION ALL SELECT content FROM file_contents"
                                             " WHERE path = ?1 AND size = ?2 AND mtime_ns = ?3"));
        FUSEFIND_TRY_ASSIGN(const bool known, query.bind(file, stamp.size, stamp.mtimeNs).step());
        if (known) return query.content(0);
    }
    FUSEFIND_TRY_ASSIGN(const Sha256 content, hashFile(file, stop));
    FUSEFIND_TRY(database.execute("INSERT OR REPLACE INTO file_contents (path, size, mtime_ns, content)"
                                  " VALUES (?1, ?2, ?3, ?4)",
                                  file, stamp.size, stamp.mtimeNs, content));
    return content;
}

} // namespace fusefind
