// The tokenizers that tokenizer.json puts together of parts, against the `tokenizers` package.

#include "core/base/atomic_file.h"
#include "core/base/json_file.h"
#include "core/text/tokenizer.h"
#include "support/temp_dir.h"

#include <QtCore/QFile>
#include <QtTest/QTest>
#include <limits>

using namespace fusefind;

namespace {

constexpr size_t kNoLimit = std::numeric_limits<size_t>::max();

nlohmann::json golden(const QString& name) {
    QFile file(QStringLiteral(FUSEFIND_GOLDEN_DIR "/tokenizers/%1.json.z").arg(name));
    if (!file.open(QIODevice::ReadOnly)) qFatal("the golden file is missing");
    const QByteArray text = qUncompress(file.readAll());
    return nlohmann::json::parse(text.begin(), text.end());
}

Result<std::unique_ptr<Tokenizer>> load(const nlohmann::json& json) {
    const TempDir folder;
    if (!writeFileAtomically(folder / "tokenizer.json", json.dump())) qFatal("cannot write the fixture");
    return loadTokenizer(folder.path());
}

// A small byte-pair encoding, to be spoilt: "a" "b" "ab" and an unknown token.
nlohmann::json smallBpe() {
    return nlohmann::json::parse(R"({
        "added_tokens": [{"id": 4, "content": "<s>", "special": true, "normalized": false}],
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {"type": "WhitespaceSplit"},
        "post_processor": {"type": "RobertaProcessing", "sep": ["</s>", 5], "cls": ["<s>", 4]},
        "model": {"type": "BPE", "unk_token": "?", "vocab": {"?": 0, "a": 1, "b": 2, "ab": 3}, "merges": ["a b"]}})");
}

} // namespace

class TestTokenizers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesOfManyScriptsHaveTheIdsOfTheReference_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"clip", "roberta", "siglip", "xlm_roberta"})
            QTest::newRow(name) << name;
    }
    void linesOfManyScriptsHaveTheIdsOfTheReference() {
        QFETCH(const QString, name);
        const auto expected = golden(name);
        const auto tokenizer = load(expected["tokenizer"]);
        QVERIFY2(tokenizer.has_value(), tokenizer ? "" : tokenizer.error().text().c_str());
        int wrong = 0;
        for (size_t i = 0; i < expected["lines"].size(); ++i) {
            const auto line = expected["lines"][i].get<std::string>();
            const auto wanted = expected["ids"][i].get<std::vector<int32_t>>();
            const auto ids = (*tokenizer)->encode(line, kNoLimit);
            if (ids != wanted && wrong++ < 5)
                qInfo("line %zu: %s", i, nlohmann::json{line, ids, wanted}.dump(-1, ' ', true).c_str());
        }
        QCOMPARE(wrong, 0);
    }

    void aTruncatedTextKeepsItsFirstTokensAndTheLastSpecialOne() {
        const auto tokenizer = load(smallBpe()).value();
        QCOMPARE(tokenizer->encode("AB a ba", kNoLimit), (std::vector<int32_t>{4, 3, 1, 2, 1, 5}));
        QCOMPARE(tokenizer->encode("AB a ba", 5), (std::vector<int32_t>{4, 3, 1, 2, 5}));
        QCOMPARE(tokenizer->encode("AB a ba", 2), (std::vector<int32_t>{4, 5}));
        QCOMPARE(tokenizer->vocabularySize(), 6);
    }

    void anyBytesAndAnyLengthAreText() {
        const auto tokenizer = load(golden("clip")["tokenizer"]).value();
        QCOMPARE(tokenizer->encode("a\xff"
                                   "b",
                                   kNoLimit),
                 tokenizer->encode("a\xef\xbf\xbd"
                                   "b",
                                   kNoLimit));
        QCOMPARE(tokenizer->encode(std::string(1 << 20, 'x'), 77).size(), size_t{77});
        QCOMPARE(tokenizer->encode(std::string("\0\0", 2), kNoLimit).size(), size_t{4});
        const auto unigram = load(golden("xlm_roberta")["tokenizer"]).value();
        QCOMPARE(unigram->encode(std::string(1 << 20, 'a'), 512).size(), size_t{512});
    }

    void spoiltTokenizersAreRefused_data() {
        QTest::addColumn<QByteArray>("patch");
        QTest::addColumn<QByteArray>("what");
        const auto one = [](const char* name, const char* patch, const char* what) {
            QTest::newRow(name) << QByteArray(patch) << QByteArray(what);
        };
        one("model", R"({"model":{"type":"WordLevel"}})",
            "its model is of kind \"WordLevel\"; FuseFind reads WordPiece, BPE");
        one("normalizer", R"({"normalizer":{"type":"Nmt"}})", "its normalizer is of kind \"Nmt\"");
        one("pre-tokenizer", R"({"pre_tokenizer":{"type":"Digits"}})", "its pre-tokenizer is of kind \"Digits\"");
        one("post-processor", R"({"post_processor":{"type":"Other"}})", "its post-processor is of kind \"Other\"");
        one("no end", R"({"post_processor":{"sep":null}})", "no \"sep\"");
        one("no vocabulary", R"({"model":{"vocab":null}})", "no vocabulary");
        one("a huge id", R"({"model":{"vocab":{"a":99999999999}}})", "has no number");
        one("unknown", R"({"model":{"unk_token":"!"}})", "unknown token is not in its vocabulary");
        one("merge", R"({"model":{"merges":["a c"]}})", "lacks a part of the merge a c");
        one("no merge", R"({"model":{"merges":["ab"]}})", "no pair");
        one("pattern", R"({"pre_tokenizer":{"type":"Split","pattern":{"Regex":"*"},"behavior":"Isolated"}})",
            "not understood");
        one("charsmap", R"({"normalizer":{"type":"Precompiled","precompiled_charsmap":"AAAA"}})", "damaged");
        one("unigram", R"({"model":{"type":"Unigram","vocab":[["a",0]],"unk_id":7}})", "unknown token");
        one("scores", R"({"model":{"type":"Unigram","vocab":[["a","b"]],"unk_id":0}})", "no text or score");
    }
    void spoiltTokenizersAreRefused() {
        QFETCH(const QByteArray, patch);
        QFETCH(const QByteArray, what);
        auto json = smallBpe();
        json.merge_patch(nlohmann::json::parse(patch.toStdString()));
        const auto tokenizer = load(json);
        QVERIFY(!tokenizer);
        QVERIFY2(tokenizer.error().text().find(what.toStdString()) != std::string::npos,
                 tokenizer.error().text().c_str());
        QVERIFY(tokenizer.error().text().find("tokenizer.json") != std::string::npos);
    }

    // A trie whose offsets point anywhere.
    void aDamagedTableOfCharactersReadsNothingBeyondItself() {
        for (const char* table : {"BAAAAP////8=", "CAAAAAAEAAD/////YQA=", "BAAAAAD+//8A"}) {
            auto json = smallBpe();
            json["normalizer"] = {{"type", "Precompiled"}, {"precompiled_charsmap", table}};
            if (const auto tokenizer = load(json)) (*tokenizer)->encode("a\xc3\xa9\xf0\x9f\x98\x80", kNoLimit);
        }
    }
};

QTEST_GUILESS_MAIN(TestTokenizers)
#include "test_tokenizers.moc"
