#include "gpu/encoders/audio/spectrogram.h"
#include "gpu/encoders/layers.h"
#include "support/encoder_inputs.h"

#include <ATen/ATen.h>

#include <QtTest/QTest>
#include <algorithm>

using namespace fusefind;

namespace {

at::Tensor tensorOf(const Sound& sound) {
    return at::tensor(at::ArrayRef<float>(sound.samples));
}

} // namespace

class TestSpectrogram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aisfxSpectrogramEqualsTheReference() {
        const at::Tensor samples = tensorOf(formulaSound(44100, 2.5, 2));
        const at::Tensor found = AisfxSpectrogram(at::kCPU)(samples / samples.abs().max());
        QCOMPARE_LT(largestDifference(toMatrix(found), goldenMatrix("aisfx.safetensors", "spectrogram")), 1e-5);
    }

    void whisperSpectrogramEqualsTheReference() {
        const at::Tensor samples = tensorOf(formulaSound(16000, 2.5, 2));
        const at::Tensor found = WhisperSpectrogram(80, at::kCPU)(samples.unsqueeze(0));
        QCOMPARE_LT(largestDifference(toMatrix(found[0]), goldenMatrix("whisper.safetensors", "spectrogram")), 1e-5);
    }

    void theSpectrogramOfOneSoundDoesNotHearTheOthersInItsBatch() {
        const WhisperSpectrogram spectrogram(80, at::kCPU);
        const at::Tensor quiet = tensorOf(formulaSound(16000, 1, 1)).mul(0.01);
        const at::Tensor loud = tensorOf(formulaSound(16000, 1, 2));
        const at::Tensor both = spectrogram(at::stack({loud, quiet}));
        QVERIFY(at::allclose(both[1], spectrogram(quiet.unsqueeze(0))[0], 0, 1e-6));
    }

    void everyMelBandHearsSomething() {
        const at::Tensor htk = melFilters(MelScale::htk, 44100, 2048, 96);
        QVERIFY(at::allclose(htk.sum(0), at::ones({96}, at::kDouble)));
        QVERIFY(melFilters(MelScale::slaney, 16000, 400, 80).sum(0).gt(0).all().item<bool>());
    }

    void aFoldedBatchNormalisationChangesNothing() {
        const at::Tensor weight = at::randn({6, 3, 3, 3});
        const BatchNorm norm{at::rand({6}) + 0.5, at::randn({6}), at::randn({6}), at::rand({6}) + 0.1};
        const at::Tensor x = at::randn({2, 3, 9, 9});
        const at::Tensor expected = at::batch_norm(at::conv2d(x, weight), norm.scale, norm.shift, norm.mean,
                                                   norm.variance, false, 0, 1e-3, false);
        QVERIFY(at::allclose(foldBatchNorm(weight, norm, 1e-3)(x), expected, 1e-4, 1e-4));
    }
};

QTEST_GUILESS_MAIN(TestSpectrogram)
#include "test_spectrogram.moc"
