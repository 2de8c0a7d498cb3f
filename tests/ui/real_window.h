#pragma once

#include "support/temp_dir.h"
#include "ui/client/worker_client.h"
#include "ui/models/library_state.h"
#include "ui/views/main_window.h"

#include <QtCore/QUrl>

class QLineEdit;
class QMimeData;

namespace fusefind {

class QueryBox;
class ResultView;
class SearchPage;

// A data directory with real encoders, a small space trained here, and a library of three pictures and three sounds
// (support/small_data.h). Made once for an executable: that takes some ten seconds.
class RealLibrary {
public:
    RealLibrary() = default;
    explicit RealLibrary(std::filesystem::path dataDir) : dataDir_(std::move(dataDir)) {}

    // Empty, or what went wrong.
    [[nodiscard]] QString prepare();

    [[nodiscard]] const std::filesystem::path& dataDir() const { return dataDir_; }
    [[nodiscard]] WorkerClient::Options worker() const; // the real one, on this directory
    [[nodiscard]] std::filesystem::path media(const char* name) const { return library_ / name; }
    [[nodiscard]] static int size() { return 6; } // files

private:
    TempDir folder_;
    std::filesystem::path dataDir_ = folder_ / "data";
    std::filesystem::path library_ = folder_ / "library";
};

// The whole window, on screen. All waiting here is long enough for a busy machine.
class RealWindow {
public:
    explicit RealWindow(const WorkerClient::Options& worker);

    // Nothing is under way, and so many files can be found.
    [[nodiscard]] bool settles(int64_t files = RealLibrary::size());
    [[nodiscard]] bool lists(int rows);                 // so many results
    [[nodiscard]] bool findsFirst(const QString& name); // of a search that was answered
    [[nodiscard]] bool says(const QString& text);       // somewhere on it
    [[nodiscard]] bool hasKeyboard();                   // back from a dialog, by what a window manager does
    template <class Widget>
    [[nodiscard]] bool shows() {
        return waits([this] {
            auto* widget = window->findChild<Widget*>();
            return widget && widget->isVisible() && (!widget->isWindow() || widget->isActiveWindow());
        });
    }
    [[nodiscard]] static bool waits(const std::function<bool()>& condition);

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier); // wherever the focus is
    void type(const QString& text);                                            // into the box
    void drop(const QMimeData& data);                                          // on the box, as a file manager does
    void drop(const std::vector<std::filesystem::path>& files);
    void addFolder(const std::filesystem::path& folder);
    void removeFolder(const std::filesystem::path& folder); // and waits for it
    void signalWorker(int number);

    WorkerClient client;
    LibraryState state{client};
    std::unique_ptr<MainWindow> window;
    SearchPage& page;
    QueryBox& box;
    QLineEdit& line;
    ResultView& results;

private:
    void command(const std::vector<std::string>& words);
};

} // namespace fusefind
