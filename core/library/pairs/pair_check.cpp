#include "core/library/pairs/pair_check.h"

#include "core/media/sound.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace fusefind {

namespace {

// Headers alone, but where they know no length: a file that breaks off later is found when it is encoded.
Result<MediaInfo> lookInto(const std::filesystem::path& file) {
    FUSEFIND_TRY_ASSIGN(const MediaInfo info, probeMedia(file));
    if (info.kind == ItemKind::image || info.seconds > 0) return info;
    constexpr int kRate = 16'000;
    FUSEFIND_TRY_ASSIGN(SoundReader reader, SoundReader::open(file, kRate));
    FUSEFIND_TRY_ASSIGN(const auto samples, reader.read(1));
    if (samples.empty()) return fail(ErrorCode::invalidInput, "a sound of no length", file);
    return info;
}

Status findUnreadable(PairCheck& check, const std::stop_token& stop, ProgressReporter& progress) {
    int64_t done = 0;
    const auto total = static_cast<int64_t>(check.data.images.size() + check.data.sounds.size());
    for (const auto& [files, infos] :
         {std::pair(&check.data.images, &check.images), std::pair(&check.data.sounds, &check.sounds)}) {
        for (const auto& file : *files) {
            if (stop.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
            const Result<MediaInfo> info = lookInto(file);
            if (!info) check.problems.push_back({file, info.error().reason()});
            infos->push_back(info ? std::optional(*info) : std::nullopt);
            progress.report({"check", ++done, total, {}});
        }
    }
    return {};
}

void findSameCaptions(PairCheck& check) {
    const auto& texts = check.data.texts;
    if (texts.size() < 2 || !std::ranges::all_of(texts, [&](const std::string& text) { return text == texts[0]; }))
        return;
    check.problems.push_back(
        {check.data.folders.front().path,
         fmt::format("all {} captions are the same: there is nothing to tell files apart by", texts.size())});
}

// More than half of its letters are Chinese, Cyrillic or the like.
bool isMostlyOutsideLatin(std::string_view text) {
    size_t letters = 0;
    size_t others = 0;
    const auto length = static_cast<int32_t>(text.size());
    const auto* bytes = reinterpret_cast<const uint8_t*>(text.data()); // ICU's macro narrows plain chars
    for (int32_t i = 0; i < length;) {
        UChar32 letter = 0;
        U8_NEXT(bytes, i, length, letter);
        if (letter < 0 || !u_isalpha(letter)) continue;
        UErrorCode error = U_ZERO_ERROR;
        const UScriptCode script = uscript_getScript(letter, &error);
        ++letters;
        others += script != USCRIPT_LATIN && script != USCRIPT_COMMON && script != USCRIPT_INHERITED ? 1 : 0;
    }
    return 2 * others > letters;
}

// One problem a file at most.
void findOtherScripts(PairCheck& check, std::string_view encoder) {
    const auto look = [&](const std::vector<std::filesystem::path>& items, const std::vector<IndexPair>& pairs) {
        std::vector<bool> told(items.size());
        for (const auto& [item, text] : pairs) {
            if (told[item] || !isMostlyOutsideLatin(check.data.texts[text])) continue;
            told[item] = true;
            check.problems.push_back(
                {items[item], fmt::format("most letters of its caption are not Latin, and the text "
                                          "encoder {} was made for English",
                                          encoder)});
        }
    };
    look(check.data.images, check.data.imageText);
    look(check.data.sounds, check.data.audioText);
}

} // namespace

Result<PairCheck> checkPairs(std::span<const std::filesystem::path> folders, std::string_view englishEncoder,
                             const std::stop_token& stop, const ProgressSink& progress) {
    PairCheck check;
    FUSEFIND_TRY_ASSIGN(check.data, readPairedFolders(folders, stop, progress));
    check.problems = check.data.problems;
    ProgressReporter reporter(progress);
    FUSEFIND_TRY(findUnreadable(check, stop, reporter));
    findSameCaptions(check);
    if (!englishEncoder.empty()) findOtherScripts(check, englishEncoder);
    return check;
}

} // namespace fusefind
