// Networks that come as TorchScript programs: what they compute, and what is said of those that cannot be used.

#include "support/damaged.h"
#include "support/encoder_inputs.h"
#include "support/golden_media.h"
#include "support/model_copy.h"

using namespace fusefind;

namespace {

const std::filesystem::path kScripts = std::filesystem::path(FUSEFIND_GOLDEN_DIR) / "script";

Matrix latentsOf(const std::filesystem::path& folder, Modality modality) {
    const auto loaded = loadEncoder(folder, "tiny", Device{});
    if (!loaded) qFatal("%s", loaded.error().text().c_str());
    Encoder& encoder = **loaded;
    if (encoder.info().modality != modality) qFatal("it is another encoder");
    switch (modality) {
    case Modality::image:
        return encoder.encode(goldenPictures(encoder)).value();
    case Modality::text:
        return encoder.encode(goldenTexts(encoder, folder)).value();
    case Modality::audio:
        break;
    }
    return encoder.encode(goldenSounds(encoder, 2)).value();
}

} // namespace

class TestScriptModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void latentsAreThoseOfPyTorch_data() {
        QTest::addColumn<Modality>("modality");
        for (const Modality modality : kModalities)
            QTest::newRow(std::string(toString(modality)).c_str()) << modality;
    }
    void latentsAreThoseOfPyTorch() {
        QFETCH(const Modality, modality);
        const std::string name(toString(modality));
        const Matrix expected = goldenMatrix("../script/" + name + "/expected.safetensors", name.c_str());
        const Matrix latents = latentsOf(kScripts / name, modality);
        QCOMPARE_GE(smallestCosine(latents, expected), 0.99999);
        QCOMPARE(latentDimsOf(kScripts / name, Device{}).value(),
                 (std::map<Modality, int>{{modality, static_cast<int>(expected.cols())}}));
    }

    void theConfigurationSaysWhatTheEncoderIsLike() {
        const auto sound = loadEncoder(kScripts / "audio", "tiny", Device{}).value();
        QCOMPARE(sound->info().sampleRate, 16'000);
        QCOMPARE(sound->info().segmentSeconds, 5.0);
        QCOMPARE(sound->info().licence, std::string("CC0-1.0"));
        QVERIFY(!sound->prepare(formulaSound(16'000, 5.1, 1)));
        const auto wrong = loadEncoder(kScripts / "audio", "tiny", Device{}, {.modality = Modality::image});
        QCOMPARE(wrong.error().text(), std::string("tiny does not encode image"));
    }

    void whatAProgramMayNotAnswerIsSaid_data() {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* program, const char* words) {
            QTest::newRow(program) << QString::fromLatin1(program) << QString::fromLatin1(words);
        };
        row("throws", "the model's program failed: builtins.RuntimeError: no pictures on a Sunday");
        row("two_inputs", "forward() is missing value for argument 'mask'");
        row("huge", "can't allocate memory");
        row("text", "gives String and not a tensor");
        row("flat", "for 2 inputs, and not a row of numbers for each");
        row("one_row", "[1, 3072] for 2 inputs, and not a row of numbers for each");
        row("complex", "not a row of numbers for each");
        row("sparse", "not a row of numbers for each");
        row("not_finite", "gives latents that are not finite");
        row("nothing", "gives latents of 0 numbers");
        row("no_forward", "cannot be loaded (Method 'forward' is not defined.");
        row("pickle", "this is a Python pickle, not a TorchScript file");
    }
    void whatAProgramMayNotAnswerIsSaid() {
        QFETCH(const QString, program);
        QFETCH(const QString, words);
        const ModelCopy copy(kScripts / "image");
        std::filesystem::copy_file(kScripts / "wrong" / (program.toStdString() + ".pt"), copy / kProgramName,
                                   std::filesystem::copy_options::overwrite_existing);
        const Error error = copy.loadError();
        QVERIFY2(contains(error, words.toStdString()), error.text().c_str());
        QVERIFY2(error.file == copy / kProgramName, error.text().c_str());
        QVERIFY(error.text().find('\n') == std::string::npos);
        QVERIFY(error.code == ErrorCode::invalidInput);
    }

    void configurationsThatCannotBeAreRefused_data() {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* folder, const char* key, const char* value, const char* words) {
            QTest::addRow("%s %s", key, value) << QString::fromLatin1(folder) << QString::fromLatin1(key)
                                               << QString::fromLatin1(value) << QString::fromLatin1(words);
        };
        row("image", "modality", "\"smell\"", "\"smell\" is not a modality");
        row("image", "modality", "null", "\"\" is not a modality");
        row("text", "vocab_size", "7", "tokens, the network 7");
        row("text", "vocab_size", "1000000000", "\"vocab_size\" is not a whole number");
        row("text", "max_tokens", "0", "\"max_tokens\" is not a whole number");
        row("audio", "sampling_rate", "1e9", "\"sampling_rate\"");
        row("audio", "max_seconds", "1e9", "\"max_seconds\"");
        row("audio", "min_seconds", "6", "\"min_seconds\" is not a number from 0 to 5");
    }
    void configurationsThatCannotBeAreRefused() {
        QFETCH(const QString, folder);
        QFETCH(const QString, key);
        QFETCH(const QString, value);
        QFETCH(const QString, words);
        const ModelCopy copy(kScripts / folder.toStdString());
        copy.setConfig(key.toStdString(), nlohmann::json::parse(value.toStdString()));
        QVERIFY2(contains(copy.loadError(), words.toStdString()), copy.loadError().text().c_str());
    }

    void filesThatAreNoProgramAreRefused() {
        const ModelCopy copy(kScripts / "image");
        const std::string whole = readFile(copy / kProgramName).value();
        std::string bomb = whole; // a text that says it is 4 GB large
        const size_t name = bomb.rfind("__torch__");
        const size_t entry = bomb.rfind("PK\x01\x02", name);
        bomb.replace(entry + 24, 4, "\xf0\xff\xff\xff");
        for (const auto& [bytes, words] : {std::pair<std::string, std::string>{"", "cannot be loaded"},
                                           {"\x80\x02}q", "cannot be loaded"},
                                           {"PK\x03\x04 and more", "cannot be loaded"},
                                           {whole.substr(0, whole.size() / 2), "cannot be loaded"},
                                           {whole.substr(0, whole.size() - 1), "cannot be loaded"},
                                           {bomb, "far more than the file holds"}}) {
            QVERIFY(writeFileAtomically(copy / kProgramName, bytes).has_value());
            QVERIFY2(contains(copy.loadError(), words), copy.loadError().text().c_str());
        }
        std::filesystem::remove(copy / kProgramName);
        QVERIFY2(contains(copy.loadError(), "model.pt"), copy.loadError().text().c_str());
    }

    void aDamagedProgramIsASentenceOrStillAProgram() {
        const ModelCopy copy(kScripts / "image");
        const std::string whole = readFile(copy / kProgramName).value();
        std::mt19937 random(1);
        int refused = 0;
        for (int i = 0; i < 300; ++i) {
            QVERIFY(writeFileAtomically(copy / kProgramName, damaged(whole, random)).has_value());
            const auto loaded = loadEncoder(copy.path(), "tiny", Device{});
            if (!loaded) ++refused;
            if (!loaded) QVERIFY(loaded.error().code != ErrorCode::internal);
        }
        QCOMPARE_GT(refused, 50);
    }
};

QTEST_GUILESS_MAIN(TestScriptModels)
#include "test_script_models.moc"
