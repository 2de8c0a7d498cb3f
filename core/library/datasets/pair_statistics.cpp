#include "core/library/datasets/pair_statistics.h"

#include "core/library/datasets/data_sets.h"
#include "core/library/datasets/pair_overlay.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <unordered_map>

namespace fusefind {

namespace {

constexpr size_t kMostCaptions = 10; // of one file, and
constexpr size_t kMostWords = 40;    // of one caption that are told apart

bool isOfWord(UChar32 letter) {
    return letter >= 0 && (u_isalnum(letter) || (U_GET_GC_MASK(letter) & U_GC_M_MASK) != 0);
}

void append(std::string& word, UChar32 letter) {
    std::array<uint8_t, U8_MAX_LENGTH> bytes{};
    int32_t length = 0;
    UBool error = 0;
    U8_APPEND(bytes.data(), length, U8_MAX_LENGTH, letter, error);
    if (!error) word.append(reinterpret_cast<const char*>(bytes.data()), static_cast<size_t>(length));
}

void count(std::vector<int64_t>& histogram, int64_t value) {
    ++histogram[std::min(static_cast<size_t>(value), histogram.size() - 1)];
}

template <size_t kCount>
void countUpTo(std::vector<int64_t>& histogram, const std::array<double, kCount>& ends, double value) {
    ++histogram[static_cast<size_t>(std::ranges::lower_bound(ends, value) - ends.begin())];
}

class Counter {
public:
    Counter(Database& database, int64_t reading, std::stop_token stop)
        : database_(database), reading_(reading), stop_(std::move(stop)) {
        counts_.captionsPerFile.resize(kMostCaptions + 2);
        counts_.wordsPerCaption.resize(kMostWords + 2);
        counts_.pictureSizes.resize(kPictureSizeEnds.size() + 1);
        counts_.soundLengths.resize(kSoundLengthEnds.size() + 1);
    }

    Result<DataStatistics> run() {
        FUSEFIND_TRY(countPairs());
        FUSEFIND_TRY(countCaptions());
        FUSEFIND_TRY(countFiles());
        if (stop_.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
        counts_.vocabulary = std::ssize(vocabulary_);
        return std::move(counts_);
    }

private:
    Status countPairs() {
        FUSEFIND_TRY_ASSIGN(auto query, database_.prepare("SELECT kind, split, excluded, problem, image, sound, caption"
                                                          " FROM data_pairs WHERE reading = ?1"));
        return query.bind(reading_).each([&](const Statement& row) {
            if (stop_.stop_requested()) return;
            if (row.integer(2) != 0) {
                ++counts_.excluded;
                return;
            }
            ++counts_.pairs.at(static_cast<size_t>(readKind(row, 0)));
            ++counts_.splits.at(static_cast<size_t>(readSplit(row, 1)));
            counts_.withProblem += row.integer(3);
            for (const int column : {4, 5})
                if (!row.isNull(column)) captionsOf_[row.integer(column)] += row.isNull(6) ? 0 : 1;
            if (!row.isNull(6)) captions_.insert(row.integer(6));
        });
    }

    Status countCaptions() {
        FUSEFIND_TRY_ASSIGN(auto query, database_.prepare("SELECT id, text, original IS NOT NULL FROM data_captions"
                                                          " WHERE reading = ?1"));
        return query.bind(reading_).each([&](const Statement& row) {
            if (stop_.stop_requested() || !captions_.contains(row.integer(0))) return;
            ++counts_.captions;
            counts_.mended += row.integer(2);
            count(counts_.wordsPerCaption, countWords(row.text(1), vocabulary_));
        });
    }

    Status countFiles() {
        FUSEFIND_TRY_ASSIGN(auto query, database_.prepare("SELECT id, kind, width, height, duration_ms FROM data_files"
                                                          " WHERE reading = ?1"));
        return query.bind(reading_).each([&](const Statement& row) {
            const auto captions = captionsOf_.find(row.integer(0));
            if (captions == captionsOf_.end()) return; // only in pairs that are excluded
            const bool picture = row.text(1) == toString(ItemKind::image);
            ++(picture ? counts_.images : counts_.sounds);
            count(counts_.captionsPerFile, captions->second);
            if (picture && !row.isNull(2))
                countUpTo(counts_.pictureSizes, kPictureSizeEnds,
                          static_cast<double>(row.integer(2)) * static_cast<double>(row.integer(3)) / 1e6);
            if (!picture && !row.isNull(4))
                countUpTo(counts_.soundLengths, kSoundLengthEnds, static_cast<double>(row.integer(4)) / 1000);
        });
    }

    Database& database_;
    int64_t reading_;
    std::stop_token stop_;
    DataStatistics counts_;
    std::unordered_map<int64_t, int64_t> captionsOf_; // by file
    std::unordered_set<int64_t> captions_;
    std::unordered_set<std::string> vocabulary_;
};

} // namespace

int64_t countWords(std::string_view text, std::unordered_set<std::string>& vocabulary) {
    int64_t words = 0;
    std::string word;
    const auto end = [&] {
        if (word.empty()) return;
        ++words;
        vocabulary.insert(std::exchange(word, {}));
    };
    const auto length = static_cast<int32_t>(text.size());
    const auto* bytes = reinterpret_cast<const uint8_t*>(text.data()); // ICU's macro narrows plain chars
    for (int32_t i = 0; i < length;) {
        UChar32 letter = 0;
        U8_NEXT(bytes, i, length, letter);
        if (isOfWord(letter))
            append(word, u_foldCase(letter, U_FOLD_CASE_DEFAULT));
        else
            end();
    }
    end();
    return words;
}

Result<DataStatistics> dataStatistics(Database& database, int64_t dataSet, const std::stop_token& stop) {
    FUSEFIND_TRY_ASSIGN(const ShownDataSet shown, shownDataSet(database, dataSet));
    return Counter(database, shown.reading, stop).run();
}

} // namespace fusefind
