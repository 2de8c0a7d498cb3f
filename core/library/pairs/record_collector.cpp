#include "core/library/pairs/record_collector.h"

#include "core/base/text.h"

#include <fmt/format.h>

namespace fusefind {

void RecordCollector::problem(const std::filesystem::path& path, size_t line, std::string_view text) {
    const std::string where = toUtf8(source_.filename()) + (line > 0 ? fmt::format(" line {}", line) : "");
    found_.problems.push_back({path, fmt::format("{}: {}", where, text)});
}

const FoundFile* RecordCollector::use(const std::variant<const FoundFile*, std::string>& resolved,
                                      const std::string& name, size_t line) {
    if (const auto* file = std::get_if<const FoundFile*>(&resolved)) return *file;
    if (isFirstReport(name)) problem(folder_.path() / name, line, std::get<std::string>(resolved));
    return nullptr;
}

const FoundFile* RecordCollector::file(const std::string& name, size_t line) {
    return use(folder_.resolve(name), name, line);
}

const FoundFile* RecordCollector::youtube(const std::string& id, size_t line) {
    return use(folder_.resolveYoutube(id), id, line);
}

const FoundFile* RecordCollector::fileOf(Modality modality, const std::string& name, size_t line) {
    const FoundFile* found = file(name, line);
    if (!found || modalityOf(found->kind) == modality) return found;
    if (isFirstReport(name)) problem(found->path, line, modality == Modality::image ? "not a picture" : "not a sound");
    return nullptr;
}

} // namespace fusefind
