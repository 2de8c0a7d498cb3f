#include "core/map/principal_axes.h"

#include "core/base/result.h"

#include <Eigen/Dense>
#include <algorithm>

namespace fusefind {

namespace {

using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

Eigen::Map<const Rows> viewOf(const Matrix& matrix) {
    return {matrix.data(), static_cast<Eigen::Index>(matrix.rows()), static_cast<Eigen::Index>(matrix.cols())};
}

Rows centred(const Matrix& matrix, const std::vector<float>& mean) {
    const Eigen::Map<const Eigen::RowVectorXf> middle(mean.data(), static_cast<Eigen::Index>(mean.size()));
    return viewOf(matrix).rowwise() - middle;
}

} // namespace

Matrix PrincipalAxes::coordinates(const Matrix& rows) const {
    Matrix result(rows.rows(), directions.rows());
    if (rows.empty() || directions.empty()) return result;
    FUSEFIND_ASSERT(rows.cols() == mean.size());
    Eigen::Map<Rows>(result.data(), static_cast<Eigen::Index>(rows.rows()),
                     static_cast<Eigen::Index>(directions.rows())) =
        centred(rows, mean) * viewOf(directions).transpose();
    return result;
}

PrincipalAxes principalAxes(const Matrix& rows, size_t most) {
    PrincipalAxes axes;
    if (rows.empty() || rows.cols() == 0) return axes;
    axes.mean = meanRow(rows);
    const Rows differences = centred(rows, axes.mean);
    const auto dim = static_cast<Eigen::Index>(rows.cols());
    Eigen::MatrixXf covariance = Eigen::MatrixXf::Zero(dim, dim);
    covariance.selfadjointView<Eigen::Lower>().rankUpdate(differences.transpose());
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXf> solver(covariance); // smallest first
    const size_t count = std::min(most, rows.cols());
    for (size_t k = 0; k < count; ++k) {
        const Eigen::VectorXf direction = solver.eigenvectors().col(dim - 1 - static_cast<Eigen::Index>(k));
        Eigen::Index largest = 0;
        direction.cwiseAbs().maxCoeff(&largest);
        const float sign = direction[largest] < 0 ? -1.0F : 1.0F;
        const Eigen::VectorXf signedDirection = sign * direction;
        axes.directions.append(std::span(signedDirection.data(), rows.cols()));
    }
    return axes;
}

} // namespace fusefind
