#include "core/base/hash.h"
#include "core/eval/split.h"

#include <QtTest/QTest>
#include <algorithm>
#include <numeric>
#include <set>

using namespace fusefind;

namespace {

constexpr auto kImage = static_cast<size_t>(Modality::image);
constexpr auto kText = static_cast<size_t>(Modality::text);
constexpr auto kAudio = static_cast<size_t>(Modality::audio);

using Rows = std::array<SplitRows, kModalities.size()>;

// `items` pictures with five captions each.
PairKind captions(int64_t items, Rows& rows) {
    PairKind kind{Modality::image, Modality::text, {}};
    for (int64_t i = 0; i < items * 5; ++i)
        kind.pairs.push_back({i / 5, i});
    rows[kImage].count = items;
    rows[kText].count = items * 5;
    return kind;
}

std::set<int64_t> firsts(const std::vector<RowPair>& pairs) {
    std::set<int64_t> rows;
    for (const RowPair& pair : pairs)
        rows.insert(pair.a);
    return rows;
}

bool disjoint(const std::set<int64_t>& a, const std::set<int64_t>& b) {
    return std::none_of(a.begin(), a.end(), [&](int64_t row) { return b.contains(row); });
}

// As a file's, without the file.
std::string hashOf(int64_t number) {
    return toHex(hashBytes(std::as_bytes(std::span(&number, 1))));
}

} // namespace

class TestSplit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allCaptionsOfOnePictureFallOnOneSide() {
        Rows rows;
        const std::vector kinds{captions(200, rows)};
        const PairSplit split = splitByItem(rows, kinds).value().front();
        QCOMPARE(split.val.size(), size_t{100}); // 20 pictures
        QCOMPARE(split.train.size(), size_t{900});
        QVERIFY(disjoint(firsts(split.train), firsts(split.val)));
    }

    void theSameContentsAreHeldBackInWhateverOrderTheyCome() {
        Rows rows;
        const std::vector kinds{captions(200, rows)};
        std::vector<int64_t> order(200);
        std::iota(order.begin(), order.end(), 0);
        std::set<std::string> first;
        for (uint64_t seed = 1; seed < 4; ++seed) {
            shuffle(order, seed);
            rows[kImage].content.clear();
            for (const int64_t place : order)
                rows[kImage].content.push_back(hashOf(place));
            std::set<std::string> held;
            for (const int64_t row : firsts(splitByItem(rows, kinds).value().front().val))
                held.insert(rows[kImage].content[row]);
            QVERIFY2(held.size() > 10 && held.size() < 30, "about a tenth of 200");
            if (seed == 1) first = held;
            QVERIFY(held == first);
        }
    }

    void whatIsHeldBackStaysSoWhateverElseIsTrainedOn() {
        Rows rows;
        const std::vector kinds{captions(200, rows)};
        for (int64_t i = 0; i < 1000; ++i)
            rows[kImage].content.push_back(hashOf(i));
        const auto more = std::vector{captions(1000, rows)};
        const auto after = firsts(splitByItem(rows, more).value().front().val);
        QVERIFY2(after.size() > 70 && after.size() < 130, "about a tenth");
        rows[kImage].content.resize(200);
        (void)captions(200, rows);
        const auto before = firsts(splitByItem(rows, kinds).value().front().val);
        QVERIFY(before.size() > 10);
        for (int64_t row = 0; row < 200; ++row)
            QCOMPARE(before.contains(row), after.contains(row));
    }

    void aTripleStaysTogetherOverAllPairKinds() {
        Rows rows;
        std::vector<PairKind> kinds{
            captions(100, rows), {Modality::audio, Modality::text, {}}, {Modality::image, Modality::audio, {}}};
        rows[kAudio].count = 40;
        for (int64_t i = 0; i < 40; ++i) {
            kinds[1].pairs.push_back({i, 5 * i + 2});
            kinds[2].pairs.push_back({i, i});
        }
        const auto splits = splitByItem(rows, kinds).value();
        std::set<int64_t> train;
        std::set<int64_t> val;
        for (const PairSplit& split : splits) {
            QVERIFY(!split.val.empty());
            QVERIFY(!split.train.empty());
            train.merge(firsts(split.train)); // sounds have the numbers of their pictures
            val.merge(firsts(split.val));
        }
        QVERIFY(disjoint(train, val));
    }

    void filesOfEqualContentAreOneItem() {
        Rows rows;
        const std::vector kinds{captions(100, rows)};
        for (int64_t i = 0; i < 100; ++i)
            rows[kImage].content.push_back(hashOf(i / 2));
        const PairSplit split = splitByItem(rows, kinds).value().front();
        for (const int64_t row : firsts(split.val))
            QVERIFY(firsts(split.val).contains(row ^ 1));
        QVERIFY(!split.val.empty() && firsts(split.val).size() < 20);
    }

    void anEmptyHashIsNotEqualToAnother() {
        Rows rows;
        const std::vector kinds{captions(100, rows)};
        rows[kImage].content.resize(100);
        QCOMPARE(firsts(splitByItem(rows, kinds).value().front().val).size(), size_t{10});
    }

    void whatIsNearlyTheSameIsHeldBackTogether() {
        Rows rows;
        const std::vector kinds{captions(40, rows)};
        rows[kImage].alike.resize(40);
        for (int64_t i = 0; i < 40; ++i)
            rows[kImage].alike[i] = i / 2 * 2; // every second one resembles the one before
        for (int64_t draw = 1; draw < 20; ++draw) {
            rows[kImage].content.clear();
            for (int64_t i = 0; i < 40; ++i)
                rows[kImage].content.push_back(hashOf(draw * 40 + i));
            const PairSplit split = splitByItem(rows, kinds).value().front();
            QVERIFY(!split.val.empty());
            QCOMPARE(split.val.size() + split.train.size(), size_t{200});
            for (const int64_t row : firsts(split.val))
                QVERIFY(firsts(split.val).contains(row ^ 1));
        }
    }

    void whatResemblesAnItemThatTheDataHoldsOutIsLeftOut() {
        Rows rows;
        const std::vector kinds{captions(30, rows)};
        rows[kImage].given.resize(30, Part::train);
        rows[kImage].given[3] = Part::val;
        rows[kImage].given[4] = Part::test;
        rows[kImage].given[5].reset();
        for (int64_t i = 0; i < 30; ++i)
            rows[kImage].alike.push_back(i);
        rows[kImage].alike[5] = rows[kImage].alike[6] = 4;
        rows[kImage].alike[8] = 7; // both train
        const PairSplit split = splitByItem(rows, kinds).value().front();
        QCOMPARE(firsts(split.test), std::set<int64_t>{4});
        QCOMPARE(firsts(split.val), std::set<int64_t>{3});
        QCOMPARE(firsts(split.train).size(), size_t{26});
        QVERIFY(!firsts(split.train).contains(5) && !firsts(split.train).contains(6));
    }

    void whatIsGivenToTrainMayBeDrawnForVal() {
        Rows rows;
        const std::vector kinds{captions(30, rows)};
        rows[kImage].given.resize(30, Part::train);
        const PairSplit split = splitByItem(rows, kinds).value().front();
        QCOMPARE(split.val.size() + split.train.size(), size_t{150});
        QCOMPARE(split.val.size(), size_t{15});
    }

    void givenPartsAreHonoured() {
        Rows rows;
        const std::vector kinds{captions(30, rows)};
        rows[kImage].given.resize(30, Part::train);
        rows[kImage].given[3] = Part::val;
        rows[kImage].given[4] = Part::test;
        const PairSplit split = splitByItem(rows, kinds).value().front();
        QCOMPARE(firsts(split.val), std::set<int64_t>{3});
        QCOMPARE(firsts(split.test), std::set<int64_t>{4});
        QCOMPARE(split.train.size(), size_t{140});
    }

    void withoutAGivenValOneIsDrawnButNeverFromTest() {
        Rows rows;
        const std::vector kinds{captions(30, rows)};
        rows[kImage].given.resize(30);
        for (size_t i = 10; i < 30; ++i)
            rows[kImage].given[i] = Part::test;
        const PairSplit split = splitByItem(rows, kinds).value().front();
        QCOMPARE(split.test.size(), size_t{100});
        QCOMPARE(firsts(split.val).size(), size_t{1});
        QVERIFY(*firsts(split.val).begin() < 10);
    }

    void atLeastOneItemIsHeldBackAndNeverAll() {
        for (const auto& [items, val] : {std::pair<int64_t, size_t>{1, 0}, {2, 1}, {3, 1}, {11, 1}}) {
            Rows rows;
            const std::vector kinds{captions(items, rows)};
            const PairSplit split = splitByItem(rows, kinds).value().front();
            QCOMPARE(firsts(split.val).size(), val);
            QVERIFY(!split.train.empty());
        }
        Rows rows;
        const std::vector kinds{captions(10, rows)};
        QVERIFY(splitByItem(rows, kinds, {0}).value().front().val.empty());
        QCOMPARE(firsts(splitByItem(rows, kinds, {0.99}).value().front().train).size(), size_t{1});
        QCOMPARE(firsts(splitByItem(rows, kinds, {0.9, 3}).value().front().val).size(), size_t{3});
    }

    void wrongInputIsAnError() {
        Rows rows;
        std::vector kinds{captions(10, rows)};
        QVERIFY(!splitByItem(rows, kinds, {1.0}));
        kinds.front().pairs.push_back({10, 0});
        QCOMPARE(splitByItem(rows, kinds).error().code, ErrorCode::invalidInput);
        const std::vector<PairKind> within{{Modality::image, Modality::image, {{0, 1}}}};
        QVERIFY(!splitByItem(rows, within));
    }
};

QTEST_GUILESS_MAIN(TestSplit)
#include "test_split.moc"
