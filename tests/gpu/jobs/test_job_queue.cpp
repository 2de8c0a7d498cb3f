#include "gpu/jobs/job_queue.h"

#include <QtTest/QTest>
#include <latch>
#include <string>
#include <vector>

using namespace fusefind;

class TestJobQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSearchOvertakesWhatWaits() {
        JobQueue queue;
        std::latch started(1);
        std::latch go(1);
        std::string order;
        auto first = queue.submit(JobPriority::background, [&](JobContext&) -> Status {
            started.count_down();
            go.wait();
            order += 'a';
            return {};
        });
        started.wait();
        auto scan =
            queue.submit(JobPriority::background, [&](JobContext&) -> Status { return order += 'b', Status(); });
        auto search =
            queue.submit(JobPriority::interactive, [&](JobContext&) -> Status { return order += 's', Status(); });
        go.count_down();
        QVERIFY(scan.wait().has_value());
        QCOMPARE(order, std::string("asb"));
    }

    void aSearchRunsInTheMiddleOfALongJobThatYields() {
        JobQueue queue;
        std::latch started(1);
        std::latch submitted(1);
        std::string order;
        auto scan = queue.submit(JobPriority::background, [&](JobContext& context) -> Status {
            started.count_down();
            submitted.wait();
            order += '1';
            context.yield();
            order += '2';
            return {};
        });
        started.wait();
        auto other =
            queue.submit(JobPriority::background, [&](JobContext&) -> Status { return order += 'b', Status(); });
        auto search =
            queue.submit(JobPriority::interactive, [&](JobContext&) -> Status { return order += 's', Status(); });
        submitted.count_down();
        QVERIFY(other.wait().has_value());
        QCOMPARE(order, std::string("1s2b"));
    }

    void aJobThatIsSoonOverRunsInTheMiddleOfATrainingAndASearchInTheMiddleOfBoth() {
        JobQueue queue;
        std::latch started(1);
        std::latch submitted(1);
        std::latch measuring(1);
        std::latch searched(1);
        std::string order;
        auto training = queue.submit(JobPriority::normal, [&](JobContext& context) -> Status {
            started.count_down();
            submitted.wait();
            order += '1';
            context.yield();
            order += '2';
            return {};
        });
        started.wait();
        auto measure = queue.submit(JobPriority::soon, [&](JobContext& context) -> Status {
            order += 'm';
            context.aside([&] {
                measuring.count_down();
                searched.wait();
            });
            order += 'n';
            return {};
        });
        submitted.count_down();
        measuring.wait();
        auto search = queue.submit(JobPriority::interactive, [&](JobContext&) -> Status {
            order += 's';
            searched.count_down();
            return {};
        });
        QVERIFY(training.wait().has_value());
        QCOMPARE(order, std::string("1msn2"));
    }

    void aLongJobWaitsUntilTypingHasPaused() {
        JobQueue queue;
        std::latch started(1);
        std::latch submitted(1);
        std::chrono::steady_clock::time_point wentOn;
        auto scan = queue.submit(JobPriority::background, [&](JobContext& context) -> Status {
            started.count_down();
            submitted.wait();
            context.yield();
            wentOn = std::chrono::steady_clock::now();
            return {};
        });
        started.wait();
        const auto asked = std::chrono::steady_clock::now();
        auto search = queue.submit(JobPriority::interactive, [&](JobContext&) -> Status { return {}; });
        submitted.count_down();
        QVERIFY(scan.wait().has_value());
        QVERIFY(wentOn - asked >= JobContext::kTyping);
    }

    void aSearchDoesNotWaitForWorkThatALongJobDoesAside() {
        JobQueue queue;
        std::latch started(1);
        std::latch searched(1);
        auto scan = queue.submit(JobPriority::background, [&](JobContext& context) -> Status {
            context.aside([&] {
                started.count_down();
                searched.wait();
            });
            return {};
        });
        started.wait();
        auto search = queue.submit(JobPriority::interactive,
                                   [&](JobContext&) -> Status { return searched.count_down(), Status(); });
        QVERIFY(search.wait().has_value());
        QVERIFY(scan.wait().has_value());
    }

    void aRunningJobSeesThatItWasCancelled() {
        JobQueue queue;
        std::latch started(1);
        auto job = queue.submit(JobPriority::normal, [&](JobContext& context) -> Status {
            started.count_down();
            while (!context.cancelled())
                std::this_thread::yield();
            return fail(ErrorCode::cancelled, "cancelled");
        });
        started.wait();
        job.cancel();
        QCOMPARE(job.wait().error().code, ErrorCode::cancelled);
    }

    void aJobCancelledWhileItWaitsNeverRuns() {
        JobQueue queue;
        std::latch go(1);
        bool ran = false;
        auto first = queue.submit(JobPriority::normal, [&](JobContext&) -> Status { return go.wait(), Status(); });
        auto second = queue.submit(JobPriority::normal, [&](JobContext&) -> Status { return ran = true, Status(); });
        second.cancel();
        go.count_down();
        QCOMPARE(second.wait().error().code, ErrorCode::cancelled);
        QVERIFY(!ran);
    }

    void aJobThatOvertookAnotherSeesItAndWhatWaits() {
        JobQueue queue;
        std::latch started(1);
        std::latch submitted(1);
        auto scan = queue.submit(JobPriority::background, [&](JobContext& context) -> Status {
            context.progress({"encode", 3, 7, {}});
            started.count_down();
            submitted.wait();
            context.yield();
            return {};
        });
        started.wait();
        auto waits = queue.submit(JobPriority::normal, [](JobContext&) -> Status { return {}; });
        std::vector<JobState> seen;
        auto asks = queue.submit(JobPriority::interactive,
                                 [&](JobContext& context) -> Status { return seen = context.otherJobs(), Status(); });
        submitted.count_down();
        QVERIFY(scan.wait().has_value());
        QCOMPARE(seen.size(), size_t{2});
        QVERIFY(seen[0].running);
        QCOMPARE(seen[0].progress.phase, std::string("encode"));
        QCOMPARE(seen[0].progress.done, 3);
        QVERIFY(!seen[1].running);
    }

    void closingTheQueueAnswersEveryJob() {
        std::vector<JobQueue::Job> jobs;
        {
            JobQueue queue;
            std::latch started(1);
            jobs.push_back(queue.submit(JobPriority::normal, [&](JobContext& context) -> Status {
                started.count_down();
                while (!context.cancelled())
                    std::this_thread::yield();
                return {};
            }));
            jobs.push_back(queue.submit(JobPriority::normal, [](JobContext&) -> Status { return {}; }));
            started.wait();
        }
        QVERIFY(jobs[0].wait().has_value());
        QCOMPARE(jobs[1].wait().error().code, ErrorCode::cancelled);
    }
};

QTEST_GUILESS_MAIN(TestJobQueue)
#include "test_job_queue.moc"
