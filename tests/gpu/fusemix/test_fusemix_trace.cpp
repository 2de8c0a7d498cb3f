#include "gpu/fusemix/loss.h"
#include "gpu/fusemix/step.h"
#include "gpu/fusemix/tensor_io.h"

#include <ATen/ATen.h>

#include <QtTest/QTest>
#include <cmath>
#include <limits>
#include <numeric>
#include <sstream>

using namespace fusefind;

namespace {

struct Trace {
    SafetensorsFile file;
    Model model;
    PerModality<Matrix> latents;
    std::vector<std::pair<Modality, Modality>> kinds;
};

Trace openTrace(const std::string& name) {
    Trace trace{SafetensorsFile::open(std::string(FUSEFIND_GOLDEN_DIR) + "/" + name).value(), {}, {}, {}};
    PerModality<int64_t> dims{};
    for (const Modality modality : kModalities) {
        const std::string latents = "latents." + std::string(toString(modality));
        if (trace.file.find(latents) == nullptr) continue;
        trace.latents[indexOf(modality)] = trace.file.readMatrix(latents).value();
        dims[indexOf(modality)] = static_cast<int64_t>(trace.latents[indexOf(modality)].cols());
    }
    Recipe recipe;
    recipe.dim = 12;
    recipe.layers = 2;
    trace.model = makeModel(recipe, dims, Device{});
    std::vector<Parameter> weights;
    for (const Parameter& parameter : trace.model.parameters())
        weights.push_back({"weights." + parameter.name, parameter.value});
    if (!fillTensors(trace.file, weights)) qFatal("the trace does not fit the model");
    std::istringstream kinds(trace.file.metadata().at("kinds"));
    for (std::string kind; kinds >> kind;) {
        const size_t dash = kind.find('-');
        trace.kinds.emplace_back(*modalityFromString(kind.substr(0, dash)), *modalityFromString(kind.substr(dash + 1)));
    }
    return trace;
}

// Takes the steps of the trace.
std::vector<float> lossesOf(Trace& trace) {
    const auto lambdas = trace.file.readFloats("lambda").value();
    const auto rates = trace.file.readFloats("rate").value();
    const at::Tensor rows = at::tensor(trace.file.readIntegers("rows").value()).reshape({std::ssize(rates), -1});
    AdamW optimizer(trace.model.parameters(), 0.1);
    std::vector<float> losses;
    for (size_t i = 0; i < rates.size(); ++i) {
        const auto [a, b] = trace.kinds[i % trace.kinds.size()];
        const at::Tensor chosen = rows[static_cast<int64_t>(i)];
        const StepInput input{a,
                              b,
                              viewOf(trace.latents[indexOf(a)]).index_select(0, chosen),
                              viewOf(trace.latents[indexOf(b)]).index_select(0, chosen),
                              lambdas[i],
                              rates[i],
                              {}};
        losses.push_back(trainingStep(trace.model, optimizer, input).item<float>());
    }
    return losses;
}

float largestDifference(const std::vector<float>& some, const std::vector<float>& others) {
    if (some.size() != others.size() || some.size() != 50) return std::numeric_limits<float>::infinity();
    return std::transform_reduce(
        some.begin(), some.end(), others.begin(), 0.0F, [](float a, float b) { return std::max(a, b); },
        [](float a, float b) { return std::abs(a - b); });
}

void addTraces() {
    QTest::addColumn<QString>("file");
    QTest::newRow("two modalities") << "fusemix_trace_2.safetensors";
    QTest::newRow("three modalities in turns") << "fusemix_trace_3.safetensors";
}

} // namespace

class TestFusemixTrace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Models this small gain nothing from a second thread, and tests run side by side.
    void initTestCase() { configureThreads(1); }

    void everyStepCostsWhatPyTorchRecorded_data() { addTraces(); }

    void everyStepCostsWhatPyTorchRecorded() {
        QFETCH(QString, file);
        Trace trace = openTrace(file.toStdString());
        QCOMPARE_LT(largestDifference(lossesOf(trace), trace.file.readFloats("loss").value()), 1e-4F);
        for (const Parameter& parameter : trace.model.parameters()) {
            if (!parameter.name.ends_with("project.weight")) continue;
            const Matrix expected = trace.file.readMatrix("final." + parameter.name).value();
            QVERIFY(at::allclose(parameter.value, viewOf(expected), 0, 1e-4));
        }
    }

    void productsInBf16LeadTheSameWay_data() { addTraces(); }
    void productsInBf16LeadTheSameWay() {
        QFETCH(QString, file);
        Trace trace = openTrace(file.toStdString());
        trace.model.device.products = Precision::bf16;
        const float difference = largestDifference(lossesOf(trace), trace.file.readFloats("loss").value());
        QCOMPARE_LT(difference, 0.05F);
        QCOMPARE_GT(difference, 1e-4F); // it was bf16 indeed
    }
};

QTEST_GUILESS_MAIN(TestFusemixTrace)
#include "test_fusemix_trace.moc"
