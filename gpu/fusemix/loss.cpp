#include "gpu/fusemix/loss.h"

#include "core/base/result.h"
#include "gpu/device/products.h"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/custom_function.h>

#include <algorithm>

namespace fusefind {

namespace {

// As at::logsumexp, which the meta device does not have; logits are finite.
at::Tensor logSumExp(const at::Tensor& logits, int64_t dim) {
    const at::Tensor largest = at::amax(logits, dim, true);
    return (logits - largest).exp_().sum(dim, true).log_().add_(largest).squeeze(dim);
}

struct LossAndGradients {
    at::Tensor loss, x, y, temperature;
};

// Row and column softmaxes of the logits, block by block.
class Contrast {
public:
    Contrast(const at::Tensor& x, const at::Tensor& y, const at::Tensor& temperature, int64_t blockRows)
        : x_(x), y_(y), temperature_(temperature), size_(x.size(0)), blockRows_(std::min(blockRows, size_)) {}

    LossAndGradients compute() {
        sumUp();
        const auto size = static_cast<double>(size_);
        const at::Tensor loss = ((at::cat(rowSums_) + columnSums_).sum() * 0.5 - at::stack(matches_).sum()) / size;
        LossAndGradients result{loss, at::empty_like(x_), at::zeros_like(y_), at::zeros_like(temperature_)};
        for (size_t block = 0; block < rowSums_.size(); ++block)
            addGradients(block, result);
        result.temperature.div_(-temperature_);
        return result;
    }

private:
    [[nodiscard]] int64_t first(size_t block) const { return static_cast<int64_t>(block) * blockRows_; }
    [[nodiscard]] int64_t rows(size_t block) const { return std::min(blockRows_, size_ - first(block)); }
    [[nodiscard]] at::Tensor rowsOf(const at::Tensor& tensor, size_t block) const {
        return tensor.narrow(0, first(block), rows(block));
    }
    [[nodiscard]] at::Tensor logits(size_t block) const {
        return linearProduct(rowsOf(x_, block), y_).div_(temperature_);
    }

    // Log-sum-exp of every row and, running over the blocks, of every column; and the sum of the matches' logits.
    void sumUp() {
        for (size_t block = 0; first(block) < size_; ++block) {
            last_ = logits(block);
            rowSums_.push_back(logSumExp(last_, 1));
            const at::Tensor columns = logSumExp(last_, 0);
            columnSums_ = block == 0 ? columns : at::logaddexp(columnSums_, columns);
            matches_.push_back(last_.diagonal(first(block)).sum());
        }
    }

    // G = (row softmax + column softmax) / 2B - I / B; dx = G y / t, dy = G^T x / t, dt = -sum(G * logits) / t.
    void addGradients(size_t block, LossAndGradients& result) {
        const at::Tensor l = rowSums_.size() == 1 ? last_ : logits(block);
        const auto size = static_cast<double>(size_);
        at::Tensor g = (l - rowSums_[block].unsqueeze(1)).exp_();
        g.add_((l - columnSums_.unsqueeze(0)).exp_()).div_(2 * size);
        g.diagonal(first(block)).sub_(1 / size);
        rowsOf(result.x, block).copy_(linearProduct(g, y_.t()).div_(temperature_));
        result.y.add_(linearProduct(g.t(), rowsOf(x_, block).t()).div_(temperature_));
        result.temperature.add_((g * l).sum());
    }

    at::Tensor x_, y_, temperature_;
    int64_t size_;
    int64_t blockRows_;
    std::vector<at::Tensor> rowSums_; // a block each
    std::vector<at::Tensor> matches_; // a block each
    at::Tensor columnSums_;
    at::Tensor last_; // kept for the second pass where it is the only block
};

class SymmetricLoss : public torch::autograd::Function<SymmetricLoss> {
public:
    static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& x, const at::Tensor& y,
                              const at::Tensor& temperature, int64_t blockRows) {
        const LossAndGradients result = Contrast(x, y, temperature, blockRows).compute();
        context->save_for_backward({result.x, result.y, result.temperature});
        return result.loss;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                   torch::autograd::variable_list outer) {
        const auto saved = context->get_saved_variables();
        return {saved[0] * outer[0], saved[1] * outer[0], saved[2] * outer[0], at::Tensor()};
    }
};

} // namespace

at::Tensor symmetricLoss(const at::Tensor& x, const at::Tensor& y, const at::Tensor& temperature, int64_t blockRows) {
    constexpr int64_t kBlockValues = int64_t{16} << 20; // of f32: 64 MB
    FUSEFIND_ASSERT(x.sizes() == y.sizes() && x.size(0) > 0 && temperature.dim() == 0);
    const int64_t rows = blockRows > 0 ? blockRows : std::max<int64_t>(1, kBlockValues / x.size(0));
    return SymmetricLoss::apply(x, y, temperature, rows);
}

} // namespace fusefind
