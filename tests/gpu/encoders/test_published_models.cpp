// Tiny models of random weights in the layout of published ones (tests/golden/published), from the file to the latent,
// against what the `transformers` library makes of the same files.

#include "support/encoder_inputs.h"
#include "support/golden_media.h"

#include <QtTest/QTest>
#include <algorithm>

using namespace fusefind;

namespace {

constexpr double kLeastCosine = 0.99999;

const std::filesystem::path kGolden = FUSEFIND_GOLDEN_DIR;

std::unique_ptr<Encoder> load(const QString& family, Modality modality, const Device& device = {}) {
    auto encoder =
        loadEncoder(kGolden / "published" / family.toStdString(), family.toStdString(), device, {.modality = modality});
    if (encoder) return std::move(*encoder);
    QTest::qFail(encoder.error().text().c_str(), __FILE__, __LINE__);
    return nullptr;
}

Matrix expected(const QString& family, const char* tensor) {
    return goldenMatrix("../published/" + family.toStdString() + "/expected.safetensors", tensor);
}

std::vector<EncoderInput> texts(const Encoder& encoder, const QString& family) {
    return goldenTexts(encoder, kGolden / "published" / family.toStdString());
}

} // namespace

class TestPublishedModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void picturesHaveTheLatentsOfTheLibrary_data() {
        QTest::addColumn<QString>("family");
        for (const char* family :
             {"vit", "dinov2", "dinov2_giant", "dinov2_registers", "clip", "siglip", "convnext", "convnext_large"})
            QTest::newRow(family) << family;
    }
    void picturesHaveTheLatentsOfTheLibrary() {
        QFETCH(const QString, family);
        const auto encoder = load(family, Modality::image);
        QVERIFY(encoder != nullptr);
        const Matrix latents = encoder->encode(goldenPictures(*encoder)).value();
        QCOMPARE(latents.cols(), static_cast<size_t>(encoder->info().dim));
        QCOMPARE_GE(smallestCosine(latents, expected(family, "image")), kLeastCosine);
    }

    void textsHaveTheLatentsOfTheLibrary_data() {
        QTest::addColumn<QString>("family");
        for (const char* family : {"bert_cls", "bert_mean", "clap", "clip", "siglip", "roberta", "xlm_roberta"})
            QTest::newRow(family) << family;
    }
    void textsHaveTheLatentsOfTheLibrary() {
        QFETCH(const QString, family);
        const auto encoder = load(family, Modality::text);
        QVERIFY(encoder != nullptr);
        const Matrix latents = encoder->encode(texts(*encoder, family)).value();
        QCOMPARE_GE(smallestCosine(latents, expected(family, "text")), kLeastCosine);
    }

    void aPromptStandsBeforeEveryText() {
        const auto folder = kGolden / "published" / "roberta"; // which names none
        const auto encode = [&](const EncoderOptions& options, const char* text) {
            const auto encoder = loadEncoder(folder, "roberta", Device{}, options).value();
            const EncoderInput input = encoder->prepare(std::string(text)).value();
            return encoder->encode(std::span(&input, 1)).value();
        };
        const Matrix prompted = encode({.prompt = "query: "}, "a red apple");
        QVERIFY(std::ranges::equal(prompted.values(), encode({}, "query: a red apple").values()));
        QVERIFY(!std::ranges::equal(prompted.values(), encode({}, "a red apple").values()));
    }

    void soundsHaveTheLatentsOfTheLibrary_data() {
        QTest::addColumn<QString>("family");
        for (const char* family : {"ast", "clap", "hubert", "wav2vec2", "whisper"})
            QTest::newRow(family) << family;
    }
    void soundsHaveTheLatentsOfTheLibrary() {
        QFETCH(const QString, family);
        const auto encoder = load(family, Modality::audio);
        QVERIFY(encoder != nullptr);
        // A network that fills sounds up, as Whisper's library does, has a latent for the long one only.
        const Matrix wanted = expected(family, "audio");
        const Matrix latents = encoder->encode(goldenSounds(*encoder, wanted.rows())).value();
        QCOMPARE_GE(smallestCosine(latents, wanted), kLeastCosine);
    }

    void productsInBf16HardlyTurnALatent_data() {
        QTest::addColumn<QString>("family");
        QTest::addColumn<Modality>("modality");
        for (const char* family :
             {"vit", "dinov2", "dinov2_giant", "dinov2_registers", "clip", "siglip", "convnext", "convnext_large"})
            QTest::addRow("pictures of %s", family) << family << Modality::image;
        for (const char* family : {"bert_cls", "bert_mean", "clap", "clip", "siglip", "roberta", "xlm_roberta"})
            QTest::addRow("texts of %s", family) << family << Modality::text;
        for (const char* family : {"ast", "clap", "hubert", "wav2vec2", "whisper"})
            QTest::addRow("sounds of %s", family) << family << Modality::audio;
    }
    void productsInBf16HardlyTurnALatent() {
        QFETCH(const QString, family);
        QFETCH(const Modality, modality);
        const auto exact = load(family, modality);
        const auto fast = load(family, modality, {.products = Precision::bf16});
        QVERIFY(exact != nullptr && fast != nullptr);
        const auto inputs = modality == Modality::image  ? goldenPictures(*exact)
                            : modality == Modality::text ? texts(*exact, family)
                                                         : goldenSounds(*exact, 1);
        const double cosine = smallestCosine(fast->encode(inputs).value(), exact->encode(inputs).value());
        QCOMPARE_GE(cosine, 0.999);
        QCOMPARE_LT(cosine, 1 - 1e-9); // it was bf16 indeed
    }

    void theTowersOfOneModelAreToldApart() {
        const auto folder = kGolden / "published" / "clip";
        QCOMPARE(latentDimsOf(folder, Device{}).value(),
                 (std::map<Modality, int>{{Modality::image, 24}, {Modality::text, 24}}));
        QVERIFY(loadEncoder(folder, "clip", Device{}).value()->info().modality == Modality::image);
        const auto sound = loadEncoder(folder, "clip", Device{}, {.modality = Modality::audio});
        QCOMPARE(sound.error().text(), std::string("clip does not encode audio"));
    }
};

QTEST_GUILESS_MAIN(TestPublishedModels)
#include "test_published_models.moc"
