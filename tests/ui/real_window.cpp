#include "ui/real_window.h"

#include "support/small_data.h"
#include "ui/client_fixture.h"
#include "ui/models/file_names.h"
#include "ui/models/result_model.h"
#include "ui/on_screen.h"
#include "ui/views/search/query_box.h"
#include "ui/views/search/result_view.h"
#include "ui/views/search/search_page.h"

#include <QtCore/QMimeData>
#include <QtGui/QDropEvent>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <csignal>

namespace fusefind {

namespace {

constexpr int kPatienceMs = 120'000;

// What went wrong, or nothing.
QString run(WorkerClient& client, const std::vector<std::string>& words) {
    QStringList arguments;
    for (const std::string& word : words)
        arguments << QString::fromStdString(word);
    Heard heard;
    client.command(arguments, &heard, heard.done());
    if (!QTest::qWaitFor([&] { return !heard.results.empty(); }, kPatienceMs))
        return QStringLiteral("no answer came to ") + arguments.join(QLatin1Char(' '));
    return heard.results[0] ? QString() : QString::fromStdString(heard.results[0].error().text());
}

bool isSettled(const LibraryState& state, int64_t files) {
    int64_t done = 0;
    int64_t listed = 0;
    for (const FolderProgress& folder : state.scan().folders)
        done += folder.done;
    for (const FolderFacet& folder : state.facets().folders)
        listed += folder.items;
    return state.scan().phase == ScanPhase::idle && done == files && listed == files;
}

} // namespace

WorkerClient::Options RealLibrary::worker() const {
    return {QStringLiteral(FUSEFIND_WORKER), dataDir_, {QStringLiteral("--device"), QStringLiteral("cpu")}};
}

QString RealLibrary::prepare() {
    writePairs(folder_ / "pairs", 48, 12);
    writeLibrary(library_);
    WorkerClient client(worker());
    LibraryState state(client);
    client.start();
    std::vector<std::vector<std::string>> commands;
    for (const char* id : {"minilm-l6", "efficientnet-lite0", "aisfx"})
        commands.push_back({"models", "add", std::string(FUSEFIND_MODELS_DIR "/") + id});
    commands.push_back({"train", folder_ / "pairs", "--name", "small", "--steps", "40", "--seed", "1"});
    commands.push_back({"library", "add", library_});
    for (const auto& command : commands)
        if (const QString problem = run(client, command); !problem.isEmpty()) return problem;
    if (!QTest::qWaitFor([&] { return isSettled(state, size()); }, kPatienceMs))
        return QStringLiteral("the library was not scanned");
    return {};
}

RealWindow::RealWindow(const WorkerClient::Options& worker)
    : client(worker),
      window(std::make_unique<MainWindow>(client)),
      page(*window->findChild<SearchPage*>()),
      box(*window->findChild<QueryBox*>()),
      line(*box.findChild<QLineEdit*>()),
      results(*window->findChild<ResultView*>()) {
    // The offscreen platform warns when a least size changes, and a layout leaves alone what is set by hand.
    window->setMinimumSize(window->minimumSizeHint());
    client.start();
    window->show();
    window->activateWindow();
}

bool RealWindow::waits(const std::function<bool()>& condition) {
    return QTest::qWaitFor(condition, kPatienceMs);
}

bool RealWindow::settles(int64_t files) {
    return waits([&] { return isSettled(state, files) && page.isVisible(); });
}

bool RealWindow::lists(int rows) {
    return waits([&] { return results.model()->rowCount() == rows; });
}

bool RealWindow::findsFirst(const QString& name) {
    return waits([&] {
        const auto* model = qobject_cast<ResultModel*>(results.model());
        const LibraryHit* const hit = model->browsing() ? nullptr : model->hit(0);
        return hit && shownName(hit->item.path) == name;
    });
}

bool RealWindow::says(const QString& text) {
    return saysOnScreen(*window, text, kPatienceMs);
}

bool RealWindow::hasKeyboard() {
    window->activateWindow();
    return waits([&] { return window->isActiveWindow(); });
}

void RealWindow::press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QWidget* const focused = QApplication::focusWidget();
    QTest::keyClick(focused ? focused : window.get(), key, modifiers);
}

void RealWindow::type(const QString& text) {
    QTest::keyClicks(&line, text);
}

void RealWindow::drop(const QMimeData& data) {
    const QPoint place = box.rect().center();
    QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&box, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&box, &event);
    QVERIFY(event.isAccepted());
}

void RealWindow::drop(const std::vector<std::filesystem::path>& files) {
    QList<QUrl> urls;
    for (const auto& file : files)
        urls << urlOf(file);
    QMimeData data;
    data.setUrls(urls);
    drop(data);
}

void RealWindow::command(const std::vector<std::string>& words) {
    const QString problem = run(client, words);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void RealWindow::addFolder(const std::filesystem::path& folder) {
    command({"library", "add", folder});
}

void RealWindow::removeFolder(const std::filesystem::path& folder) {
    command({"library", "remove", folder});
    QVERIFY(settles());
}

void RealWindow::signalWorker(int number) {
    QVERIFY(client.workerPid() > 0);
    QCOMPARE(::kill(static_cast<pid_t>(client.workerPid()), number), 0);
}

} // namespace fusefind
