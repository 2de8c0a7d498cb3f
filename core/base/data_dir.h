#pragma once

#include "core/base/result.h"
#include "core/base/unique_fd.h"

namespace fusefind {

// Where everything FuseFind writes lives (design: data on disk), held by one process at a time.
class DataDir {
public:
    // Creates the folder (user-only) and takes its lock. Errors: busy, naming the process that holds it; io.
    static Result<DataDir> open(const std::filesystem::path& root);

    // $XDG_DATA_HOME/fusefind, or ~/.local/share/fusefind.
    static std::filesystem::path defaultRoot();

    [[nodiscard]] const std::filesystem::path& root() const { return root_; }
    [[nodiscard]] std::filesystem::path database() const { return root_ / "library.db"; }
    [[nodiscard]] std::filesystem::path models() const { return root_ / "models"; }
    [[nodiscard]] std::filesystem::path latents() const { return root_ / "latents"; }
    [[nodiscard]] std::filesystem::path spaces() const { return root_ / "spaces"; }
    [[nodiscard]] std::filesystem::path thumbnails() const { return root_ / "thumbnails"; }

private:
    DataDir(std::filesystem::path root, UniqueFd lock) : root_(std::move(root)), lock_(std::move(lock)) {}

    std::filesystem::path root_;
    UniqueFd lock_; // the kernel lets go of it however the process ends
};

} // namespace fusefind
