#include "core/library/discover.h"

#include "core/base/unique_fd.h"
#include "core/media/probe.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <set>

namespace fusefind {

namespace {

struct CloseDir {
    void operator()(DIR* dir) const { ::closedir(dir); }
};

class Walk {
public:
    Walk(const std::stop_token& stop, ProgressReporter* progress, size_t most)
        : stop_(stop), progress_(progress), most_(most) {}

    Result<Discovery> run(const std::filesystem::path& root) {
        FUSEFIND_TRY(enterRoot(root.native()));
        // Links wait until all real folders were seen, so that these are entered by their own names.
        while (!folders_.empty() || !linkedFolders_.empty()) {
            auto& waiting = folders_.empty() ? linkedFolders_ : folders_;
            const std::string folder = std::move(waiting.back());
            waiting.pop_back();
            FUSEFIND_TRY(enter(folder));
        }
        std::ranges::sort(found_.files, {},
                          [](const FoundFile& file) -> const std::string& { return file.path.native(); });
        std::ranges::sort(found_.skipped, {},
                          [](const SkippedFile& file) -> const std::string& { return file.path.native(); });
        return std::move(found_);
    }

private:
    Status enterRoot(const std::string& root) {
        struct stat info {};
        if (::stat(root.c_str(), &info) != 0) return fail(systemError("cannot read the folder", root, errno));
        if (!S_ISDIR(info.st_mode)) return fail(ErrorCode::invalidInput, "not a folder", root);
        const UniqueFd readable(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (!readable) return fail(systemError("cannot read the folder", root, errno));
        root_ = root;
        found_.device = info.st_dev;
        folders_.push_back(root);
        return {};
    }

    Status enter(const std::string& folder) {
        const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK);
        const std::unique_ptr<DIR, CloseDir> dir(fd < 0 ? nullptr : ::fdopendir(fd));
        struct stat info {};
        if (!dir || ::fstat(fd, &info) != 0) {
            if (errno != ENOENT) skipFolder(folder, errno);
            return {};
        }
        if (!visited_.emplace(info.st_dev, info.st_ino).second) return {};
        errno = 0;
        while (const dirent* entry = ::readdir(dir.get())) {
            const std::string_view name = entry->d_name;
            if (name == "." || name == "..") continue;
            if (stop_.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
            found_.empty = false;
            if (!name.starts_with('.')) look(folder, fd, *entry);
            if (found_.files.size() + found_.skipped.size() > most_) return tooMany();
            errno = 0;
        }
        if (errno != 0) skipFolder(folder, errno);
        return {};
    }

    [[nodiscard]] Status tooMany() const {
        return fail(ErrorCode::limit, fmt::format("more than {} pictures and sounds lie there", most_), root_,
                    "choose folders inside it, one after the other");
    }

    void look(const std::string& folder, int folderFd, const dirent& entry) {
        const std::string path = folder.ends_with('/') ? folder + entry.d_name : folder + '/' + entry.d_name;
        if (entry.d_type == DT_DIR) {
            folders_.push_back(path);
            return;
        }
        const auto kind = kindByExtension(entry.d_name);
        const bool mayBeFolder = entry.d_type == DT_LNK || entry.d_type == DT_UNKNOWN;
        if (!kind && !mayBeFolder) return;
        struct stat info {};
        if (::fstatat(folderFd, entry.d_name, &info, 0) != 0) {
            if (kind) skipUnreachable(path, entry.d_type == DT_LNK, errno);
        } else if (S_ISDIR(info.st_mode)) {
            (entry.d_type == DT_LNK ? linkedFolders_ : folders_).push_back(path);
        } else if (kind) {
            add(path, *kind, info);
        }
    }

    void add(const std::string& path, ItemKind kind, const struct stat& info) {
        if (!S_ISREG(info.st_mode)) {
            found_.skipped.push_back({path, "not a file but a device, pipe or socket"});
        } else if (info.st_size == 0) {
            found_.skipped.push_back({path, "the file is empty"});
        } else {
            const int64_t mtimeNs = int64_t{info.st_mtim.tv_sec} * 1'000'000'000 + info.st_mtim.tv_nsec;
            found_.files.push_back({path, kind, info.st_size, mtimeNs});
            if (progress_) progress_->report({"discover", static_cast<int64_t>(found_.files.size()), 0, {}});
        }
    }

    void skipUnreachable(const std::string& path, bool isLink, int errnoValue) {
        if (isLink && (errnoValue == ENOENT || errnoValue == ELOOP)) {
            found_.skipped.push_back({path, "the link leads nowhere"});
        } else if (errnoValue != ENOENT) { // else it went while we looked
            found_.skipped.push_back({path, systemError("cannot read", {}, errnoValue).what});
            found_.unseen.emplace_back(path);
        }
    }

    void skipFolder(const std::string& folder, int errnoValue) {
        found_.skipped.push_back({folder, systemError("cannot read the folder", {}, errnoValue).what});
        found_.unseen.emplace_back(folder);
    }

    std::stop_token stop_;
    ProgressReporter* progress_;
    size_t most_;
    std::string root_;
    Discovery found_;
    std::vector<std::string> folders_;
    std::vector<std::string> linkedFolders_;
    std::set<std::pair<dev_t, ino_t>> visited_;
};

} // namespace

Result<Discovery> discoverFiles(const std::filesystem::path& folder, const std::stop_token& stop,
                                ProgressReporter* progress, size_t most) {
    return Walk(stop, progress, most).run(folder);
}

} // namespace fusefind
