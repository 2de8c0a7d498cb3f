#include "core/library/pairs/pair_builder.h"

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/library/pairs/caption_text.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <set>

namespace fusefind {

namespace {

constexpr size_t kManyFiles = 10; // a caption of more files than this tells little of any of them

std::string where(size_t line) {
    return line > 0 ? fmt::format("line {}: ", line) : std::string();
}

void giveRow(const std::filesystem::path& path, std::optional<Split> split,
             std::unordered_map<std::string, size_t>& rows, std::vector<std::filesystem::path>& items,
             std::vector<std::optional<Split>>& splits) {
    if (!rows.emplace(path.native(), items.size()).second) return;
    items.push_back(path);
    splits.push_back(split);
}

} // namespace

// Asked of the effective user, as open() does.
const FoundFile* PairBuilder::usable(const FoundFile* file, std::optional<Split> split) {
    if (!file) return nullptr;
    const auto [known, isNew] = usable_.emplace(file, true);
    if (isNew && ::faccessat(AT_FDCWD, file->path.c_str(), R_OK, AT_EACCESS) != 0) {
        known->second = false;
        problem(file->path, systemError("cannot read", {}, errno).what, split);
    } else if (isNew && (imageRows_.contains(file->path.native()) || soundRows_.contains(file->path.native()))) {
        known->second = false;
        problem(file->path, "left out: another of the folders has pairs of it already");
    }
    return known->second ? file : nullptr;
}

std::vector<std::string> PairBuilder::clean(const PairRecord& record) {
    const auto& path = record.image ? record.image->path : record.sound->path;
    std::vector<std::string> texts;
    for (const RawCaption& raw : record.captions) {
        CleanCaption caption = cleanCaption(raw.text);
        if (!caption.problem.empty()) problem(path, where(raw.line) + caption.problem, record.split);
        if (caption.text.empty())
            problem(path, where(raw.line) + "an empty caption", record.split);
        else
            texts.push_back(std::move(caption.text));
    }
    return texts;
}

void PairBuilder::merge(PairRecord record, Entries& entries) {
    record.image = usable(record.image, record.split);
    record.sound = usable(record.sound, record.split);
    if (!record.image && !record.sound) return;
    auto texts = clean(record);
    Entry& entry = entries[{record.image, record.sound}];
    std::ranges::move(texts, std::back_inserter(entry.texts));
    if (!entry.record.split) entry.record.split = record.split;
    entry.record.image = record.image;
    entry.record.sound = record.sound;
}

// Pictures and sounds get their rows in the order of their paths, whatever they are paired with.
void PairBuilder::giveRows(const Entries& entries) {
    std::map<const FoundFile*, std::optional<Split>> files;
    for (const auto& [key, entry] : entries)
        for (const FoundFile* file : {entry.record.image, entry.record.sound})
            if (file) files.emplace(file, entry.record.split);
    for (const auto& [file, split] : files) {
        bySize_[file->size].push_back(file->path);
        if (file->kind == ItemKind::image)
            giveRow(file->path, split, imageRows_, data_.images, data_.imageSplits);
        else
            giveRow(file->path, split, soundRows_, data_.sounds, data_.soundSplits);
    }
}

size_t PairBuilder::place(const Entry& entry) {
    const auto& [image, sound, captions, split] = entry.record;
    const size_t imageRow = image ? imageRows_.at(image->path.native()) : 0;
    const size_t soundRow = sound ? soundRows_.at(sound->path.native()) : 0;
    for (const std::string& text : entry.texts) {
        if (image) data_.imageText.push_back({imageRow, data_.texts.size()});
        if (sound) data_.audioText.push_back({soundRow, data_.texts.size()});
        data_.texts.push_back(text);
    }
    if (image && sound) data_.imageAudio.push_back({imageRow, soundRow});
    return entry.texts.size() + (image && sound ? 1 : 0);
}

size_t PairBuilder::add(const PairFolder& folder, PairRecords found) {
    const size_t firstProblem = data_.problems.size();
    std::ranges::move(found.problems, std::back_inserter(data_.problems));
    usable_.clear();
    Entries entries;
    for (PairRecord& record : found.records)
        merge(std::move(record), entries);
    std::erase_if(entries, [](const auto& item) {
        const Entry& entry = item.second;
        return entry.texts.empty() && !(entry.record.image && entry.record.sound);
    });
    giveRows(entries);
    size_t pairs = 0;
    for (const auto& [key, entry] : entries)
        pairs += place(entry);
    reportUnpaired(folder, firstProblem);
    return pairs;
}

void PairBuilder::reportUnpaired(const PairFolder& folder, size_t firstProblem) {
    std::set<Path> told;
    for (size_t i = firstProblem; i < data_.problems.size(); ++i)
        told.insert(data_.problems[i].path);
    for (const FoundFile& file : folder.files())
        if (!imageRows_.contains(file.path.native()) && !soundRows_.contains(file.path.native()) &&
            !told.contains(file.path))
            problem(file.path, "no partner: neither a caption nor another file belongs to it");
}

Status PairBuilder::reportDuplicateFiles(const std::stop_token& stop, ProgressReporter& progress) {
    int64_t done = 0;
    const auto total = static_cast<int64_t>(data_.images.size() + data_.sounds.size());
    data_.imageContents.resize(data_.images.size());
    data_.soundContents.resize(data_.sounds.size());
    for (const auto& [size, paths] : bySize_) {
        std::map<Sha256, Path> firstOf;
        for (const Path& path : paths) {
            progress.report({"check", ++done, total, {}});
            if (paths.size() == 1) continue;
            const auto content = hashFile(path, stop);
            if (!content && content.error().code == ErrorCode::cancelled) return fail(content.error());
            if (!content) {
                problem(path, content.error().what);
                continue;
            }
            rememberContent(path, toHex(*content));
            if (const auto [first, isNew] = firstOf.emplace(*content, path); !isNew)
                problem(path, fmt::format("has the same content as {}", toUtf8(first->second)));
        }
    }
    return {};
}

void PairBuilder::rememberContent(const Path& path, const std::string& content) {
    if (const auto row = imageRows_.find(path.native()); row != imageRows_.end())
        data_.imageContents[row->second] = content;
    if (const auto row = soundRows_.find(path.native()); row != soundRows_.end())
        data_.soundContents[row->second] = content;
}

void PairBuilder::reportSharedCaptions(const std::vector<Path>& items, const std::vector<IndexPair>& pairs,
                                       std::vector<bool>& counted) {
    std::unordered_map<std::string_view, std::set<size_t>> owners;
    for (const auto& [item, text] : pairs) {
        if (!counted[text]) owners[data_.texts[text]].insert(item);
        counted[text] = true;
    }
    std::map<std::pair<size_t, std::string_view>, size_t> shared; // first owner and caption -> number of owners
    for (const auto& [text, rows] : owners)
        if (rows.size() > kManyFiles) shared.emplace(std::pair(*rows.begin(), text), rows.size());
    for (const auto& [first, count] : shared)
        problem(items[first.first], fmt::format("its caption is also given to {} other files: {}", count - 1,
                                                toUtf8(first.second.substr(0, 60))));
}

Result<PairedData> PairBuilder::finish(const std::stop_token& stop, ProgressReporter& progress) {
    FUSEFIND_TRY(reportDuplicateFiles(stop, progress));
    std::vector<bool> counted(data_.texts.size());
    reportSharedCaptions(data_.images, data_.imageText, counted);
    reportSharedCaptions(data_.sounds, data_.audioText, counted);
    return std::move(data_);
}

} // namespace fusefind
