// The page of a large data set in the real window: bench_data_page [pairs]. Half as many small pictures with two
// captions each are written below the system's temporary folder. Prints milliseconds. Needs a screen, or
// QT_QPA_PLATFORM=offscreen.
#include "bench/need.h"
#include "bench/scrolling.h"
#include "support/media_files.h"
#include "support/temp_dir.h"
#include "ui/real_window.h"
#include "ui/views/dataset/dataset_page.h"
#include "ui/views/dataset/pair_table.h"

#include <fmt/format.h>

#include <QtCore/QStandardPaths>
#include <QtWidgets/QApplication>
#include <fstream>

using namespace fusefind;

namespace {

constexpr int kPatienceMs = 900'000;

// Every name is a link to one of a few pictures: what is measured is the page, not the disk.
void writePairs(const std::filesystem::path& folder, int pairs) {
    constexpr int kPictures = 64;
    std::filesystem::create_directories(folder);
    for (int i = 0; i < kPictures; ++i)
        std::ofstream(folder.parent_path() / std::to_string(i), std::ios::binary) << flatPng(320 + i, 240);
    std::ofstream table(folder / "captions.csv");
    table << "file_name,caption\n";
    for (int i = 0; i < pairs / 2; ++i) {
        const std::string name = fmt::format("{}/{}.png", i / 1000, i);
        std::filesystem::create_directories((folder / name).parent_path());
        std::filesystem::create_hard_link(folder.parent_path() / std::to_string(i % kPictures), folder / name);
        for (int k = 0; k < 2; ++k)
            table << fmt::format("{},caption {} of a thing that is {}\n", name, k, i % 97);
    }
}

} // namespace

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    const int pairs = argc > 1 ? std::atoi(argv[1]) : 200'000;
    const TempDir files;
    const auto folder = std::filesystem::canonical(files.path()) / "pairs";
    writePairs(folder, pairs);
    RealWindow window(
        {QStringLiteral(FUSEFIND_WORKER), files / "data", {QStringLiteral("--device"), QStringLiteral("cpu")}});
    window.window->resize(1400, 900);
    if (!window.hasKeyboard()) giveUp("the window has no keyboard");
    window.press(Qt::Key_3, Qt::AltModifier);
    auto& page = *window.window->findChild<DatasetPage*>();
    auto& table = *page.findChild<PairTable*>();
    page.addFolders({folder});
    if (!QTest::qWaitFor([&] { return table.model()->rowCount() == pairs; }, kPatienceMs))
        giveUp("the pairs were not read");
    if (!table.isVisible()) giveUp("the pairs were not shown");
    fmt::print("{}\n", Json{{"scroll", summary(scroll(*table.verticalScrollBar(), 1500))}}.dump());
    return 0;
}
