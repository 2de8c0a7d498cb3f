#include "core/protocol/endpoint.h"
#include "support/temp_dir.h"
#include "ui/client/single_instance.h"

#include <QtCore/QFile>
#include <QtNetwork/QLocalSocket>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <future>
#include <memory>

using namespace fusefind;
namespace fs = std::filesystem;

class TestSingleInstance : public QObject {
    Q_OBJECT

    std::unique_ptr<TempDir> folder_;

    // From a thread, as another process would: asking blocks.
    static std::future<bool> asks(const fs::path& dataDir) {
        return std::async(std::launch::async, [dataDir] {
            const SingleInstance second(dataDir);
            return !second.isFirst() && second.askFirst();
        });
    }
    static bool answered(std::future<bool>& asked) {
        return QTest::qWaitFor([&] { return asked.wait_for(std::chrono::seconds(0)) == std::future_status::ready; },
                               10000) &&
               asked.get();
    }

private Q_SLOTS:
    void init() { folder_ = std::make_unique<TempDir>(); }

    void theSecondStartBringsTheFirstToTheFront() {
        const SingleInstance first(folder_->path());
        QVERIFY(first.isFirst());
        QSignalSpy activations(&first, &SingleInstance::activationRequested);
        for (int i = 1; i <= 2; ++i) {
            auto asked = asks(folder_->path());
            QVERIFY(answered(asked));
            QCOMPARE(activations.size(), i);
        }
    }

    void everyDataDirectoryHasAWindowOfItsOwn() {
        const SingleInstance one(*folder_ / "one");
        const SingleInstance other(*folder_ / "other");
        QVERIFY(one.isFirst() && other.isFirst());
        QVERIFY((fs::status(*folder_ / "one").permissions() & fs::perms::others_all) == fs::perms::none);
    }

    void whenTheFirstHasGoneTheNextIsFirst() {
        {
            const SingleInstance first(folder_->path());
            QVERIFY(first.isFirst());
        }
        const SingleInstance next(folder_->path());
        QVERIFY(next.isFirst());
        auto asked = asks(folder_->path());
        QVERIFY(answered(asked));
    }

    void theSocketOfAWindowThatCrashedIsTakenOver() {
        (void)folder_->write("window.socket", "");
        (void)folder_->write("window.socket.lock", "");
        const SingleInstance first(folder_->path());
        QVERIFY(first.isFirst());
        auto asked = asks(folder_->path());
        QVERIFY(answered(asked));
    }

    void whatIsNoRequestBringsNothingToTheFront() {
        const SingleInstance first(folder_->path());
        QSignalSpy activations(&first, &SingleInstance::activationRequested);
        QLocalSocket stranger;
        stranger.connectToServer(QFile::decodeName(windowSocket(folder_->path()).c_str()));
        stranger.write("reboot\nshow");
        stranger.flush();
        stranger.disconnectFromServer();
        auto asked = asks(folder_->path());
        QVERIFY(answered(asked));
        QCOMPARE(activations.size(), 1);
    }

    void aDataDirectoryThatCannotBeMadeStillHasAWindow() {
        (void)folder_->write("file", "");
        const SingleInstance first(*folder_ / "file" / "data");
        QVERIFY(first.isFirst());
    }
};

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "test_single_instance.moc"
