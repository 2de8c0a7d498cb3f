#include "gpu/device/device.h"
#include "gpu/device/torch_call.h"

#include <ATen/ATen.h>

#include <QtTest/QTest>

using namespace fusefind;

class TestDevice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void devicesHaveNames() {
        QCOMPARE(Device{}.name(), std::string("cpu"));
        QCOMPARE((Device{Device::Kind::cuda, 2}.name()), std::string("cuda:2"));
        QCOMPARE((Device{Device::Kind::meta, 0}.name()), std::string("meta"));
    }

    void theCpuCanAlwaysBeChosen() { QCOMPARE(chooseDevice("cpu").value().kind, Device::Kind::cpu); }

    void autoIsTheGpuWhereThereIsOne() {
        const auto chosen = chooseDevice("auto");
        QVERIFY(chosen.has_value());
        QCOMPARE(chosen->kind == Device::Kind::cuda, chooseDevice("cuda").has_value());
    }

    void aWishThatIsNoDeviceIsRefusedWithTheChoices_data() {
        QTest::addColumn<QByteArray>("wish");
        for (const char* wish :
             {"", "gpu", "CUDA", "cuda:", "cuda:x", "cuda:-1", "cuda:1x", "cuda: 1", "cuda:99999999999", "cpu:0"})
            QTest::newRow(wish) << QByteArray(wish);
    }
    void aWishThatIsNoDeviceIsRefusedWithTheChoices() {
        QFETCH(const QByteArray, wish);
        const auto chosen = chooseDevice(wish.toStdString());
        QVERIFY(!chosen);
        QCOMPARE(chosen.error().code, ErrorCode::invalidInput);
        QVERIFY(chosen.error().advice.find("cuda:N") != std::string::npos);
    }

    void aGpuThatIsNotThereIsRefusedWithTheReason() {
        const auto chosen = chooseDevice("cuda:4096");
        QVERIFY(!chosen);
        QCOMPARE(chosen.error().code, ErrorCode::unsupported);
        QVERIFY(chosen.error().what.starts_with("cannot compute on cuda:4096: "));
        QVERIFY(chosen.error().what.size() > std::string("cannot compute on cuda:4096: ").size());
    }

    void whatTorchThrowsBecomesAnErrorWithoutItsBacktrace() {
        const auto product = callTorch([] { return at::matmul(at::ones({2, 3}), at::ones({2, 3})); });
        QVERIFY(!product);
        QCOMPARE(product.error().code, ErrorCode::internal);
        QVERIFY(product.error().what.find("frame #") == std::string::npos);
        const Status memory = callTorch([] { throw std::bad_alloc(); });
        QCOMPARE(memory.error().code, ErrorCode::outOfMemory);
    }

    void inferenceRecordsNoGradients() {
        const auto recorded = runInference([] { return at::ones({2}).mul(2).is_inference(); });
        QVERIFY(recorded.value());
        QVERIFY(!at::ones({2}).is_inference());
    }

    void aResultPassesThroughUnwrapped() {
        const Result<int> failed = callTorch([]() -> Result<int> { return fail(ErrorCode::limit, "too much"); });
        QCOMPARE(failed.error().code, ErrorCode::limit);
    }
};

QTEST_GUILESS_MAIN(TestDevice)
#include "test_device.moc"
