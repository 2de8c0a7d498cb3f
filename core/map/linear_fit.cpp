#include "core/map/linear_fit.h"

#include "core/base/result.h"

#include <Eigen/Dense>
#include <algorithm>

namespace fusefind {

namespace {

using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

Eigen::Map<const Rows> viewOf(const Matrix& matrix) {
    return {matrix.data(), static_cast<Eigen::Index>(matrix.rows()), static_cast<Eigen::Index>(matrix.cols())};
}

Eigen::Map<const Eigen::RowVectorXf> viewOf(const std::vector<float>& row) {
    return {row.data(), static_cast<Eigen::Index>(row.size())};
}

Matrix matrixOf(const Rows& rows) {
    Matrix matrix(static_cast<size_t>(rows.rows()), static_cast<size_t>(rows.cols()));
    std::ranges::copy(rows.reshaped<Eigen::RowMajor>(), matrix.values().begin());
    return matrix;
}

} // namespace

Matrix LinearFit::of(const Matrix& rows) const {
    if (rows.empty()) return {};
    FUSEFIND_ASSERT(rows.cols() == from.size());
    const Rows differences = viewOf(rows).rowwise() - viewOf(from);
    return matrixOf((differences * viewOf(slopes).transpose()).rowwise() + viewOf(to));
}

LinearFit fitLinear(const Matrix& rows, const Matrix& targets) {
    constexpr float kSmall = 0.1F; // of the mean square of a column
    FUSEFIND_ASSERT(!rows.empty() && rows.rows() == targets.rows());
    LinearFit fit{meanRow(rows), meanRow(targets), {}};
    const Rows from = viewOf(rows).rowwise() - viewOf(fit.from);
    const Rows to = viewOf(targets).rowwise() - viewOf(fit.to);
    const auto dim = static_cast<Eigen::Index>(rows.cols());
    Eigen::MatrixXf products = Eigen::MatrixXf::Zero(dim, dim);
    products.selfadjointView<Eigen::Lower>().rankUpdate(from.transpose());
    const float mean = products.trace() / static_cast<float>(dim);
    if (mean <= 0) { // all rows are one
        fit.slopes = Matrix(targets.cols(), rows.cols());
        return fit;
    }
    products.diagonal().array() += kSmall * mean;
    const Eigen::MatrixXf slopes = products.selfadjointView<Eigen::Lower>().llt().solve(from.transpose() * to);
    fit.slopes = matrixOf(slopes.transpose());
    return fit;
}

} // namespace fusefind
