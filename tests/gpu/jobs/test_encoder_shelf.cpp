#include "gpu/jobs/encoder_shelf.h"
#include "support/temp_dir.h"

#include <QtTest/QTest>

using namespace fusefind;

// With real encoders: of texts (91 MB of weights) and of pictures (19 MB).
class TestEncoderShelf : public QObject {
    Q_OBJECT

    TempDir folder_;
    std::unique_ptr<ModelStore> models_;

    [[nodiscard]] Result<std::shared_ptr<Encoder>> text(EncoderShelf& shelf) const {
        return shelf.take(*models_, "minilm-l6", Modality::text);
    }
    [[nodiscard]] Result<std::shared_ptr<Encoder>> image(EncoderShelf& shelf) const {
        return shelf.take(*models_, "efficientnet-lite0", Modality::image);
    }

private Q_SLOTS:
    void initTestCase() {
        models_ = std::make_unique<ModelStore>(folder_ / "models");
        for (const char* id : {"minilm-l6", "efficientnet-lite0"}) {
            const ModelDims dims = [&](const std::filesystem::path& copied) -> Result<std::map<Modality, int>> {
                FUSEFIND_TRY_ASSIGN(const auto encoder, loadEncoder(copied, id, Device()));
                return std::map<Modality, int>{{encoder->info().modality, encoder->info().dim}};
            };
            QVERIFY(models_->add(std::filesystem::path(FUSEFIND_MODELS_DIR) / id, {}, dims).has_value());
        }
    }

    void anEncoderIsLoadedOnce() {
        EncoderShelf shelf{Device()};
        QVERIFY(text(shelf).value() == text(shelf).value());
    }

    void withinTheLimitAllStay() {
        EncoderShelf shelf{Device()};
        shelf.setLimit(120'000'000);
        const std::weak_ptr<Encoder> first = text(shelf).value();
        QVERIFY(image(shelf).has_value());
        QVERIFY(!first.expired());
    }

    void beyondItTheOneUsedLongestAgoGoes() {
        EncoderShelf shelf{Device()};
        shelf.setLimit(100'000'000);
        const std::weak_ptr<Encoder> first = text(shelf).value();
        const std::weak_ptr<Encoder> second = image(shelf).value();
        QVERIFY(first.expired());
        QVERIFY(!second.expired());
        QVERIFY(text(shelf).has_value()); // loaded again
        QVERIFY(second.expired());
    }

    void whoWorksWithAnEncoderKeepsIt() {
        EncoderShelf shelf{Device()};
        shelf.setLimit(100'000'000);
        const std::shared_ptr<Encoder> kept = text(shelf).value();
        QVERIFY(image(shelf).has_value());
        const EncoderInput input = kept->prepare(std::string("a dog")).value();
        QCOMPARE(kept->encode(std::span(&input, 1)).value().rows(), size_t{1});
    }

    void whatNobodyUsedForAWhileGoes() {
        EncoderShelf shelf{Device()};
        const std::weak_ptr<Encoder> unused = text(shelf).value();
        const auto between = EncoderShelf::Clock::now();
        const std::weak_ptr<Encoder> used = image(shelf).value();
        QVERIFY(!shelf.dropUnused(std::chrono::hours(1)));
        QVERIFY(shelf.dropUnused(EncoderShelf::Clock::now() - between));
        QVERIFY(unused.expired());
        QVERIFY(!used.expired());
        QVERIFY(text(shelf).has_value()); // loaded again
    }

    void oneThatNeverFitsIsRefusedWithBothNumbers() {
        EncoderShelf shelf{Device()};
        shelf.setLimit(50'000'000);
        const auto refused = text(shelf);
        QCOMPARE(refused.error().code, ErrorCode::limit);
        QCOMPARE(refused.error().what, std::string("minilm-l6 needs 91 MB of memory and the limit is 50 MB"));
        QVERIFY(image(shelf).has_value());
    }
};

QTEST_GUILESS_MAIN(TestEncoderShelf)
#include "test_encoder_shelf.moc"
