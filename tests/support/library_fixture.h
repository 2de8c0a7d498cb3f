#pragma once

#include "core/library/database.h"
#include "core/library/library.h"
#include "core/library/scan.h"
#include "support/temp_dir.h"

#include <string_view>

namespace fusefind {

// A library and a folder for its files ("media"), both temporary. Files hold any text: a scan reads names and bytes
// only.
class LibraryFixture {
public:
    LibraryFixture();

    std::filesystem::path operator/(const std::filesystem::path& name) const { return media_ / name; }
    [[nodiscard]] const std::filesystem::path& media() const { return media_; }
    [[nodiscard]] std::filesystem::path databaseFile() const { return folder_ / "library.db"; }

    // Makes folders on the way. The time of the last change is fixed, so that equal writes look unchanged.
    std::filesystem::path write(const std::filesystem::path& name, std::string_view contents,
                                int64_t mtimeSeconds = 1'000'000) const;

    ScanReport scan(); // aborts the test on an error

    Database& database() { return database_; }
    Library& library() { return library_; }
    std::vector<Item> items(); // by path

private:
    TempDir folder_;
    std::filesystem::path media_;
    Database database_;
    Library library_;
};

// For the life of this object a process of root's is nobody's, so that permissions mean something. Make it before
// temporary folders.
class AsNobody {
public:
    AsNobody();
    ~AsNobody();
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;
};

} // namespace fusefind
