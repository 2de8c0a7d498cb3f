#include "gpu/fusemix/residual_block.h"

#include <ATen/ATen.h>

#include <QtTest/QTest>
#include <vector>

using namespace fusefind;

namespace {

// The block as it is defined, for autograd to find the gradients of.
at::Tensor defined(const ResidualBlock& block, const at::Tensor& x, const at::Tensor& kept) {
    const at::Tensor normed = at::layer_norm(x, {x.size(1)}, block.norm.weight, block.norm.bias, kNormEpsilon);
    at::Tensor hidden = at::gelu(at::linear(normed, block.up.weight, block.up.bias));
    if (kept.defined()) hidden = hidden * kept;
    return x + at::linear(hidden, block.down.weight, block.down.bias);
}

std::vector<at::Tensor> weightsOf(const ResidualBlock& block) {
    return {block.norm.weight, block.norm.bias, block.up.weight, block.up.bias, block.down.weight, block.down.bias};
}

} // namespace

class TestResidualBlock : public QObject {
    Q_OBJECT

    static constexpr int64_t kRows = 9, kWidth = 12, kHidden = 20;

    static Affine affine(std::vector<int64_t> shape) {
        return {at::randn(shape).requires_grad_(true), at::randn({shape[0]}).requires_grad_(true)};
    }
    ResidualBlock block_{affine({kWidth}), affine({kHidden, kWidth}), affine({kWidth, kHidden})};

    // Of the weights and, where it needs one, of x, for some gradient of the output.
    std::vector<at::Tensor> gradients(const at::Tensor& output, const at::Tensor& x) {
        at::manual_seed(7);
        output.backward(at::randn({kRows, kWidth}));
        std::vector<at::Tensor> found;
        std::vector<at::Tensor> inputs = weightsOf(block_);
        if (x.requires_grad()) inputs.push_back(x);
        for (const at::Tensor& input : inputs) {
            found.push_back(input.grad());
            input.mutable_grad().reset();
        }
        return found;
    }

private Q_SLOTS:
    void gradientsAreThoseOfAutograd_data() {
        QTest::addColumn<bool>("inputHasOne");
        QTest::addColumn<bool>("dropout");
        for (const bool inputHasOne : {false, true})
            for (const bool dropout : {false, true})
                QTest::addRow("%s, %s", inputHasOne ? "a later block" : "the first", dropout ? "dropout" : "all kept")
                    << inputHasOne << dropout;
    }
    void gradientsAreThoseOfAutograd() {
        QFETCH(const bool, inputHasOne);
        QFETCH(const bool, dropout);
        const at::Tensor x = at::randn({kRows, kWidth}).requires_grad_(inputHasOne);
        at::Tensor kept;
        if (dropout) kept = at::rand({kRows, kHidden}).lt(0.4).to(at::kFloat).div_(0.4);
        const at::Tensor output = applyInTraining(block_, x, kept, at::kFloat);
        const at::Tensor reference = defined(block_, x, kept);
        QVERIFY(at::allclose(output, reference, 1e-5, 1e-5));
        const auto expected = gradients(reference, x);
        const auto found = gradients(output, x);
        QCOMPARE(found.size(), expected.size());
        for (size_t i = 0; i < found.size(); ++i)
            QVERIFY2(at::allclose(found[i], expected[i], 1e-4, 1e-4), qPrintable(QString::number(i)));
    }

    void aScaleOfZeroStillLearns() {
        ResidualBlock block = block_;
        block.norm.weight = at::zeros({kWidth}).requires_grad_(true);
        applyInTraining(block, at::randn({kRows, kWidth}), {}, at::kFloat).sum().backward();
        QVERIFY(block.norm.weight.grad().isfinite().all().item<bool>());
        QVERIFY(block.norm.weight.grad().abs().max().item<float>() > 0);
    }
};

QTEST_GUILESS_MAIN(TestResidualBlock)
#include "test_residual_block.moc"
