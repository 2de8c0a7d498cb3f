#include "core/library/pairs/pair_folder.h"

#include "core/base/text.h"
#include "core/media/probe.h"

#include <fmt/format.h>

#include <algorithm>

namespace fusefind {

namespace fs = std::filesystem;

namespace {

bool leavesFolder(const fs::path& normal) {
    return normal.is_absolute() || (!normal.empty() && *normal.begin() == "..");
}

bool endsWith(const fs::path& path, const fs::path& tail) {
    const std::string& whole = path.native();
    const std::string& end = tail.native();
    return whole.ends_with(end) && (whole.size() == end.size() || whole[whole.size() - end.size() - 1] == '/');
}

} // namespace

PairFolder::PairFolder(fs::path path, Discovery found) : path_(std::move(path)), found_(std::move(found)) {
    for (size_t i = 0; i < found_.files.size(); ++i) {
        byName_.emplace(found_.files[i].path.filename().native(), i);
        byStem_.emplace(found_.files[i].path.stem().native(), i);
    }
}

Result<PairFolder> PairFolder::open(const fs::path& folder, const std::stop_token& stop) {
    std::error_code error;
    const fs::path resolved = fs::canonical(folder, error);
    if (error) return fail(systemError("cannot read the folder", folder, error.value()));
    FUSEFIND_TRY_ASSIGN(auto found, discoverFiles(resolved, stop));
    return PairFolder(resolved, std::move(found));
}

std::string PairFolder::whyNot(const fs::path& path) const {
    for (const SkippedFile& file : found_.skipped)
        if (file.path == path) return file.reason;
    std::error_code error;
    if (!fs::exists(path, error)) return "the file is missing";
    return kindByExtension(path) ? "the file is hidden" : "neither a picture nor a sound, by its name";
}

std::variant<const FoundFile*, std::string> PairFolder::resolve(std::string_view name, const Accepts& accepts) const {
    const auto meant = [&](const FoundFile& file) { return !accepts || accepts(file); };
    const fs::path relative = fs::path(name).lexically_normal();
    if (relative.empty() || relative == ".") return "no file is named";
    if (leavesFolder(relative)) return "names a file outside the folder";
    const fs::path direct = path_ / relative;
    const auto at =
        std::ranges::lower_bound(found_.files, direct.native(), {},
                                 [](const FoundFile& file) -> const std::string& { return file.path.native(); });
    if (at != found_.files.end() && at->path == direct) return &*at;

    const FoundFile* only = nullptr;
    const auto [first, last] = byName_.equal_range(relative.filename().native());
    for (auto it = first; it != last; ++it) {
        const FoundFile& file = found_.files[it->second];
        if (!endsWith(file.path, relative) || !meant(file)) continue;
        if (only) return "several files have this name";
        only = &file;
    }
    if (only) return only;
    return whyNot(direct);
}

const FoundFile* PairFolder::withStem(const std::string& stem, const Accepts& accepts) const {
    const auto [first, last] = byStem_.equal_range(stem);
    for (auto it = first; it != last; ++it)
        if (const FoundFile& file = found_.files[it->second]; !accepts || accepts(file)) return &file;
    return nullptr;
}

const FoundFile* PairFolder::withStemPrefix(const std::string& prefix, const Accepts& accepts) const {
    for (auto it = byStem_.lower_bound(prefix); it != byStem_.end() && it->first.starts_with(prefix); ++it)
        if (const FoundFile& file = found_.files[it->second]; !accepts || accepts(file)) return &file;
    return nullptr;
}

bool PairFolder::liesIn(const FoundFile& file, std::string_view subfolder) const {
    const fs::path below = file.path.lexically_relative(path_).parent_path();
    return std::ranges::any_of(below, [&](const fs::path& name) { return asciiLower(name.native()) == subfolder; });
}

bool PairFolder::holds(std::string_view name) const {
    std::error_code error;
    return fs::is_regular_file(path_ / name, error);
}

std::vector<fs::path> PairFolder::jsonFiles() const {
    std::vector<fs::path> all;
    for (const fs::path& folder : {path_, path_ / "annotations"}) {
        std::vector<fs::path> here;
        std::error_code error;
        for (auto it = fs::directory_iterator(folder, error); !error && it != fs::directory_iterator();
             it.increment(error)) {
            std::error_code ignored;
            const bool visible = !it->path().filename().native().starts_with('.');
            if (visible && lowerExtension(it->path()) == ".json" && it->is_regular_file(ignored))
                here.push_back(it->path());
        }
        std::ranges::sort(here);
        std::ranges::move(here, std::back_inserter(all));
    }
    return all;
}

} // namespace fusefind
