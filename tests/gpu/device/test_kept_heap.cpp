#include "gpu/device/kept_heap.h"

#include <unistd.h>

#include <QtTest/QTest>
#include <fstream>
#include <thread>
#include <vector>

using namespace fusefind;

namespace {

constexpr size_t kBlock = 40 << 20;

double residentMb() {
    std::ifstream file("/proc/self/statm");
    double total = 0;
    double resident = 0;
    file >> total >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

void takeAndGiveBack() {
    std::vector<std::vector<char>> blocks;
    for (int i = 0; i < 5; ++i)
        blocks.emplace_back(kBlock, char(i + 1));
}

} // namespace

class TestKeptHeap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("a sanitizer has a heap of its own");
#endif
    }

    void whatIsFreedStaysUntilTheEnd() {
        const double before = residentMb();
        {
            const KeptHeap heap;
            takeAndGiveBack();
            QVERIFY2(residentMb() > before + 150, qPrintable(QString::number(residentMb() - before)));
        }
        QVERIFY2(residentMb() < before + 20, qPrintable(QString::number(residentMb() - before)));
    }

    void theSameHoldsForAThreadOfItsOwn() {
        const double before = residentMb();
        double within = 0;
        std::thread([&] {
            const KeptHeap heap;
            takeAndGiveBack();
            within = residentMb();
        }).join();
        QVERIFY2(within > before + 150, qPrintable(QString::number(within - before)));
        QVERIFY2(residentMb() < before + 20, qPrintable(QString::number(residentMb() - before)));
    }

    void withoutOneBlocksGoBackAtOnce() {
        { const KeptHeap heap; }
        const double before = residentMb();
        takeAndGiveBack();
        QVERIFY2(residentMb() < before + 20, qPrintable(QString::number(residentMb() - before)));
    }
};

QTEST_GUILESS_MAIN(TestKeptHeap)
#include "test_kept_heap.moc"
