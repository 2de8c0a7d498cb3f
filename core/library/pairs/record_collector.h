#pragma once

#include "core/library/pairs/pair_format.h"

#include <set>

namespace fusefind {

// Gathers what a captions file says, turning names into files of the folder and what cannot be used into problems.
class RecordCollector {
public:
    RecordCollector(const PairFolder& folder, const std::filesystem::path& source) : folder_(folder), source_(source) {}

    // Nothing for a name that cannot be used, which is reported once. `line` is 0 where there are none.
    const FoundFile* file(const std::string& name, size_t line);
    const FoundFile* youtube(const std::string& id, size_t line);
    // The same, if it is of that modality.
    const FoundFile* fileOf(Modality modality, const std::string& name, size_t line);

    void add(PairRecord record) { found_.records.push_back(std::move(record)); }
    void problem(const std::filesystem::path& path, size_t line, std::string_view text);

    PairRecords take() { return std::move(found_); }

private:
    const FoundFile* use(const std::variant<const FoundFile*, std::string>& resolved, const std::string& name,
                         size_t line);
    bool isFirstReport(const std::string& name) { return reported_.insert(name).second; }

    const PairFolder& folder_;
    const std::filesystem::path& source_;
    PairRecords found_;
    std::set<std::string> reported_;
};

} // namespace fusefind
