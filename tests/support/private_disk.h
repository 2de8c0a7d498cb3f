#pragma once

#include "support/temp_dir.h"

#include <optional>

namespace fusefind {

// A small real disk (in memory, seen by this process and its children alone), to be filled or made read-only.
class PrivateDisk {
public:
    // Call it first in main(), while there is one thread: what is mounted later is hidden from everybody else. False
    // where the system lets this user mount nothing.
    static bool allow();

    explicit PrivateDisk(size_t bytes);
    ~PrivateDisk();
    PrivateDisk(const PrivateDisk&) = delete;
    PrivateDisk& operator=(const PrivateDisk&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }
    // To the last byte, until there is room again.
    void fill();
    void makeRoom();
    // False while something on it is open for writing.
    [[nodiscard]] bool setReadOnly(bool readOnly);

private:
    TempDir folder_;
    std::optional<std::filesystem::path> ballast_;
};

} // namespace fusefind
