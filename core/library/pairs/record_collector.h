#pragma once

#include "core/library/pairs/pair_format.h"

#include <set>

namespace fusefind {

// Gathers what a captions file says, turning names into files of the folder and what cannot be used into problems.
class RecordCollector {
public:
    RecordCollector(const PairFolder& folder, const std::filesystem::path& source) : folder_(folder), source_(source) {}

    // What follows belongs to this part, and names files that may be of it; none: any.
    void beginPart(std::optional<Split> split, PairFolder::Accepts accepts = {}) {
        split_ = split;
        accepts_ = std::move(accepts);
    }

    // Nothing for a name that cannot be used, which is reported once. `line` is 0 where there are none.
    const FoundFile* file(const std::string& name, size_t line);
    // AudioCaps: the sound named after a YouTube id ("ID.wav", "YID.wav", "ID_30.wav"), or after the id of one of its
    // captions ("91139.wav").
    const FoundFile* clip(const std::string& youtubeId, std::span<const std::string> captionIds, size_t line);
    // The same, if it is of that modality.
    const FoundFile* fileOf(Modality modality, const std::string& name, size_t line);

    void add(PairRecord record);
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
    std::optional<Split> split_;
    PairFolder::Accepts accepts_;
};

} // namespace fusefind
