#include "gpu/encoders/encoder.h"
#include "support/encoder_inputs.h"
#include "support/temp_dir.h"

#include <QtTest/QTest>
#include <algorithm>

using namespace fusefind;

namespace {

// Largest difference allowed, as a share of the largest absolute value in the golden latents.
constexpr double kTolerance = 1e-4;

const std::filesystem::path kModels = FUSEFIND_MODELS_DIR;
const std::filesystem::path kTinyBert = std::filesystem::path(FUSEFIND_GOLDEN_DIR) / "encoders" / "tiny_bert";

std::unique_ptr<Encoder> load(const std::filesystem::path& folder) {
    auto encoder = loadEncoder(folder, folder.filename().string(), Device{});
    if (encoder) return std::move(*encoder);
    QTest::qFail(encoder.error().text().c_str(), __FILE__, __LINE__);
    return nullptr;
}

std::vector<EncoderInput> prepareAll(const Encoder& encoder, const std::vector<Sample>& samples) {
    std::vector<EncoderInput> inputs;
    for (const auto& sample : samples)
        inputs.push_back(encoder.prepare(sample).value());
    return inputs;
}

Matrix encodeAll(Encoder& encoder, const std::vector<Sample>& samples) {
    return encoder.encode(prepareAll(encoder, samples)).value();
}

Matrix encodeOneByOne(Encoder& encoder, const std::vector<Sample>& samples) {
    Matrix rows;
    for (const auto& sample : samples)
        rows.append(encodeAll(encoder, {sample}));
    return rows;
}

std::vector<Sample> goldenPictures(int shrink) {
    return {formulaPicture(292 - shrink, 292 - shrink), formulaPicture(400 - shrink, 292 - shrink),
            formulaPicture(292 - shrink, 350 - shrink)};
}

std::vector<Sample> goldenSounds(int rate) {
    return {formulaSound(rate, 10.0, 1), formulaSound(rate, 2.5, 2), formulaSound(rate, 0.4, 3)};
}

const std::vector<Sample> kSentences{"", "a red apple",
                                     "a dog barks in the rain while a train passes by the old station", "unbelievable"};
const std::vector<Sample> kTinyTexts = [] {
    std::string longText;
    for (int i = 0; i < 30; ++i)
        longText += "undo ";
    return std::vector<Sample>{"", "red apple", "the dog barks in the rain on the train", longText};
}();

} // namespace

class TestEncoders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void efficientNetsEqualTheReference_data() {
        QTest::addColumn<QString>("variant");
        QTest::addColumn<int>("side");
        QTest::newRow("lite0") << "lite0" << 224;
        QTest::newRow("lite2") << "lite2" << 260;
    }
    void efficientNetsEqualTheReference() {
        QFETCH(const QString, variant);
        QFETCH(const int, side);
        const auto encoder = load(kModels / ("efficientnet-" + variant.toStdString()));
        QCOMPARE(encoder->info().dim, 1280);
        QCOMPARE(encoder->info().shortSide, side + 32);
        QCOMPARE(encoder->info().licence, std::string("Apache-2.0"));
        const Matrix latents = encodeAll(*encoder, goldenPictures(260 - side));
        const Matrix golden = goldenMatrix("efficientnet_" + variant.toStdString() + ".safetensors", "latents");
        QCOMPARE_LT(largestDifference(latents, golden), kTolerance);
    }

    void pixelsAreTheCentreOfTheShrunkenPicture() {
        const auto encoder = load(kModels / "efficientnet-lite0");
        const Picture large = formulaPicture(700, 512);
        const auto pixels = std::get<std::vector<uint8_t>>(encoder->prepare(large).value());
        const Picture shrunken = resizeShortSide(large, 256, Interpolation::bicubic);
        QCOMPARE(pixels, cutCentre(shrunken, 224, 224, CutCorner::even).rgb);
    }

    void miniLmEqualsTheReference() {
        const auto encoder = load(kModels / "minilm-l6");
        QVERIFY(encoder->info().modality == Modality::text);
        const Matrix latents = encodeAll(*encoder, kSentences);
        QCOMPARE_LT(largestDifference(latents, goldenMatrix("minilm.safetensors", "latents")), kTolerance);
    }

    void aBertOfOtherSizesDtypesAndPoolingEqualsTheReference() {
        const auto encoder = load(kTinyBert);
        QCOMPARE(encoder->info().dim, 24);
        const Matrix latents = encodeAll(*encoder, kTinyTexts);
        QCOMPARE_LT(largestDifference(latents, goldenMatrix("tiny_bert.safetensors", "cls")), kTolerance);
    }

    void theCallerSaysThePoolingWhereTheFolderDoesNot() {
        const TempDir folder;
        for (const char* name : {"config.json", "model.safetensors", "vocab.txt", "sentence_bert_config.json"})
            std::filesystem::copy_file(kTinyBert / name, folder / name);
        for (const std::optional<Pooling> pooling :
             {std::optional(Pooling::cls), std::optional(Pooling::mean), std::optional<Pooling>()}) {
            const auto encoder = loadEncoder(folder.path(), "tiny", Device{}, {.pooling = pooling}).value();
            const Matrix golden = goldenMatrix("tiny_bert.safetensors", pooling == Pooling::cls ? "cls" : "mean");
            QCOMPARE_LT(largestDifference(encodeAll(*encoder, kTinyTexts), golden), kTolerance);
        }
    }

    void aisfxEqualsTheReference() {
        const auto encoder = load(kModels / "aisfx");
        QCOMPARE(encoder->info().sampleRate, 44100);
        const Matrix latents = encodeAll(*encoder, goldenSounds(44100));
        QCOMPARE_LT(largestDifference(latents, goldenMatrix("aisfx.safetensors", "latents")), kTolerance);
    }

    void whisperEqualsTheReference() {
        const auto encoder = load(kModels / "whisper-tiny-en");
        QCOMPARE(encoder->info().sampleRate, 16000);
        const Matrix latents = encodeAll(*encoder, goldenSounds(16000));
        QCOMPARE_LT(largestDifference(latents, goldenMatrix("whisper.safetensors", "latents")), kTolerance);
    }

    void aMixedBatchEqualsOneByOneInItsOrder_data() {
        QTest::addColumn<QString>("model");
        for (const char* model : {"minilm-l6", "efficientnet-lite0", "aisfx", "whisper-tiny-en"})
            QTest::newRow(model) << model;
    }
    void aMixedBatchEqualsOneByOneInItsOrder() {
        QFETCH(const QString, model);
        const auto encoder = load(kModels / model.toStdString());
        std::vector<Sample> samples;
        if (encoder->info().modality == Modality::text) {
            for (int i = 0; i < 24; ++i) {
                std::string text;
                for (int word = 0; word < (i * 7) % 11; ++word)
                    text += "word" + std::to_string(i + word) + " ";
                samples.emplace_back(text);
            }
        } else if (encoder->info().modality == Modality::image) {
            for (int i = 0; i < 6; ++i)
                samples.emplace_back(formulaPicture(260 + 40 * i, 300));
        } else {
            for (const double seconds : {1.5, 0.5, 3.0, 0.5, 0.01, 1.5})
                samples.emplace_back(
                    formulaSound(encoder->info().sampleRate, seconds, static_cast<uint32_t>(samples.size())));
        }
        QCOMPARE_LT(largestDifference(encodeAll(*encoder, samples), encodeOneByOne(*encoder, samples)), 1e-5);
    }

    void noInputsGiveNoRows() {
        const auto encoder = load(kTinyBert);
        const Matrix latents = encoder->encode({}).value();
        QCOMPARE(latents.rows(), size_t{0});
        QCOMPARE(latents.cols(), size_t{24});
    }
};

QTEST_GUILESS_MAIN(TestEncoders)
#include "test_encoders.moc"
