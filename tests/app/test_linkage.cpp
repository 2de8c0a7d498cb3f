#include <QtCore/QFloat16>
#include <QtCore/QProcess>
#include <QtTest/QTest>

class TestLinkage : public QObject {
    Q_OBJECT

    static QByteArray librariesOf(const QString& program) {
        QProcess ldd;
        ldd.start(QStringLiteral("ldd"), {program});
        return ldd.waitForFinished(-1) ? ldd.readAllStandardOutput() : QByteArray();
    }

private Q_SLOTS:
    void theEngineLoadsNeitherQtNorASecondOpenMp() {
        const QByteArray libraries = librariesOf(QStringLiteral(FUSEFIND_ENGINE));
        QVERIFY(libraries.contains("libtorch_cpu"));
        QVERIFY2(!libraries.contains("not found"), libraries);
        QVERIFY2(!libraries.contains("libQt5"), libraries);
        QVERIFY2(!libraries.contains("libQt6"), libraries);
        QCOMPARE(libraries.count("libgomp.so.1 =>") + libraries.count("libomp.so"), 1);
    }

    void theCommandLineAndTheWindowLoadNoEngine() {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("a sanitizer keeps the unused parts of a library, and what they need");
#endif
        for (const char* program : {FUSEFIND_CLI, FUSEFIND_WINDOW}) {
            const QByteArray libraries = librariesOf(QString::fromLocal8Bit(program));
            QVERIFY(libraries.contains("libc.so"));
            for (const char* library : {"torch", "opencv", "avcodec", "sqlite", "libQt5"})
                QVERIFY2(!libraries.contains(library), library);
        }
    }
};

QTEST_GUILESS_MAIN(TestLinkage)
#include "test_linkage.moc"
