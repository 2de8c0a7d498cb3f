// Writes pictures of every page and state of the window, in both appearances. Run by packaging/screenshots.sh:
//     screenshots OUT DATA_DIR LIBRARY QUERY_SOUND
// DATA_DIR has a trained space and the library of LIBRARY/Pictures and LIBRARY/Sounds; LIBRARY/More is not scanned yet.
#include "ui/models/file_names.h"
#include "ui/real_window.h"
#include "ui/shortcuts.h"
#include "ui/theme/appearance.h"
#include "ui/views/metrics/metrics_dock.h"
#include "ui/views/preview/preview_dialog.h"
#include "ui/views/search/result_view.h"
#include "ui/views/search/search_page.h"
#include "ui/views/settings/settings_dialog.h"
#include "ui/views/shortcuts_dialog.h"
#include "ui/views/start_page.h"

#include <QtCore/QStandardPaths>
#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTabWidget>
#include <cstdio>

using namespace fusefind;

namespace {

constexpr QSize kWindow(1400, 900);

class Photographer {
public:
    explicit Photographer(std::filesystem::path folder) : folder_(std::move(folder)) {}

    void shoot(QWidget& widget, const char* name) {
        for (const auto& [appearance, suffix] :
             {std::pair(Appearance::light, "light"), std::pair(Appearance::dark, "dark")}) {
            applyAppearance(appearance);
            const auto file = folder_ / (std::string(name) + '-' + suffix + ".png");
            if (!settled(widget).save(QFile::decodeName(file.c_str()))) missed("the file of " + std::string(name));
        }
    }
    void expect(bool there, const char* what) {
        if (!there) missed(what);
    }
    [[nodiscard]] bool complete() const { return complete_; }

private:
    // When nothing on it changes any more: what it waited for from the worker has come.
    static QImage settled(QWidget& widget) {
        constexpr int kCalmMs = 400;
        constexpr int kMostRounds = 40;
        QImage before;
        QImage now = widget.grab().toImage();
        for (int round = 0; now != before && round < kMostRounds; ++round) {
            before = now;
            QTest::qWait(kCalmMs);
            now = widget.grab().toImage();
        }
        return now;
    }
    void missed(const std::string& what) {
        complete_ = false;
        std::fprintf(stderr, "error: %s did not come\n", what.c_str());
    }

    std::filesystem::path folder_;
    bool complete_ = true;
};

void choose(const RealWindow& window, ShortcutId id) {
    for (QAction* action : window.window->findChildren<QAction*>())
        if (action->text() == textOf(id)) return action->trigger();
}

void searchFor(RealWindow& window, const char* words) {
    window.line.setFocus();
    window.press(Qt::Key_Escape);
    window.type(QString::fromUtf8(words));
}

void shootStart(Photographer& photographer, const std::filesystem::path& library) {
    const TempDir empty;
    RealWindow window({QStringLiteral(FUSEFIND_WORKER), empty.path(), {}});
    window.window->setSampleFolder(library);
    window.window->resize(kWindow);
    photographer.expect(window.says(QStringLiteral("Ready on")), "the engine");
    photographer.expect(window.shows<StartPage>(), "the start page");
    photographer.shoot(*window.window, "start");
}

void shootPreview(Photographer& photographer, RealWindow& window, const char* name) {
    window.results.setFocus();
    window.results.select(0);
    window.press(Qt::Key_Space);
    photographer.expect(window.shows<PreviewDialog>(), "the preview");
    auto* const preview = window.window->findChild<PreviewDialog*>();
    photographer.shoot(*preview, name);
    preview->close();
    photographer.expect(window.hasKeyboard(), "the keyboard");
}

void shootSearches(Photographer& photographer, RealWindow& window, const std::filesystem::path& sound) {
    photographer.expect(window.waits([&] { return window.results.model()->rowCount() > 0; }), "the library");
    photographer.shoot(*window.window, "browse");
    searchFor(window, "a red apple");
    photographer.expect(window.says(QStringLiteral("Searching by “a red apple”")), "the search by text");
    photographer.shoot(*window.window, "search-text");
    window.results.select(0);
    photographer.shoot(*window.window, "search-text-inspector");
    shootPreview(photographer, window, "preview-picture");
    window.press(Qt::Key_2, Qt::ControlModifier);
    photographer.shoot(*window.window, "list");
    window.press(Qt::Key_1, Qt::ControlModifier);
    searchFor(window, "quarterly tax return paperwork");
    photographer.shoot(*window.window, "search-far");
    searchFor(window, "");
    window.drop({sound});
    photographer.expect(window.says(QStringLiteral("Searching by ") + shownName(sound)), "the search by a sound");
    window.results.select(0);
    photographer.shoot(*window.window, "search-sound");
    shootPreview(photographer, window, "preview-sound");
    window.drop({sound.parent_path() / "not-there.wav"});
    photographer.shoot(*window.window, "bad-drop");
    window.window->findChild<MetricsDock*>()->show();
    photographer.shoot(*window.window, "metrics");
    window.window->findChild<MetricsDock*>()->hide();
}

void shootDialogs(Photographer& photographer, RealWindow& window) {
    choose(window, ShortcutId::settings);
    auto* const settings = window.window->findChild<SettingsDialog*>();
    auto* const tabs = settings->findChild<QTabWidget*>();
    for (int page = 0; page < tabs->count(); ++page) {
        tabs->setCurrentIndex(page);
        photographer.shoot(*settings, ("settings-" + std::to_string(page + 1)).c_str());
    }
    settings->close();
    choose(window, ShortcutId::shortcutSheet);
    auto* const sheet = window.window->findChild<ShortcutsDialog*>();
    photographer.shoot(*sheet, "shortcuts");
    sheet->close();
}

void shootLibrary(Photographer& photographer, RealWindow& window, const std::filesystem::path& more) {
    choose(window, ShortcutId::showLibrary);
    photographer.shoot(*window.window, "library");
    window.addFolder(more);
    photographer.expect(window.waits([&] { return window.state.scan().remainingSeconds.has_value(); }), "the scan");
    photographer.shoot(*window.window, "library-scanning");
    window.state.setScanPaused(true);
    photographer.shoot(*window.window, "library-paused");
}

} // namespace

int main(int argc, char** argv) {
    QStandardPaths::setTestModeEnabled(true);
    const QApplication application(argc, argv);
    QApplication::setCursorFlashTime(0);
    if (argc != 5) {
        std::fprintf(stderr, "usage: screenshots OUT DATA_DIR LIBRARY QUERY_SOUND\n");
        return 2;
    }
    const std::filesystem::path library(argv[3]);
    Photographer photographer(argv[1]);
    applyAppearance(Appearance::light);
    shootStart(photographer, library);
    RealWindow window({QStringLiteral(FUSEFIND_WORKER), argv[2], {}});
    window.window->usePreferences(Preferences(argv[2]));
    window.window->resize(kWindow);
    photographer.expect(window.says(QStringLiteral("Up to date")), "the scanned library");
    shootSearches(photographer, window, argv[4]);
    shootDialogs(photographer, window);
    shootLibrary(photographer, window, library / "More");
    return photographer.complete() ? 0 : 1;
}
