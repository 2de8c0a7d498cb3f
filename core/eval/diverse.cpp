#include "core/eval/diverse.h"

#include <fmt/format.h>

#include <Eigen/Core>

namespace fusefind {

namespace {

using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr size_t kMostValues = size_t{1} << 28U;
constexpr float kNothingNew = 1e-4F; // of a diagonal of 4, above the rounding of the updates

} // namespace

Result<std::vector<int64_t>> mostDiverse(const Matrix& rows, size_t count,
                                         const std::function<bool(size_t done)>& goesOn) {
    count = std::min(count, rows.rows());
    if (rows.rows() * count > kMostValues)
        return fail(
            ErrorCode::limit,
            fmt::format("choosing {} of {} pairs by their diversity takes more than a gigabyte", count, rows.rows()),
            {}, "choose fewer, or choose them evenly");
    Matrix unit = rows;
    normalizeRows(unit);
    const auto n = static_cast<Eigen::Index>(rows.rows());
    const Eigen::Map<const Rows> points(unit.data(), n, static_cast<Eigen::Index>(rows.cols()));
    Eigen::MatrixXf factor(n, static_cast<Eigen::Index>(count)); // of the Cholesky decomposition, a column each choice
    Eigen::VectorXf gain = Eigen::VectorXf::Constant(n, 4);      // what each would add: its pivot, squared
    std::vector<int64_t> chosen;
    while (chosen.size() < count) {
        Eigen::Index best = 0;
        if (!(gain.maxCoeff(&best) > kNothingNew)) break;
        const auto done = static_cast<Eigen::Index>(chosen.size());
        const float pivot = std::sqrt(gain[best]);
        auto column = factor.col(done);
        column = ((points * points.row(best).transpose()).array() + 1.0F).square().matrix();
        column.noalias() -= factor.leftCols(done) * factor.row(best).head(done).transpose();
        column /= pivot;
        gain.array() -= column.array().square();
        gain[best] = 0;
        chosen.push_back(best);
        if (goesOn && !goesOn(chosen.size())) return fail(ErrorCode::cancelled, "cancelled");
    }
    return chosen;
}

} // namespace fusefind
