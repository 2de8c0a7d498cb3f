// Torch's meta device holds shapes without values, and an operation that is given a CPU tensor beside meta ones fails:
// a tensor made on the wrong device is found without a GPU.

#include "gpu/encoders/encoder.h"
#include "support/encoder_inputs.h"

#include <ATen/ATen.h>
#include <ATen/ExpandUtils.h>
#include <torch/library.h>

#include <QtTest/QTest>

using namespace fusefind;

namespace {

void requireMeta(std::initializer_list<at::Tensor> tensors) {
    for (const auto& tensor : tensors)
        TORCH_CHECK(tensor.is_meta(), "a tensor is on ", tensor.device());
}

int64_t convolvedSize(int64_t size, int64_t kernel, int64_t stride, int64_t padding) {
    return (size + 2 * padding - kernel) / stride + 1;
}

// Torch has these for the meta device in Python only. Shapes as their CPU kernels give them.
at::Tensor convolve(const at::Tensor& x, const at::Tensor& weight, const std::optional<at::Tensor>& bias,
                    c10::SymIntArrayRef stride, c10::SymIntArrayRef padding, c10::SymIntArrayRef, bool,
                    c10::SymIntArrayRef, c10::SymInt groups) {
    requireMeta({x, weight});
    if (bias && bias->defined()) requireMeta({*bias});
    TORCH_CHECK(x.size(1) == weight.size(1) * groups, "channels do not fit");
    std::vector<int64_t> shape{x.size(0), weight.size(0)};
    for (int64_t i = 2; i < x.dim(); ++i)
        shape.push_back(
            convolvedSize(x.size(i), weight.size(i), stride[i - 2].expect_int(), padding[i - 2].expect_int()));
    return at::empty(shape, x.options());
}

at::Tensor realFft(const at::Tensor& x, at::IntArrayRef dim, int64_t, bool onesided) {
    TORCH_CHECK(onesided && dim.size() == 1 && dim[0] == x.dim() - 1, "another FFT than the spectrograms'");
    std::vector<int64_t> shape = x.sizes().vec();
    shape.back() = shape.back() / 2 + 1;
    return at::empty(shape, x.options().dtype(at::kComplexFloat));
}

at::Tensor selectRows(const at::Tensor& x, int64_t dim, const at::Tensor& index) {
    requireMeta({x, index});
    std::vector<int64_t> shape = x.sizes().vec();
    shape[dim] = index.size(0);
    return at::empty(shape, x.options());
}

std::tuple<at::Tensor, at::Tensor, at::Tensor> normalizeLayer(const at::Tensor& x, c10::SymIntArrayRef,
                                                              const std::optional<at::Tensor>& scale,
                                                              const std::optional<at::Tensor>& shift, double) {
    requireMeta({x, scale.value(), shift.value()});
    std::vector<int64_t> rows = x.sizes().vec();
    rows.back() = 1;
    return {at::empty_like(x), at::empty(rows, x.options()), at::empty(rows, x.options())};
}

std::tuple<at::Tensor, at::Tensor, at::Tensor> normalizeGroups(const at::Tensor& x,
                                                               const std::optional<at::Tensor>& scale,
                                                               const std::optional<at::Tensor>& shift, c10::SymInt,
                                                               c10::SymInt, c10::SymInt, int64_t groups, double) {
    requireMeta({x, scale.value(), shift.value()});
    const at::Tensor moments = at::empty({x.size(0), groups}, x.options());
    return {at::empty_like(x), moments, at::empty_like(moments)};
}

at::Tensor rectify(const at::Tensor& x) {
    return at::empty_like(x);
}

at::Tensor turn(const at::Tensor& x, c10::SymIntArrayRef, at::IntArrayRef) {
    return at::empty_like(x);
}

at::Tensor& chooseInto(const at::Tensor& condition, const at::Tensor& yes, const at::Tensor& no, at::Tensor& out) {
    requireMeta({condition, out});
    for (const auto& values : {yes, no})
        TORCH_CHECK(values.is_meta() || values.dim() == 0, "a tensor is on ", values.device());
    out.resize_(at::infer_size(at::infer_size(condition.sizes(), yes.sizes()), no.sizes()));
    return out;
}

at::Tensor choose(const at::Tensor& condition, const at::Tensor& yes, const at::Tensor& no) {
    at::Tensor out = at::empty({0}, condition.options().dtype(at::result_type(yes, no)));
    return chooseInto(condition, yes, no, out);
}

} // namespace

TORCH_LIBRARY_IMPL(aten, Meta, library) {
    library.impl("convolution_overrideable", convolve);
    library.impl("_fft_r2c", realFft);
    library.impl("index_select", selectRows);
    library.impl("where.self", choose);
    library.impl("where.self_out", chooseInto);
    library.impl("native_layer_norm", normalizeLayer);
    library.impl("native_group_norm", normalizeGroups);
    library.impl("relu", rectify);
    library.impl("roll", turn);
}

class TestMetaDevice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyEncoderRunsWhollyOnItsDevice_data() {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<int>("modality");
        const auto row = [](const char* root, const char* model, Modality modality) {
            QTest::addRow("%s %s", model, std::string(toString(modality)).c_str())
                << QStringLiteral("%1/%2").arg(QLatin1String(root), QLatin1String(model)) << static_cast<int>(modality);
        };
        row(FUSEFIND_MODELS_DIR, "minilm-l6", Modality::text);
        for (const char* model : {"efficientnet-lite0", "efficientnet-lite2"})
            row(FUSEFIND_MODELS_DIR, model, Modality::image);
        for (const char* model : {"aisfx", "whisper-tiny-en"})
            row(FUSEFIND_MODELS_DIR, model, Modality::audio);
        const char* const published = FUSEFIND_GOLDEN_DIR "/published";
        for (const char* model :
             {"vit", "dinov2", "dinov2_giant", "dinov2_registers", "clip", "siglip", "convnext", "convnext_large"})
            row(published, model, Modality::image);
        for (const char* model : {"clap", "clip", "siglip", "roberta", "xlm_roberta"})
            row(published, model, Modality::text);
        for (const char* model : {"ast", "clap", "hubert", "wav2vec2", "whisper"})
            row(published, model, Modality::audio);
    }
    void everyEncoderRunsWhollyOnItsDevice() {
        QFETCH(const QString, folder);
        QFETCH(const int, modality);
        const auto kind = static_cast<Modality>(modality);
        const auto loaded =
            loadEncoder(folder.toStdString(), "meta", Device{Device::Kind::meta, 0}, {.modality = kind});
        QVERIFY2(loaded.has_value(), loaded ? "" : loaded.error().text().c_str());
        Encoder& encoder = **loaded;
        std::vector<EncoderInput> inputs;
        for (const int size : {1, 2, 3}) {
            const Sample sample = kind == Modality::text    ? Sample(std::string(static_cast<size_t>(2 * size), '?'))
                                  : kind == Modality::image ? Sample(formulaPicture(300, 300 + size))
                                                            : Sample(formulaSound(encoder.info().sampleRate, size, 1));
            inputs.push_back(encoder.prepare(sample).value());
        }
        const auto latents = encoder.encode(inputs);
        QVERIFY2(latents.has_value(), latents ? "" : latents.error().text().c_str());
        QCOMPARE(latents->rows(), inputs.size());
        QCOMPARE(latents->cols(), static_cast<size_t>(encoder.info().dim));
    }

    void aTensorOnTheWrongDeviceIsFound() {
        QVERIFY_EXCEPTION_THROWN(at::add(at::ones({2}, at::kMeta), at::ones({2})), c10::Error);
    }
};

QTEST_GUILESS_MAIN(TestMetaDevice)
#include "test_meta_device.moc"
