// How the window feels on a large library while a scan runs: bench_window FOLDER, made by make_large_library. Prints a
// JSON document with the times in milliseconds. Needs a screen, or QT_QPA_PLATFORM=offscreen.
#include "bench/need.h"
#include "bench/scrolling.h"
#include "ui/models/library_state.h"
#include "ui/real_window.h"
#include "ui/views/search/result_view.h"
#include "ui/views/search/search_page.h"

#include <unistd.h>

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <array>
#include <fstream>

using namespace fusefind;

namespace {

constexpr std::array kKeyMs{150, 60, 110, 240, 90}; // between keys, in turns: 90 words a minute
constexpr int kRestMs = 300;                        // between two questions

double residentMb() {
    std::ifstream file("/proc/self/statm");
    int64_t size = 0;
    int64_t resident = 0;
    file >> size >> resident;
    return static_cast<double>(resident * ::sysconf(_SC_PAGESIZE)) / 1e6;
}

// From each key press to the first painting of results that include it.
class KeyToScreen : public QObject {
public:
    explicit KeyToScreen(RealWindow& window) : window_(window) {
        clock_.start();
        window_.results.viewport()->installEventFilter(this);
        connect(&window_.page, &SearchPage::searched, this, [this](double ms) {
            answered_ = true; // always of the newest text: a key press drops what is under way
            worker_.push_back(ms);
        });
    }

    void type(const QString& words) {
        for (const QChar letter : words) {
            pressed_.push_back(clock_.nsecsElapsed());
            QTest::keyClick(&window_.line, letter.toLatin1());
            QTest::qWait(kKeyMs.at(next_++ % kKeyMs.size()));
        }
        if (!RealWindow::waits([this] { return pressed_.empty(); })) giveUp("a search was not answered");
        window_.line.setFocus();
        window_.press(Qt::Key_Escape);
        QTest::qWait(kRestMs);
        answered_ = false;
    }
    [[nodiscard]] const std::vector<double>& times() const { return times_; }
    [[nodiscard]] const std::vector<double>& inWorker() const { return worker_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint && answered_) {
            // Once it is painted.
            QMetaObject::invokeMethod(
                this, [this] { take(); }, Qt::QueuedConnection);
            answered_ = false;
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void take() {
        for (const qint64 start : pressed_)
            times_.push_back(static_cast<double>(clock_.nsecsElapsed() - start) / 1e6);
        pressed_.clear();
    }

    RealWindow& window_;
    QElapsedTimer clock_;
    std::vector<qint64> pressed_;
    std::vector<double> times_;
    std::vector<double> worker_;
    size_t next_ = 0;
    bool answered_ = false;
};

Json measure(const std::filesystem::path& folder, int64_t items) {
    Json found;
    RealWindow window({QStringLiteral(FUSEFIND_WORKER),
                       folder / "data",
                       {QStringLiteral("--device"), QStringLiteral("cpu"), QStringLiteral("--exit-with-clients")}});
    window.window->resize(1400, 900);
    if (!window.settles(items)) giveUp("the library did not settle");
    found["scroll"] = summary(scroll(*window.results.verticalScrollBar(), 1500));
    found["resident_mb_after_scrolling"] = residentMb();

    window.addFolder(folder / "new");
    if (!RealWindow::waits([&] { return window.state.scan().phase == ScanPhase::encode; })) giveUp("no scan began");
    if (!window.hasKeyboard()) giveUp("the window has no keyboard");
    KeyToScreen keys(window);
    for (const char* words : {"red above green", "a blue corner", "white and red", "green left of blue", "all white",
                              "two red quarters", "blue below red", "a picture of green"})
        keys.type(QString::fromLatin1(words));
    found["scan_runs_still"] = window.state.scan().phase == ScanPhase::encode;
    found["key_to_results"] = summary(keys.times());
    found["search_in_worker"] = summary(keys.inWorker());
    found["scroll_while_scanning"] = [&] {
        window.press(Qt::Key_Escape);
        return summary(scroll(*window.results.verticalScrollBar(), 500));
    }();
    return found;
}

} // namespace

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    if (argc != 3) giveUp("usage: bench_window FOLDER ITEMS");
    fmt::print("{}\n", measure(argv[1], std::atoll(argv[2])).dump());
    return 0;
}
