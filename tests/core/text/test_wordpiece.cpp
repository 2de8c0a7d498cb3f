#include "core/base/atomic_file.h"
#include "core/base/json_file.h"
#include "core/text/wordpiece.h"
#include "support/temp_dir.h"

#include <QtCore/QFile>
#include <QtTest/QTest>
#include <ctime>
#include <limits>
#include <thread>

using namespace fusefind;

namespace {

constexpr size_t kNoLimit = std::numeric_limits<size_t>::max();

std::filesystem::path modelFolder() {
    return std::filesystem::path(FUSEFIND_MODELS_DIR) / "minilm-l6";
}

const WordPieceTokenizer& miniLm() {
    static const WordPieceTokenizer tokenizer = WordPieceTokenizer::load(modelFolder()).value();
    return tokenizer;
}

nlohmann::json goldenLines() {
    QFile file(QStringLiteral(FUSEFIND_GOLDEN_DIR "/wordpiece.json.z"));
    if (!file.open(QIODevice::ReadOnly)) qFatal("the golden file is missing");
    const QByteArray text = qUncompress(file.readAll());
    return nlohmann::json::parse(text.begin(), text.end());
}

// How many golden lines differ; the first one is shown.
int differences(const WordPieceTokenizer& tokenizer) {
    const auto golden = goldenLines();
    int wrong = 0;
    for (size_t i = 0; i < golden["lines"].size(); ++i) {
        const auto line = golden["lines"][i].get<std::string>();
        const auto expected = golden["ids"][i].get<std::vector<int32_t>>();
        const auto ids = tokenizer.encode(line, kNoLimit);
        if (ids != expected && wrong++ == 0)
            qWarning("line %zu: %s", i, nlohmann::json{line, ids, expected}.dump(-1, ' ', true).c_str());
    }
    return wrong;
}

// A small tokenizer.json, to be spoilt.
nlohmann::json smallTokenizer() {
    return nlohmann::json::parse(R"({
        "added_tokens": [{"id": 1, "content": "[CLS]", "special": true, "normalized": false}],
        "normalizer": {"type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true,
                       "strip_accents": null, "lowercase": true},
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": {"type": "TemplateProcessing",
                           "single": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}},
                                      {"SpecialToken": {"id": "[SEP]", "type_id": 0}}],
                           "special_tokens": {"[CLS]": {"ids": [1]}, "[SEP]": {"ids": [2]}}},
        "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##", "max_input_chars_per_word": 5,
                  "vocab": {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "a": 3, "##b": 4, "É": 5, "é": 6, "e": 7, "ab": 8}}})");
}

Result<WordPieceTokenizer> loadJson(const nlohmann::json& json) {
    const TempDir folder;
    if (!writeFileAtomically(folder / "tokenizer.json", json.dump())) qFatal("cannot write the fixture");
    return WordPieceTokenizer::load(folder.path());
}

// Of this thread, so that a busy machine does not count.
double processorSeconds() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

std::string repeated(std::string_view part, size_t bytes) {
    std::string text;
    while (text.size() < bytes)
        text += part;
    return text;
}

} // namespace

class TestWordpiece : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tenThousandLinesOfManyScriptsHaveTheIdsOfTheReference() {
        QCOMPARE(goldenLines()["lines"].size(), size_t{10'000});
        QCOMPARE(differences(miniLm()), 0);
    }

    void theVocabularyFileGivesTheSameIds() {
        const TempDir folder;
        for (const char* name : {"vocab.txt", "tokenizer_config.json"})
            std::filesystem::copy(modelFolder() / name, folder / name);
        const auto tokenizer = WordPieceTokenizer::load(folder.path());
        QVERIFY(tokenizer.has_value());
        QCOMPARE(tokenizer->vocabularySize(), miniLm().vocabularySize());
        QCOMPARE(differences(*tokenizer), 0);
    }

    void aTruncatedTextKeepsItsFirstTokensAndTheLastSpecialOne() {
        const std::string text = "A red apple [SEP] unaffable 苹果 lies on the table.";
        const auto whole = miniLm().encode(text, kNoLimit);
        for (size_t limit = 2; limit < whole.size() + 3; ++limit) {
            auto expected = whole;
            if (limit < whole.size()) {
                expected.resize(limit - 1);
                expected.push_back(whole.back());
            }
            QCOMPARE(miniLm().encode(text, limit), expected);
        }
    }

    void bytesThatAreNotUtf8AreLeftOutLikeTheReplacementCharacter() {
        const auto expected = miniLm().encode("apple", kNoLimit);
        QCOMPARE(miniLm().encode("ap\xffp\xc3le", kNoLimit), expected);
        QCOMPARE(miniLm().encode("ap\xed\xa0\x80p\xf8le", kNoLimit),
                 expected);                                             // a surrogate, a lead byte that cannot be
        QCOMPARE(miniLm().encode("apple\xe4\xb8", kNoLimit), expected); // cut inside an ideograph
        QCOMPARE(miniLm().encode("apple\xf4\x90\x80\x80", kNoLimit), expected); // beyond the last character
    }

    void everyBytePairIsTokenisedWithoutHarm() {
        for (int first = 0; first < 256; ++first)
            for (int second = 0; second < 256; ++second) {
                const std::string text{'a', static_cast<char>(first), static_cast<char>(second)};
                const auto ids = miniLm().encode(text, 16);
                QVERIFY(ids.size() >= 2 && ids.front() == 101 && ids.back() == 102);
            }
    }

    void aCaptionOfAMegabyteTakesNoTime_data() {
        QTest::addColumn<QByteArray>("part");
        const std::pair<const char*, const char*> parts[] = {
            {"words", "a red apple "}, {"blanks", " "},
            {"one word", "x"},         {"unknown words", "\u2603\u2603\u2603\u2603\u2603qz "},
            {"ideographs", "苹"},      {"marks out of order", "\u0301\u0323"},
            {"removed", "\u200b"},     {"bad bytes", "\xff"},
            {"nearly special", "[SE"}, {"special", "[SEP]"},
            {"hangul", "뷁"}};
        for (const auto& [name, part] : parts)
            QTest::newRow(name) << QByteArray(part);
    }

    void aCaptionOfAMegabyteTakesNoTime() {
        QFETCH(QByteArray, part);
        const std::string text = repeated(part.toStdString(), 1'000'000);
        const double before = processorSeconds();
        const auto ids = miniLm().encode(text, 256);
        const double seconds = processorSeconds() - before;
        QVERIFY2(seconds < 1, qPrintable(QString::number(seconds)));
        QVERIFY(ids.size() <= 256);
    }

    void manyThreadsShareOneTokenizer() {
        const std::string text = "Ein großes Flugzeug fliegt über [MASK] Ξεσκεπάζω 汉字.";
        const auto expected = miniLm().encode(text, kNoLimit);
        std::atomic<int> wrong = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 4; ++i)
                threads.emplace_back([&] {
                    for (int round = 0; round < 200; ++round)
                        if (miniLm().encode(text, kNoLimit) != expected) ++wrong;
                });
        }
        QCOMPARE(wrong.load(), 0);
    }

    void theNormalizerDoesWhatTheFileSays() {
        auto json = smallTokenizer();
        QCOMPARE(loadJson(json)->encode("É", kNoLimit), (std::vector<int32_t>{1, 7, 2}));
        json["normalizer"]["strip_accents"] = false;
        QCOMPARE(loadJson(json)->encode("É", kNoLimit), (std::vector<int32_t>{1, 6, 2}));
        json["normalizer"]["lowercase"] = false;
        QCOMPARE(loadJson(json)->encode("É a\u200bb", kNoLimit), (std::vector<int32_t>{1, 5, 8, 2}));
        json["normalizer"] = nullptr;
        QCOMPARE(loadJson(json)->encode("É ab a\u200bb", kNoLimit), (std::vector<int32_t>{1, 5, 8, 0, 2}));
    }

    void longWordsAreUnknownAndSpecialTokensAreFoundInText() {
        const auto tokenizer = loadJson(smallTokenizer());
        QCOMPARE(tokenizer->encode("abbbb abbbbb", kNoLimit), (std::vector<int32_t>{1, 8, 4, 4, 4, 0, 2}));
        QCOMPARE(tokenizer->encode("a[CLS]b [SEP]", kNoLimit), (std::vector<int32_t>{1, 3, 1, 0, 0, 0, 0, 2}));
    }

    void tokenizersOfAnotherKindAreRefusedByName_data() {
        QTest::addColumn<QByteArray>("patch");
        QTest::addColumn<QByteArray>("what");
        const auto one = [](const char* name, const char* patch, const char* what) {
            QTest::newRow(name) << QByteArray(patch) << QByteArray(what);
        };
        one("unigram", R"({"model":{"type":"Unigram"}})", "its model is of kind \"Unigram\"");
        one("bpe", R"({"model":{"type":"BPE"}})", "its model is of kind \"BPE\"");
        one("normalizer", R"({"normalizer":{"type":"NFKC"}})", "its normalizer is of kind \"NFKC\"");
        one("pre-tokenizer", R"({"pre_tokenizer":{"type":"Metaspace"}})", "its pre-tokenizer is of kind \"Metaspace\"");
        one("no pre-tokenizer", R"({"pre_tokenizer":null})", "does not split words");
        one("post-processor", R"({"post_processor":{"type":"ByteFallback"}})", "its post-processor is of kind");
        one("special in normalised text", R"({"added_tokens":[{"id":9,"content":"x","normalized":true}]})",
            "its special token \"x\"");
    }

    void tokenizersOfAnotherKindAreRefusedByName() {
        QFETCH(QByteArray, patch);
        QFETCH(QByteArray, what);
        auto json = smallTokenizer();
        json.merge_patch(nlohmann::json::parse(patch.toStdString()));
        if (patch.contains("\"pre_tokenizer\":null")) json["pre_tokenizer"] = nullptr;
        const auto tokenizer = loadJson(json);
        QVERIFY(!tokenizer);
        QCOMPARE(tokenizer.error().code, ErrorCode::unsupported);
        QVERIFY2(tokenizer.error().what.find(what.toStdString()) != std::string::npos,
                 tokenizer.error().text().c_str());
    }

    void aDamagedTokenizerIsAnErrorThatNamesTheFile_data() {
        QTest::addColumn<QByteArray>("patch");
        for (const char* patch :
             {R"({"model":null})", R"({"model":{"vocab":null}})", R"({"model":{"vocab":[1]}})",
              R"({"model":{"vocab":{"a":-1}}})", R"({"model":{"vocab":{"a":"x"}}})",
              R"({"model":{"vocab":{"a":4294967296}}})", R"({"model":{"vocab":{"a":2147483647}}})",
              R"({"model":{"unk_token":"?"}})", R"({"model":{"max_input_chars_per_word":0}})",
              R"({"added_tokens":[{"id":1}]})", R"({"added_tokens":[{"id":1,"content":""}]})",
              R"({"added_tokens":[{"id":-1,"content":"x"}]})", R"({"added_tokens":7})",
              R"({"post_processor":{"single":[]}})", R"({"post_processor":{"special_tokens":{"[CLS]":null}}})",
              R"({"post_processor":{"special_tokens":{"[CLS]":{"ids":["x"]}}}})"})
            QTest::newRow(patch) << QByteArray(patch);
    }

    void aDamagedTokenizerIsAnErrorThatNamesTheFile() {
        QFETCH(QByteArray, patch);
        auto json = smallTokenizer();
        json.merge_patch(nlohmann::json::parse(patch.toStdString()));
        const auto tokenizer = loadJson(json);
        QVERIFY(!tokenizer);
        QCOMPARE(tokenizer.error().code, ErrorCode::invalidInput);
        QCOMPARE(tokenizer.error().file.filename(), std::filesystem::path("tokenizer.json"));
    }

    void aFolderWithoutATokenizerOrWithNonsenseIsAnError() {
        const TempDir folder;
        QCOMPARE(WordPieceTokenizer::load(folder.path()).error().code, ErrorCode::notFound);
        for (const std::string& nonsense :
             {std::string("{\"model\":"), std::string("[]"), std::string(), std::string("\xff"),
              repeated("[", 1'000'000), repeated("{\"a\":", 1'000'000)}) {
            QVERIFY(writeFileAtomically(folder / "tokenizer.json", nonsense).has_value());
            QCOMPARE(WordPieceTokenizer::load(folder.path()).error().code, ErrorCode::invalidInput);
        }
        std::filesystem::remove(folder / "tokenizer.json");
        QVERIFY(writeFileAtomically(folder / "vocab.txt", "a\r\nb\n").has_value());
        QCOMPARE(WordPieceTokenizer::load(folder.path()).error().code, ErrorCode::invalidInput);
    }
};

QTEST_GUILESS_MAIN(TestWordpiece)
#include "test_wordpiece.moc"
