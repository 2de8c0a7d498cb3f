#include "gpu/fusemix/adapter.h"
#include "gpu/fusemix/random.h"
#include "gpu/fusemix/step.h"

#include <ATen/ATen.h>

#include <QtTest/QTest>
#include <cmath>

using namespace fusefind;

namespace {

Adapter make(const AdapterShape& shape, const Device& device = {}, uint64_t seed = 1) {
    at::Generator generator = newGenerator(Device{}, seed);
    return {shape, device, generator};
}

int64_t count(const Adapter& adapter, int64_t leastRank = 0) {
    int64_t sum = 0;
    for (const Parameter& parameter : adapter.parameters())
        if (parameter.value.dim() >= leastRank) sum += parameter.value.numel();
    return sum;
}

const Device kMeta{Device::Kind::meta, 0};

} // namespace

class TestAdapter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Models this small gain nothing from a second thread, and tests run side by side.
    void initTestCase() { configureThreads(1); }

    void theReleasedAdaptersHaveTheirNumberOfParameters() {
        QCOMPARE(count(make({1024, 512, 4, 4, 0.6, false})), int64_t{34'109'952});
        QCOMPARE(count(make({1024, 512, 4, 4, 0.6, false}), 2), int64_t{34'078'720});
        QCOMPARE(count(make({768, 512, 4, 4, 0.6, false})), int64_t{19'291'136});
    }

    void aStartIsDrawnByItsSeedAlone() {
        const AdapterShape shape{24, 12, 2, 3, 0, false};
        const at::Tensor latents = at::ones({3, 24});
        QVERIFY(at::equal(make(shape).forward(latents), make(shape).forward(latents)));
        QVERIFY(!at::equal(make(shape).forward(latents), make(shape, {}, 2).forward(latents)));
        const Adapter adapter = make({100, 50, 1, 2, 0, false});
        for (const Parameter& parameter : adapter.parameters()) {
            if (parameter.value.dim() < 2) continue;
            const double bound = 1 / std::sqrt(static_cast<double>(parameter.value.size(1)));
            QVERIFY(parameter.value.abs().max().item<double>() <= bound);
            QVERIFY(parameter.value.abs().max().item<double>() > 0.95 * bound);
        }
    }

    void dropoutTakesItsShareAndKeepsTheMean_data() {
        QTest::addColumn<double>("dropout");
        QTest::newRow("none") << 0.0;
        QTest::newRow("the paper's") << 0.6;
        QTest::newRow("nearly all") << 0.99;
    }
    void dropoutTakesItsShareAndKeepsTheMean() {
        QFETCH(const double, dropout);
        const at::Tensor kept = drawKept(1001, 333, dropout, newGenerator(Device{}, 3), at::kFloat);
        QCOMPARE(kept.sizes().vec(), (std::vector<int64_t>{1001, 333}));
        const double deviation = std::sqrt(dropout * (1 - dropout) / static_cast<double>(kept.numel()));
        QVERIFY(std::abs(kept.eq(0).to(at::kDouble).mean().item<double>() - dropout) <= 5 * deviation + 1e-5);
        QVERIFY(std::abs(kept.to(at::kDouble).mean().item<double>() - 1) <= 5 * deviation / (1 - dropout) + 1e-5);
        const auto neighbours = kept.view({-1}).ne(0).to(at::kDouble);
        const auto both = neighbours.slice(0, 1) * neighbours.slice(0, 0, -1);
        QVERIFY(std::abs(both.mean().item<double>() - (1 - dropout) * (1 - dropout)) <= 10 * deviation + 1e-5);
    }

    void dropoutIsOnlyInTraining() {
        const Adapter adapter = make({16, 8, 1, 64, 0.5, false});
        const at::Tensor latents = at::linspace(-1, 1, 16).unsqueeze(0).expand({4000, 16});
        const at::Tensor plain = adapter.forward(latents);
        const at::Tensor dropped = adapter.forward(latents, newGenerator(Device{}, 3));
        QVERIFY(!at::allclose(dropped, plain));
        QVERIFY(at::allclose(adapter.forward(latents), plain));
        QVERIFY(at::equal(adapter.forward(latents, newGenerator(Device{}, 3)), dropped));
    }

    void anIdentityAdapterReturnsTheLatents() {
        const Adapter adapter = make({8, 8, 4, 4, 0.6, true});
        const at::Tensor latents = at::rand({3, 8}, newGenerator(Device{}, 4), at::kFloat);
        QVERIFY(adapter.parameters().empty());
        QVERIFY(at::equal(adapter.forward(latents), latents));
    }

    // exp(1), exp(2) and exp(0) over their sum, 11.107: what two classes see moves the point towards their texts.
    void aClassBridgeIsTheTextsOfTheClassesByTheirProbability() {
        AdapterShape shape{.in = 2, .out = 2};
        shape.classes = 3;
        const Adapter bridge = make(shape);
        const std::vector<std::vector<float>> values{
            {1, 0, 0, 1, 0, 0}, {0, 0, 0}, {1, 0, -1, 0, 1, 0}, {0, 0.5F}}; // classify.*, project.*
        QCOMPARE(bridge.parameters().size(), values.size());
        for (size_t i = 0; i < values.size(); ++i) {
            const at::Tensor& parameter = bridge.parameters()[i].value;
            parameter.detach().copy_(at::tensor(values[i]).view(parameter.sizes()));
        }
        const at::Tensor point = bridge.forward(at::tensor({1.0F, 2.0F}).unsqueeze(0));
        QVERIFY(at::allclose(point, at::tensor({0.154697F, 1.165241F}).unsqueeze(0), 1e-5, 1e-5));
    }

    // A tensor made on the CPU by mistake would meet one of the meta device and fail.
    void aTrainingStepStaysOnItsDevice() {
        Recipe recipe;
        recipe.dim = 12;
        Model model = makeModel(recipe, {24, 16, 0}, kMeta);
        for (const Modality modality : {Modality::image, Modality::text}) {
            ModalityModel& part = *model.modalities[indexOf(modality)];
            part.mean = at::zeros({part.adapter.shape().in}, at::TensorOptions(at::kMeta));
            part.scale = at::ones_like(part.mean);
        }
        AdamW optimizer(model.parameters(), 0.1);
        const StepInput input{Modality::image,
                              Modality::text,
                              at::empty({32, 24}, at::TensorOptions(at::kMeta)),
                              at::empty({32, 16}, at::TensorOptions(at::kMeta)),
                              0.3,
                              1e-3,
                              newGenerator(kMeta, 1)};
        const at::Tensor loss = trainingStep(model, optimizer, input);
        QVERIFY(loss.is_meta());
        QCOMPARE(loss.dim(), int64_t{0});
        for (const Parameter& tensor : optimizer.state())
            QVERIFY(tensor.value.is_meta());
    }
};

QTEST_GUILESS_MAIN(TestAdapter)
#include "test_adapter.moc"
