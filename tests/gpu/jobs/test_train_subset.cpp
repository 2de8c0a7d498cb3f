#include "gpu/jobs/train_subset.h"

#include <nlohmann/json.hpp>

#include <QtTest/QTest>

using namespace fusefind;

namespace {

constexpr auto kImage = static_cast<size_t>(Modality::image);

// Four pictures, the third of which is a copy of the second; three captions each.
TrainingSet fourPictures() {
    TrainingSet set;
    for (const auto& row : {std::vector{1.F, 0.F, 0.F}, {0.F, 1.F, 0.F}, {0.F, 1.F, 0.F}, {0.F, 0.F, 1.F}})
        set.latents[kImage].append(row);
    PairSplit kind{Modality::image, Modality::text, {}, {{0, 90}}, {{1, 91}}};
    for (int64_t i = 0; i < 12; ++i)
        kind.train.push_back({i / 3, i});
    set.kinds = {kind};
    return set;
}

std::vector<int64_t> pictures(const TrainingSet& set) {
    std::vector<int64_t> rows;
    for (const RowPair& pair : set.kinds.front().train)
        rows.push_back(pair.a);
    return rows;
}

} // namespace

class TestTrainSubset : public QObject {
    Q_OBJECT

    JobContext context_{{}, {}};

private Q_SLOTS:
    void diversePairsAreOneOfEachPictureThatSaysSomethingNew() {
        TrainingSet set = fourPictures();
        QVERIFY(keepSubset(set, {Subset::Choice::diverse, 3}, context_));
        QCOMPARE(pictures(set), (std::vector<int64_t>{0, 1, 3}));
    }

    void secondCaptionsComeOnceAllPicturesHaveOne() {
        TrainingSet set = fourPictures();
        QVERIFY(keepSubset(set, {Subset::Choice::diverse, 6}, context_));
        QCOMPARE(pictures(set), (std::vector<int64_t>{0, 0, 1, 1, 2, 3}));
        set = fourPictures();
        QVERIFY(keepSubset(set, {Subset::Choice::diverse, 11}, context_));
        QCOMPARE(pictures(set).size(), size_t{11});
    }

    void uniformPairsAreTheSameEachTime() {
        TrainingSet first = fourPictures();
        TrainingSet second = fourPictures();
        QVERIFY(keepSubset(first, {Subset::Choice::uniform, 5}, context_));
        QVERIFY(keepSubset(second, {Subset::Choice::uniform, 5}, context_));
        QCOMPARE(first.kinds.front().train, second.kinds.front().train);
        QCOMPARE(pictures(first).size(), size_t{5});
    }

    void whatIsHeldOutStaysAndAKindWithFewerKeepsAll() {
        TrainingSet set = fourPictures();
        QVERIFY(keepSubset(set, {Subset::Choice::diverse, 2}, context_));
        QCOMPARE(set.kinds.front().val.size(), size_t{1});
        QCOMPARE(set.kinds.front().test.size(), size_t{1});
        set = fourPictures();
        QVERIFY(keepSubset(set, {Subset::Choice::uniform, 12}, context_));
        QCOMPARE(pictures(set).size(), size_t{12});
    }

    void theChoiceIsReadAndWrittenAsText() {
        QCOMPARE(toString(subsetFromString("kdpp:500").value()), std::string("kdpp:500"));
        QCOMPARE(toString(subsetFromString("uniform:2").value()), std::string("uniform:2"));
        for (const char* wrong : {"", "kdpp", "kdpp:", "kdpp:1", "kdpp:-5", "kdpp:5x", "other:5", "uniform:1e9",
                                  "kdpp:99999999999999999999"})
            QVERIFY2(!subsetFromString(wrong), wrong);
        Recipe recipe = paperRecipe();
        recipe.subset = {Subset::Choice::uniform, 7};
        QCOMPARE(toString(*recipeFromJson(toJson(recipe)).value().subset), std::string("uniform:7"));
    }
};

QTEST_APPLESS_MAIN(TestTrainSubset)
#include "test_train_subset.moc"
