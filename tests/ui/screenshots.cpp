// Writes pictures of every page and state of the window, in both appearances. Run by packaging/screenshots.sh:
//     screenshots OUT DATA_DIR LIBRARY QUERY_SOUND PAIRS
// DATA_DIR has a trained space and the library of LIBRARY/Pictures and LIBRARY/Sounds; LIBRARY/More is not scanned yet.
// The folders in PAIRS are trained on.
#include "core/protocol/methods.h"
#include "ui/client_fixture.h"
#include "ui/models/file_names.h"
#include "ui/real_window.h"
#include "ui/shortcuts.h"
#include "ui/theme/appearance.h"
#include "ui/views/dataset/dataset_list.h"
#include "ui/views/dataset/dataset_page.h"
#include "ui/views/dataset/map_panel.h"
#include "ui/views/dataset/map_tip.h"
#include "ui/views/dataset/pair_table.h"
#include "ui/views/metrics/metrics_dock.h"
#include "ui/views/preview/preview_dialog.h"
#include "ui/views/search/result_view.h"
#include "ui/views/search/search_page.h"
#include "ui/views/settings/settings_dialog.h"
#include "ui/views/shortcuts_dialog.h"
#include "ui/views/start_page.h"
#include "ui/views/train/spaces_dialog.h"
#include "ui/views/train/train_wizard.h"

#include <QtCore/QStandardPaths>
#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
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
    window.window->offerSample({library, {}});
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
    window.results.setFocus();
    window.press(Qt::Key_G, Qt::ControlModifier);
    window.results.select(3);
    window.press(Qt::Key_B, Qt::ControlModifier);
    photographer.shoot(*window.window, "search-judged");
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

[[nodiscard]] bool press(const RealWindow& window, const QWidget& in, const char* text) {
    QPushButton* found = nullptr;
    constexpr int kPatienceMs = 600'000; // a whole training
    const bool there = QTest::qWaitFor(
        [&] {
            for (QPushButton* one : in.findChildren<QPushButton*>())
                if (one->isVisible() && one->isEnabled() && one->text() == QString::fromUtf8(text)) found = one;
            return found != nullptr;
        },
        kPatienceMs);
    if (there) found->click();
    return there && window.window->isVisible();
}

TrainingState trainingOf(RealWindow& window) {
    const auto answer = ask(window.client, method::kTrainingState, Json::object());
    return answer ? trainingStateFromJson(*answer).value_or(TrainingState()) : TrainingState();
}

void shootRecipe(Photographer& photographer, RealWindow& window, TrainWizard& wizard) {
    photographer.expect(press(window, wizard, "Next"), "the pairs");
    photographer.expect(window.says(QStringLiteral("To train:")), "the estimate");
    photographer.shoot(wizard, "train-recipe");
    const auto recipes = wizard.findChildren<QRadioButton*>();
    recipes.back()->click();
    photographer.expect(window.says(QStringLiteral("To train:")), "the estimate of a custom recipe");
    photographer.shoot(wizard, "train-recipe-custom");
    recipes.front()->click();
}

// A real training, from the folders to a kept space.
void shootTraining(Photographer& photographer, RealWindow& window, const std::filesystem::path& pairs) {
    choose(window, ShortcutId::train);
    auto& wizard = *window.window->findChild<TrainWizard*>();
    photographer.shoot(wizard, "train-data-empty");
    for (const auto& folder : std::filesystem::directory_iterator(pairs))
        wizard.addFolders({folder.path()});
    photographer.expect(window.says(QStringLiteral("Pictures with captions")), "the pairs");
    photographer.shoot(wizard, "train-data");
    shootRecipe(photographer, window, wizard);
    photographer.expect(press(window, wizard, "Train"), "the estimate");
    constexpr size_t kEpochs = 10; // enough for a curve
    constexpr int kPatienceMs = 600'000;
    photographer.expect(QTest::qWaitFor([&] { return trainingOf(window).epochs.size() >= kEpochs; }, kPatienceMs),
                        "the training");
    photographer.expect(press(window, wizard, "Pause"), "the pause"); // so that both pictures are of one moment
    photographer.shoot(wizard, "train-training");
    photographer.shoot(*window.window, "train-window");
    photographer.expect(press(window, wizard, "Resume"), "the end of the pause");
    photographer.expect(press(window, wizard, "See the result"), "the result");
    photographer.shoot(wizard, "train-result");
    photographer.expect(press(window, wizard, "Keep and use"), "the kept space");
    photographer.expect(window.says(QStringLiteral("Searches use “")), "the new space");
    photographer.shoot(*window.window, "train-kept");
    choose(window, ShortcutId::spaces);
    auto* const spaces = window.window->findChild<SpacesDialog*>();
    photographer.shoot(*spaces, "spaces");
    spaces->close();
}

// The lasso chooses what lies on the left half, and the mouse rests on a point of the right one.
void shootMap(Photographer& photographer, RealWindow& window, DatasetPage& page) {
    constexpr int kPatienceMs = 120'000;
    page.showMap(true);
    auto& panel = *page.findChild<MapPanel*>();
    MapView& view = panel.view();
    photographer.expect(QTest::qWaitFor([&] { return panel.map().answer().has_value(); }, kPatienceMs), "the map");
    panel.findChild<QComboBox*>()->setCurrentIndex(0);
    photographer.shoot(*window.window, "data-map");
    const QPoint corner(view.width() / 2, view.height());
    QTest::mousePress(&view, Qt::LeftButton, Qt::ShiftModifier, {});
    for (const QPoint& point : {QPoint(corner.x(), 0), corner, QPoint(0, corner.y())})
        QTest::mouseMove(&view, point);
    QTest::mouseRelease(&view, Qt::LeftButton, Qt::ShiftModifier, {0, corner.y()});
    for (const int64_t pair : panel.map().points().pairs) {
        const auto place = view.placeOf(pair);
        if (!place || place->x() < corner.x() + corner.x() / 4.0) continue;
        QTest::mouseMove(&view, place->toPoint());
        break;
    }
    auto* const tip = page.findChild<MapTip*>();
    photographer.expect(window.waits([&] { return tip->isVisible(); }), "what is under the mouse");
    photographer.shoot(*window.window, "data-map-chosen");
}

void shootData(Photographer& photographer, RealWindow& window, const std::filesystem::path& pairs) {
    choose(window, ShortcutId::showData);
    photographer.expect(window.shows<DatasetPage>(), "the data page");
    photographer.shoot(*window.window, "data-empty");
    auto& page = *window.window->findChild<DatasetPage*>();
    auto& table = *page.findChild<PairTable*>();
    std::vector<std::filesystem::path> folders;
    for (const auto& folder : std::filesystem::directory_iterator(pairs))
        folders.push_back(folder.path());
    page.addFolders(folders);
    constexpr int kPatienceMs = 120'000;
    photographer.expect(
        QTest::qWaitFor(
            [&] { return page.findChild<DatasetList*>()->findChild<QListWidget*>()->count() == std::ssize(folders); },
            kPatienceMs),
        "the data sets");
    photographer.expect(window.waits([&] { return table.model()->rowCount() > 0; }), "the pairs");
    table.setCurrentIndex(table.model()->index(2, PairModel::captionColumn));
    photographer.expect(press(window, page, "Exclude from training"), "the selection");
    photographer.expect(window.says(QStringLiteral("Belongs together")), "what belongs to the pair");
    photographer.shoot(*window.window, "data");
    page.findChild<QTabWidget*>()->setCurrentIndex(1);
    photographer.expect(window.says(QStringLiteral("Different words")), "the statistics");
    photographer.shoot(*window.window, "data-statistics");
    window.window->findChild<MetricsDock*>()->show();
    photographer.expect(window.says(QStringLiteral("pairs are encoded")), "the live recall");
    photographer.shoot(*window.window, "metrics-recall");
    window.window->findChild<MetricsDock*>()->hide();
    shootMap(photographer, window, page);
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
    if (argc != 6) {
        std::fprintf(stderr, "usage: screenshots OUT DATA_DIR LIBRARY QUERY_SOUND PAIRS\n");
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
    shootTraining(photographer, window, argv[5]);
    shootLibrary(photographer, window, library / "More");
    shootData(photographer, window, argv[5]);
    return photographer.complete() ? 0 : 1;
}
