#include "core/eval/near_duplicates.h"

#include "core/eval/components.h"
#include "core/eval/score_block.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <cmath>
#include <random>

namespace fusefind {

namespace {

constexpr size_t kProjected = 64; // dimensions in which to look for whom to compare
constexpr float kSlack = 3;       // no squared distance grows so much in them: a chi² of 64 over 64
constexpr size_t kRows = 64;      // of a block of scores
constexpr size_t kColumns = ScoreBlock::kWidth;

Matrix centred(const Matrix& rows) {
    const std::vector<float> mean = meanRow(rows);
    Matrix centred = rows;
    for (size_t i = 0; i < rows.rows(); ++i)
        std::ranges::transform(rows.row(i), mean, centred.row(i).begin(), std::minus());
    normalizeRows(centred);
    return centred;
}

// [N, kProjected], between whose rows squared distances are what they were, on average (Johnson and Lindenstrauss).
Matrix project(const Matrix& rows) {
    std::mt19937_64 random(1);
    std::normal_distribution<float> normal(0, 1 / std::sqrt(static_cast<float>(kProjected)));
    Matrix directions(kProjected, rows.cols());
    std::ranges::generate(directions.values(), [&] { return normal(random); });
    Matrix projected(rows.rows(), kProjected);
    std::vector<float> scores(kProjected * kColumns);
    for (size_t first = 0; first < rows.rows(); first += kColumns) {
        ScoreBlock(rows, first).score(directions, 0, kProjected, scores);
        for (size_t i = first; i < std::min(first + kColumns, rows.rows()); ++i)
            for (size_t d = 0; d < kProjected; ++d)
                projected.row(i)[d] = scores[d * kColumns + i - first];
    }
    return projected;
}

float dot(std::span<const float> a, std::span<const float> b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0F);
}

class Search {
public:
    Search(const Matrix& rows, float cosine)
        : rows_(centred(rows)), projected_(project(rows_)), squares_(rows.rows()), cosine_(cosine) {
        for (size_t i = 0; i < squares_.size(); ++i)
            squares_[i] = dot(projected_.row(i), projected_.row(i));
    }

    // The rows of the block that begins at `first`, with each other and with all before them.
    void block(size_t first, Components& groups) const {
        const ScoreBlock candidates(projected_, first);
        const size_t end = std::min(first + kColumns, rows_.rows());
        std::vector<float> scores(kRows * kColumns);
        for (size_t row = 0; row < end; row += kRows) {
            const size_t count = std::min(kRows, end - row);
            candidates.score(projected_, row, count, scores);
            for (size_t a = row; a < row + count; ++a)
                for (size_t b = std::max(first, a + 1); b < end; ++b)
                    if (mayBeOne(a, b, scores[(a - row) * kColumns + b - first])) compare(a, b, groups);
        }
    }

private:
    [[nodiscard]] bool mayBeOne(size_t a, size_t b, float projectedDot) const {
        return squares_[a] + squares_[b] - 2 * projectedDot <= kSlack * 2 * (1 - cosine_);
    }
    void compare(size_t a, size_t b, Components& groups) const {
        const auto first = static_cast<int64_t>(a);
        const auto second = static_cast<int64_t>(b);
        if (groups.find(first) != groups.find(second) && dot(rows_.row(a), rows_.row(b)) > cosine_)
            groups.join(first, second);
    }

    Matrix rows_;
    Matrix projected_;
    std::vector<float> squares_; // of the projected rows' lengths
    float cosine_;
};

} // namespace

Result<std::vector<int64_t>> nearDuplicates(const Matrix& rows, const NearDuplicateOptions& options) {
    const auto count = static_cast<int64_t>(rows.rows());
    Components groups(count);
    if (rows.rows() > 1 && rows.rows() <= options.mostRows) {
        constexpr size_t kAtOnce = 16; // blocks between two looks at whether to go on
        const Search search(rows, options.cosine);
        const size_t blocks = (rows.rows() + kColumns - 1) / kColumns;
        tbb::enumerable_thread_specific<Components> locals(groups);
        for (size_t begin = 0; begin < blocks; begin += kAtOnce) {
            if (options.goesOn && !options.goesOn()) return fail(ErrorCode::cancelled, "cancelled");
            tbb::parallel_for(begin, std::min(begin + kAtOnce, blocks),
                              [&](size_t block) { search.block(block * kColumns, locals.local()); });
        }
        for (Components& local : locals)
            for (int64_t row = 0; row < count; ++row)
                groups.join(row, local.find(row));
    }
    std::vector<int64_t> firsts(rows.rows());
    for (int64_t row = 0; row < count; ++row)
        firsts[row] = groups.find(row);
    return firsts;
}

} // namespace fusefind
