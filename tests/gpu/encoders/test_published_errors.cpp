// Folders of published models that are damaged, incomplete, or ask for what cannot be.

#include "support/encoder_inputs.h"
#include "support/model_copy.h"

using namespace fusefind;

namespace {

std::filesystem::path familyFolder(const QString& family) {
    return std::filesystem::path(FUSEFIND_GOLDEN_DIR) / "published" / family.toStdString();
}

bool isFirst(const NamedTensor& tensor) {
    return tensor.name < "encoder.layer.1";
}

// A ViT in two files, with an index.
class ShardedCopy : public ModelCopy {
public:
    ShardedCopy() : ModelCopy(familyFolder("vit")) {
        nlohmann::json map;
        writeWeights("model-00001-of-00002.safetensors", [&](const NamedTensor& tensor) {
            map[tensor.name] =
                isFirst(tensor) ? "model-00001-of-00002.safetensors" : "model-00002-of-00002.safetensors";
            return isFirst(tensor);
        });
        writeWeights("model-00002-of-00002.safetensors", [](const NamedTensor& tensor) { return !isFirst(tensor); });
        std::filesystem::remove(*this / "model.safetensors");
        const nlohmann::json index{{"weight_map", map}};
        if (!writeFileAtomically(*this / "model.safetensors.index.json", index.dump()))
            qFatal("cannot write the index");
    }
};

} // namespace

class TestPublishedErrors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBillionLayersAreRefusedBeforeMemoryIsTaken_data() {
        QTest::addColumn<QString>("family");
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("modality");
        const auto row = [](const char* family, const char* key, Modality modality = Modality::image) {
            QTest::addRow("%s %s", family, key) << family << key << static_cast<int>(modality);
        };
        for (const char* key :
             {"num_hidden_layers", "hidden_size", "num_attention_heads", "image_size", "patch_size"}) {
            row("vit", key);
            row("dinov2", key);
            row("siglip", (std::string("vision_config/") + key).c_str());
        }
        row("vit", "intermediate_size");
        row("dinov2_registers", "num_register_tokens");
        row("clip", "vision_config/num_hidden_layers");
        row("clip", "text_config/num_hidden_layers", Modality::text);
        row("clip", "text_config/max_position_embeddings", Modality::text);
        row("clip", "projection_dim");
        row("siglip", "text_config/vocab_size", Modality::text);
        row("clap", "audio_config/spec_size", Modality::audio);
        row("clap", "audio_config/depths/0", Modality::audio);
        row("ast", "num_hidden_layers", Modality::audio);
        row("whisper", "encoder_layers", Modality::audio);
        row("hubert", "num_feat_extract_layers", Modality::audio);
        row("wav2vec2", "num_conv_pos_embeddings", Modality::audio);
        row("convnext", "num_stages");
        row("convnext", "depths/1");
        row("convnext", "hidden_sizes/0");
        row("xlm_roberta", "num_hidden_layers", Modality::text);
        row("roberta", "vocab_size", Modality::text);
    }
    void aBillionLayersAreRefusedBeforeMemoryIsTaken() {
        QFETCH(const QString, family);
        QFETCH(const QString, key);
        QFETCH(const int, modality);
        const ModelCopy copy(familyFolder(family));
        copy.setConfig(key.toStdString(), 1'000'000'000);
        const Error error = copy.loadError(static_cast<Modality>(modality));
        QVERIFY2(error.code == ErrorCode::limit, error.text().c_str());
        QVERIFY(contains(error, "config.json"));
    }

    void whatIsMissingOrUnknownIsListed_data() {
        QTest::addColumn<QString>("family");
        QTest::addColumn<QString>("tensor");
        QTest::newRow("vit") << "vit"
                             << "encoder.layer.2.attention.attention.key.bias";
        QTest::newRow("dinov2") << "dinov2"
                                << "encoder.layer.1.layer_scale1.lambda1";
        QTest::newRow("registers") << "dinov2_registers"
                                   << "embeddings.register_tokens";
        QTest::newRow("giant") << "dinov2_giant"
                               << "encoder.layer.0.mlp.weights_in.weight";
        QTest::newRow("clip") << "clip"
                              << "visual_projection.weight";
        QTest::newRow("siglip") << "siglip"
                                << "vision_model.head.attention.in_proj_bias";
        QTest::newRow("clap") << "clap"
                              << "text_projection.linear2.bias";
        QTest::newRow("ast") << "ast"
                             << "embeddings.distillation_token";
        QTest::newRow("whisper") << "whisper"
                                 << "encoder.layers.1.self_attn.v_proj.bias";
        QTest::newRow("hubert") << "hubert"
                                << "encoder.pos_conv_embed.conv.parametrizations.weight.original0";
        QTest::newRow("convnext") << "convnext"
                                  << "encoder.stages.1.layers.1.layer_scale_parameter";
        QTest::newRow("xlm_roberta") << "xlm_roberta"
                                     << "embeddings.token_type_embeddings.weight";
    }
    void whatIsMissingOrUnknownIsListed() {
        QFETCH(const QString, family);
        QFETCH(const QString, tensor);
        const ModelCopy copy(familyFolder(family));
        copy.changeWeights([&](const NamedTensor& one) { return one.name != tensor.toStdString(); });
        QVERIFY2(contains(copy.loadError(), tensor.toStdString() + " is missing"), copy.loadError().text().c_str());
        copy.changeWeights([&](NamedTensor& one) {
            if (one.name == tensor.toStdString()) one.shape.insert(one.shape.begin(), 1);
            return true;
        });
        QVERIFY2(contains(copy.loadError(), tensor.toStdString() + " is [1, "), copy.loadError().text().c_str());
    }

    void layersThatTheConfigurationDoesNotKnowAreListed() {
        const ModelCopy copy(familyFolder("vit"));
        copy.setConfig("num_hidden_layers", 2);
        const Error error = copy.loadError();
        QVERIFY2(contains(error, "encoder.layer.2.attention.attention.key.bias is unknown"), error.text().c_str());
        QVERIFY(contains(error, "; and 8 more"));
    }

    void preprocessingThatIsNotUnderstoodIsRefused_data() {
        QTest::addColumn<QString>("family");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("what");
        const auto row = [](const char* family, const char* key, const char* value, const char* what) {
            QTest::addRow("%s %s %s", family, key, value) << family << key << QByteArray(value) << what;
        };
        row("vit", "image_processor_type", R"("Mask2FormerImageProcessor")",
            "(known: Bit, CLIP, ConvNext, Siglip, ViT)");
        row("vit", "resample", "1", "Pillow's filter 1");
        row("vit", "do_resize", "false", "do_resize");
        row("vit", "size", R"({"height":32,"width":32})", "takes pictures of 32 x 48 pixels");
        row("vit", "size", R"({"height":99999,"width":32})", "\"height\" is not a whole number");
        row("vit", "size", R"("large")", "\"size\" is not a whole number");
        row("vit", "image_std", "[0.5, 0, 0.5]", "\"image_std\" is not 3 numbers");
        row("vit", "image_mean", "[0.5]", "\"image_mean\" is not 3 numbers");
        row("dinov2", "crop_size", "64", "does not cut a centre");
        row("dinov2", "do_center_crop", "false", "does not cut a centre");
        row("dinov2", "crop_size", "4", "patches are larger");
        row("convnext", "crop_pct", "0", "\"crop_pct\" is not a number");
    }
    void preprocessingThatIsNotUnderstoodIsRefused() {
        QFETCH(const QString, family);
        QFETCH(const QString, key);
        QFETCH(const QByteArray, value);
        QFETCH(const QString, what);
        const ModelCopy copy(familyFolder(family));
        copy.setJson("preprocessor_config.json", "/" + key.toStdString(), nlohmann::json::parse(value.toStdString()));
        const Error error = copy.loadError();
        QVERIFY2(contains(error, what.toStdString()), error.text().c_str());
    }

    void aMissingFileIsNamed() {
        const ModelCopy picture(familyFolder("vit"));
        std::filesystem::remove(picture / "preprocessor_config.json");
        QCOMPARE(picture.loadError().code, ErrorCode::notFound);
        QVERIFY(contains(picture.loadError(), "preprocessor_config.json"));
        const ModelCopy text(familyFolder("xlm_roberta"));
        std::filesystem::remove(text / "tokenizer.json");
        QCOMPARE(text.loadError().code, ErrorCode::notFound);
    }

    void modulesAndTokenizersThatAreNotUnderstoodAreRefused() {
        const ModelCopy modules(familyFolder("xlm_roberta"));
        modules.setJson("modules.json", "/2/type", "sentence_transformers.models.Dense");
        QVERIFY2(contains(modules.loadError(), "its module \"Dense\" is unknown"), modules.loadError().text().c_str());
        const ModelCopy tokens(familyFolder("xlm_roberta"));
        tokens.setJson("tokenizer.json", "/model/type", "WordLevel");
        QVERIFY2(contains(tokens.loadError(), "its model is of kind \"WordLevel\""), tokens.loadError().text().c_str());
        const ModelCopy words(familyFolder("clip"));
        words.setJson("config.json", "/text_config/vocab_size", 100);
        QVERIFY2(contains(words.loadError(Modality::text), "the tokenizer knows"),
                 words.loadError(Modality::text).text().c_str());
    }

    void weightsMayBeSpreadOverFiles() {
        const ModelCopy whole(familyFolder("vit"));
        const ShardedCopy spread;
        const auto latent = [](const ModelCopy& copy) {
            const auto encoder = loadEncoder(copy.path(), "tiny", Device{}).value();
            return encoder->encode(std::vector{encoder->prepare(formulaPicture(90, 60)).value()}).value();
        };
        QCOMPARE(largestDifference(latent(spread), latent(whole)), 0.0);
    }

    void anIndexThatLiesIsRefused() {
        const auto file = "model.safetensors.index.json";
        const ShardedCopy missing;
        std::filesystem::remove(missing / "model-00002-of-00002.safetensors");
        QCOMPARE(missing.loadError().code, ErrorCode::notFound);
        QVERIFY(contains(missing.loadError(), "model-00002-of-00002.safetensors"));
        const ShardedCopy elsewhere;
        elsewhere.setJson(file, "/weight_map/layernorm.bias", "model-00001-of-00002.safetensors");
        QVERIFY2(contains(elsewhere.loadError(), "does not say that \"layernorm.bias\" is in model-00002"),
                 elsewhere.loadError().text().c_str());
        const ShardedCopy more;
        more.setJson(file, "/weight_map/no.such", "model-00001-of-00002.safetensors");
        QVERIFY2(contains(more.loadError(), "\"no.such\" is not in model-00001-of-00002.safetensors"),
                 more.loadError().text().c_str());
        const ShardedCopy outside;
        outside.setJson(file, "/weight_map/layernorm.bias", "../model.safetensors");
        QVERIFY2(contains(outside.loadError(), "names no file for \"layernorm.bias\""),
                 outside.loadError().text().c_str());
        const ShardedCopy empty;
        empty.setJson(file, "/weight_map", nlohmann::json::object());
        QVERIFY(contains(empty.loadError(), "lists no tensors"));
    }

    void aPickleNamedSafetensorsIsRefused() {
        const ModelCopy copy(familyFolder("vit"));
        QVERIFY(writeFileAtomically(copy / "model.safetensors", "PK\x03\x04 archive/data.pkl, and the rest of it"));
        QCOMPARE(copy.loadError().code, ErrorCode::unsupported);
        QVERIFY(contains(copy.loadError(), "model.safetensors"));
    }
};

QTEST_GUILESS_MAIN(TestPublishedErrors)
#include "test_published_errors.moc"
