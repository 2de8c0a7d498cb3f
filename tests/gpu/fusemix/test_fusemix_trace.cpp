#include "gpu/fusemix/loss.h"
#include "gpu/fusemix/step.h"
#include "gpu/fusemix/tensor_io.h"

#include <ATen/ATen.h>

#include <QtTest/QTest>
#include <cmath>
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

} // namespace

class TestFusemixTrace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Models this small gain nothing from a second thread, and tests run side by side.
    void initTestCase() { configureThreads(1); }

    void everyStepCostsWhatPyTorchRecorded_data() {
        QTest::addColumn<QString>("file");
        QTest::newRow("two modalities") << "fusemix_trace_2.safetensors";
        QTest::newRow("three modalities in turns") << "fusemix_trace_3.safetensors";
    }

    void everyStepCostsWhatPyTorchRecorded() {
        QFETCH(QString, file);
        Trace trace = openTrace(file.toStdString());
        const auto losses = trace.file.readFloats("loss").value();
        const auto lambdas = trace.file.readFloats("lambda").value();
        const auto rates = trace.file.readFloats("rate").value();
        const at::Tensor rows = at::tensor(trace.file.readIntegers("rows").value()).reshape({std::ssize(losses), -1});
        AdamW optimizer(trace.model.parameters(), 0.1);
        QCOMPARE(losses.size(), size_t{50});
        for (size_t i = 0; i < losses.size(); ++i) {
            const auto [a, b] = trace.kinds[i % trace.kinds.size()];
            const at::Tensor chosen = rows[static_cast<int64_t>(i)];
            const StepInput input{a,
                                  b,
                                  viewOf(trace.latents[indexOf(a)]).index_select(0, chosen),
                                  viewOf(trace.latents[indexOf(b)]).index_select(0, chosen),
                                  lambdas[i],
                                  rates[i],
                                  {}};
            const auto loss = trainingStep(trace.model, optimizer, input).item<float>();
            QVERIFY2(std::abs(loss - losses[i]) < 1e-4F,
                     qPrintable(QString("step %1: %2, not %3").arg(i).arg(loss).arg(losses[i])));
        }
        for (const Parameter& parameter : trace.model.parameters()) {
            if (!parameter.name.ends_with("project.weight")) continue;
            const Matrix expected = trace.file.readMatrix("final." + parameter.name).value();
            QVERIFY(at::allclose(parameter.value, viewOf(expected), 0, 1e-4));
        }
    }
};

QTEST_GUILESS_MAIN(TestFusemixTrace)
#include "test_fusemix_trace.moc"
