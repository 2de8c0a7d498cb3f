#include <QtCore/QFloat16>
#include <QtCore/QProcess>
#include <QtTest/QTest>

class TestLinkage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theEngineLoadsNeitherQtNorASecondOpenMp() {
        QProcess ldd;
        ldd.start(QStringLiteral("ldd"), {QStringLiteral(FUSEFIND_CLI)});
        QVERIFY(ldd.waitForFinished(-1));
        const QByteArray libraries = ldd.readAllStandardOutput();
        QVERIFY(libraries.contains("libtorch_cpu"));
        QVERIFY2(!libraries.contains("not found"), libraries);
        QVERIFY2(!libraries.contains("libQt5"), libraries);
        QVERIFY2(!libraries.contains("libQt6"), libraries);
        QCOMPARE(libraries.count("libgomp.so.1 =>") + libraries.count("libomp.so"), 1);
    }
};

QTEST_GUILESS_MAIN(TestLinkage)
#include "test_linkage.moc"
