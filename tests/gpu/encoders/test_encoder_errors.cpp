#include "core/base/atomic_file.h"
#include "core/tensors/safetensors.h"
#include "gpu/encoders/encoder.h"
#include "support/encoder_inputs.h"
#include "support/model_copy.h"
#include "support/temp_dir.h"

#include <nlohmann/json.hpp>

#include <QtTest/QTest>
#include <cmath>
#include <limits>

using namespace fusefind;

namespace {

const std::filesystem::path kModels = FUSEFIND_MODELS_DIR;
const std::filesystem::path kTinyBert = std::filesystem::path(FUSEFIND_GOLDEN_DIR) / "encoders" / "tiny_bert";

// The tiny BERT, to be damaged.
class Copy : public ModelCopy {
public:
    Copy() : ModelCopy(kTinyBert) {}
};

} // namespace

class TestEncoderErrors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anUnknownArchitectureIsRefusedByNameWithTheKnownOnes() {
        const Copy copy;
        copy.setConfig("model_type", "resnet\n9000");
        const Error error = copy.loadError();
        QCOMPARE(error.code, ErrorCode::unsupported);
        for (const char* part : {"resnet 9000", "aisfx", "bert", "efficientnet_lite", "whisper_encoder"})
            QVERIFY2(contains(error, part), error.text().c_str());
    }

    void anUnknownVariantIsRefusedWithTheKnownOnes() {
        const TempDir folder;
        QVERIFY(writeFileAtomically(folder / "config.json", R"({"model_type":"efficientnet_lite","variant":"lite9"})")
                    .has_value());
        const auto loaded = loadEncoder(folder.path(), "lite9", Device{});
        QCOMPARE(loaded.error().code, ErrorCode::unsupported);
        QVERIFY(contains(loaded.error(), "lite9") && contains(loaded.error(), "lite0, lite2"));
    }

    void missingTensorsAreListed() {
        const Copy copy;
        copy.changeWeights(
            [](const NamedTensor& tensor) { return tensor.name.find("layer.1.output") == std::string::npos; });
        const Error error = copy.loadError();
        QCOMPARE(error.code, ErrorCode::invalidInput);
        QVERIFY2(contains(error, "bert.encoder.layer.1.output.dense.weight is missing"), error.text().c_str());
        QVERIFY(contains(error, "bert.encoder.layer.1.output.LayerNorm.bias is missing"));
        QVERIFY(contains(error, "model.safetensors"));
    }

    void aTensorOfAnotherShapeIsRefused() {
        const Copy copy;
        copy.changeWeights([](NamedTensor& tensor) {
            if (tensor.name == "bert.encoder.layer.2.intermediate.dense.weight") tensor.shape = {24, 40};
            return true;
        });
        QVERIFY2(contains(copy.loadError(), "intermediate.dense.weight is [24, 40], expected [40, 24]"),
                 copy.loadError().text().c_str());
    }

    void aTensorOfWholeNumbersIsRefused() {
        const Copy copy;
        copy.changeWeights([](NamedTensor& tensor) {
            if (tensor.name == "bert.embeddings.LayerNorm.bias") tensor.dtype = DType::i32;
            return true;
        });
        QVERIFY2(contains(copy.loadError(), "LayerNorm.bias is I32, expected F32"), copy.loadError().text().c_str());
    }

    void truncatedWeightsAreAnErrorThatNamesTheFile() {
        const Copy copy;
        std::filesystem::resize_file(copy / "model.safetensors", 30'000);
        QCOMPARE(copy.loadError().code, ErrorCode::invalidInput);
        QVERIFY(contains(copy.loadError(), "model.safetensors"));
    }

    void aMissingFileIsNotFound_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"config.json", "model.safetensors", "vocab.txt"})
            QTest::newRow(name) << name;
    }
    void aMissingFileIsNotFound() {
        QFETCH(const QString, name);
        const Copy copy;
        std::filesystem::remove(copy / name.toUtf8().constData());
        QCOMPARE(copy.loadError().code, ErrorCode::notFound);
    }

    void aConfigThatIsNoObjectIsRefused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("cut off") << QByteArray("{\"model_type\":");
        QTest::newRow("type is a number") << QByteArray("{\"model_type\": 3}");
    }
    void aConfigThatIsNoObjectIsRefused() {
        QFETCH(const QByteArray, text);
        const Copy copy;
        QVERIFY(writeFileAtomically(copy / "config.json", text.toStdString()).has_value());
        QCOMPARE(copy.loadError().code, ErrorCode::invalidInput);
        QVERIFY(contains(copy.loadError(), "config.json"));
    }

    void absurdNumbersAreRefusedBeforeAnythingIsAllocated_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<double>("value");
        QTest::newRow("layers") << "num_hidden_layers" << 1e9;
        QTest::newRow("no layers") << "num_hidden_layers" << 0.0;
        QTest::newRow("width") << "hidden_size" << 1e12;
        QTest::newRow("negative width") << "hidden_size" << -24.0;
        QTest::newRow("no heads") << "num_attention_heads" << 0.0;
        QTest::newRow("vocabulary") << "vocab_size" << 1e18;
        QTest::newRow("positions") << "max_position_embeddings" << 1e10;
    }
    void absurdNumbersAreRefusedBeforeAnythingIsAllocated() {
        QFETCH(const QString, key);
        QFETCH(const double, value);
        const Copy copy;
        copy.setConfig(key.toUtf8().constData(), static_cast<int64_t>(value));
        QCOMPARE(copy.loadError().code, ErrorCode::limit);
        QVERIFY(contains(copy.loadError(), key.toStdString()));
    }

    void numbersThatDoNotFitTogetherAreRefused() {
        const Copy copy;
        copy.setConfig("num_attention_heads", 5);
        QVERIFY2(contains(copy.loadError(), "24 cannot be shared by 5 heads"), copy.loadError().text().c_str());
        const Copy words;
        words.setConfig("vocab_size", 12);
        QVERIFY2(contains(words.loadError(), "tokenizer knows 40"), words.loadError().text().c_str());
        const Copy quotient;
        quotient.setConfig("layer_norm_eps", "small");
        QCOMPARE(quotient.loadError().code, ErrorCode::invalidInput);
        const Copy activation;
        activation.setConfig("hidden_act", "swish");
        QCOMPARE(activation.loadError().code, ErrorCode::unsupported);
    }

    void emptyPicturesAndForeignSamplesAreRefused() {
        const auto encoder = loadEncoder(kModels / "efficientnet-lite0", "lite0", Device{}).value();
        QCOMPARE(encoder->prepare(Picture{}).error().code, ErrorCode::invalidInput);
        QCOMPARE(encoder->prepare(Picture{2, 2, {1, 2, 3}}).error().code, ErrorCode::invalidInput);
        QCOMPARE(encoder->prepare(std::string("a dog")).error().code, ErrorCode::invalidInput);
        QVERIFY(
            encoder->encode(std::vector<EncoderInput>{encoder->prepare(Picture{1, 1, {1, 2, 3}}).value()}).has_value());
    }

    void aVeryLongAndNarrowPictureIsCheap() {
        const auto encoder = loadEncoder(kModels / "efficientnet-lite0", "lite0", Device{}).value();
        Picture line{60'000, 1, std::vector<uint8_t>(180'000, 128)};
        QCOMPARE(std::get<std::vector<uint8_t>>(encoder->prepare(line).value()),
                 std::vector<uint8_t>(224 * 224 * 3, 128));
    }

    void emptyWrongAndBrokenSoundsAreRefused_data() {
        QTest::addColumn<QString>("model");
        QTest::newRow("aisfx") << "aisfx";
        QTest::newRow("whisper") << "whisper-tiny-en";
    }
    void emptyWrongAndBrokenSoundsAreRefused() {
        QFETCH(const QString, model);
        const auto encoder = loadEncoder(kModels / model.toStdString(), "sound", Device{}).value();
        const int rate = encoder->info().sampleRate;
        QCOMPARE(encoder->prepare(Sound{rate, {}}).error().code, ErrorCode::invalidInput);
        QCOMPARE(encoder->prepare(Sound{8000, {0.5F}}).error().code, ErrorCode::invalidInput);
        QCOMPARE(encoder->prepare(Sound{rate, {0, std::nanf("")}}).error().code, ErrorCode::invalidInput);
        QCOMPARE(encoder->prepare(Picture{1, 1, {1, 2, 3}}).error().code, ErrorCode::invalidInput);
        // One sample, silence, and samples far beyond full scale are sounds.
        const float huge = std::numeric_limits<float>::max();
        for (const auto& samples :
             {std::vector<float>{0.5F}, std::vector<float>(5000, 0.0F), std::vector<float>{huge, -huge, 1}}) {
            const std::vector<EncoderInput> inputs{encoder->prepare(Sound{rate, samples}).value()};
            QVERIFY(allFinite(encoder->encode(inputs).value().values()));
        }
    }

    void aSoundLongerThanWhisperWasTrainedOnIsRefused() {
        const auto encoder = loadEncoder(kModels / "whisper-tiny-en", "whisper", Device{}).value();
        QVERIFY(encoder->prepare(Sound{16000, std::vector<float>(480'000)}).has_value());
        QVERIFY(contains(encoder->prepare(Sound{16000, std::vector<float>(480'001)}).error(), "at most 30 s"));
    }

    void anyTextHasALatent() {
        const auto encoder = loadEncoder(kModels / "minilm-l6", "minilm", Device{}).value();
        std::vector<EncoderInput> inputs;
        for (const auto& text :
             {std::string(), std::string(1 << 20, 'x'), std::string("\xff\xfe\x00 a", 5), std::string(1 << 20, '.')})
            inputs.push_back(encoder->prepare(text).value());
        for (const auto& input : inputs)
            QCOMPARE_LE(std::get<std::vector<int32_t>>(input).size(), size_t{256});
        const Matrix latents = encoder->encode(inputs).value();
        QCOMPARE(latents.rows(), inputs.size());
        QVERIFY(allFinite(latents.values()));
    }
};

QTEST_GUILESS_MAIN(TestEncoderErrors)
#include "test_encoder_errors.moc"
