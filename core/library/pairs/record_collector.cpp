#include "core/library/pairs/record_collector.h"

#include "core/base/text.h"

#include <fmt/format.h>

namespace fusefind {

void RecordCollector::problem(const std::filesystem::path& path, size_t line, std::string_view text) {
    const std::string where = toUtf8(source_.filename()) + (line > 0 ? fmt::format(" line {}", line) : "");
    found_.problems.push_back({path, fmt::format("{}: {}", where, text), split_});
}

const FoundFile* RecordCollector::use(const std::variant<const FoundFile*, std::string>& resolved,
                                      const std::string& name, size_t line) {
    if (const auto* file = std::get_if<const FoundFile*>(&resolved)) return *file;
    if (isFirstReport(name)) problem(folder_.path() / name, line, std::get<std::string>(resolved));
    return nullptr;
}

const FoundFile* RecordCollector::file(const std::string& name, size_t line) {
    return use(folder_.resolve(name, accepts_), name, line);
}

const FoundFile* RecordCollector::clip(const std::string& youtubeId, std::span<const std::string> captionIds,
                                       size_t line) {
    const auto sound = [this](const FoundFile& file) { // not the picture that a download may keep beside it
        return modalityOf(file.kind) == Modality::audio && (!accepts_ || accepts_(file));
    };
    const FoundFile* found = folder_.withStem(youtubeId, sound);
    if (!found) found = folder_.withStem("Y" + youtubeId, sound);
    for (const std::string& prefix : {youtubeId + "_", "Y" + youtubeId + "_"}) // a start time follows
        if (!found) found = folder_.withStemPrefix(prefix, sound);
    for (const std::string& id : captionIds)
        if (!found) found = folder_.withStem(id, sound);
    if (found) return found;
    return use("the file is missing", youtubeId, line);
}

void RecordCollector::add(PairRecord record) {
    record.split = split_;
    found_.records.push_back(std::move(record));
}

const FoundFile* RecordCollector::fileOf(Modality modality, const std::string& name, size_t line) {
    const FoundFile* found = file(name, line);
    if (!found || modalityOf(found->kind) == modality) return found;
    if (isFirstReport(name)) problem(found->path, line, modality == Modality::image ? "not a picture" : "not a sound");
    return nullptr;
}

} // namespace fusefind
