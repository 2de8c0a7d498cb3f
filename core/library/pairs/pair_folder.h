#pragma once

#include "core/base/modality.h"
#include "core/library/discover.h"

#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

namespace fusefind {

// A paired folder as it lies on disk: pictures and sounds in it and below, found once.
class PairFolder {
public:
    static Result<PairFolder> open(const std::filesystem::path& folder, const std::stop_token& stop);

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] const std::vector<FoundFile>& files() const { return found_.files; } // by path
    [[nodiscard]] const std::vector<SkippedFile>& skipped() const { return found_.skipped; }

    // Which files a name that is no path from here may mean; none: any.
    using Accepts = std::function<bool(const FoundFile&)>;
    // The file that a captions file means by `name`: at that place, or the only one below the folder whose path ends
    // so. Otherwise what is wrong with it.
    [[nodiscard]] std::variant<const FoundFile*, std::string> resolve(std::string_view name,
                                                                      const Accepts& accepts = {}) const;
    // The first file of this name, whatever its extension; null if there is none.
    [[nodiscard]] const FoundFile* withStem(const std::string& stem, const Accepts& accepts = {}) const;
    // The same of those whose name goes on after it.
    [[nodiscard]] const FoundFile* withStemPrefix(const std::string& prefix, const Accepts& accepts = {}) const;
    // Whether one of the folders between this one and the file has this name, in any case of letters.
    [[nodiscard]] bool liesIn(const FoundFile& file, std::string_view subfolder) const;

    // A plain file directly in the folder (or in `subfolder`), for captions files.
    [[nodiscard]] bool holds(std::string_view name) const;
    // *.json in the folder, then in annotations/, each by name.
    [[nodiscard]] std::vector<std::filesystem::path> jsonFiles() const;

private:
    PairFolder(std::filesystem::path path, Discovery found);
    [[nodiscard]] std::string whyNot(const std::filesystem::path& path) const;

    std::filesystem::path path_;
    Discovery found_;
    std::multimap<std::string, size_t, std::less<>> byName_; // file name -> index in found_.files
    std::multimap<std::string, size_t, std::less<>> byStem_;
};

} // namespace fusefind
