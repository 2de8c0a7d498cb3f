// A library as large as measurements need, without the hours of encoding it: make_large_library FOLDER [items] [new].
// FOLDER gets `data` (a data directory with real encoders, a small trained space and an index), `library` (pictures,
// each of its own content, whose latents are made up) and `new` (pictures that nobody has encoded yet).
#include "app/cli.h"
#include "bench/need.h"
#include "core/library/scan.h"
#include "core/library/work_journal.h"
#include "gpu/jobs/workspace.h"
#include "support/latent_like.h"
#include "support/media_files.h"
#include "support/small_data.h"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>

using namespace fusefind;

namespace {

namespace fs = std::filesystem;

constexpr const char* kEncoder = "efficientnet-lite0";
constexpr int kFilesInFolder = 500;

void run(const Cli& cli, const QStringList& arguments) {
    if (const CliRun ran = cli.run(arguments); ran.status != 0) giveUp(ran.err.toStdString());
}

QString shown(const fs::path& path) {
    return QString::fromStdString(path.string());
}

// JPEG files of the same few pictures. What follows a JPEG's end is not looked at, and makes each a content of its own.
void writePictures(const fs::path& folder, int count, int width, int height) {
    std::vector<std::string> pictures;
    for (const char* colours : {"rgbw", "grwb", "bwrg", "wbgr", "rrgg", "bbww"})
        pictures.push_back(encodePicture(quarters(width, height, colours), ".jpg"));
    for (int i = 0; i < count; ++i) {
        const fs::path file = folder / fmt::format("{:04}", i / kFilesInFolder) / fmt::format("picture {:06}.jpg", i);
        fs::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << pictures[static_cast<size_t>(i) % pictures.size()] << i;
    }
}

void writeLatents(Workspace& workspace) {
    constexpr size_t kBlock = 2048;
    constexpr float kSpread = 20; // of the encoder's own latents, about
    const std::string name = need(workspace.latentName(kEncoder, Modality::image));
    LatentStore* const store = need(workspace.latents(kEncoder, Modality::image));
    const auto pending = need(WorkJournal(workspace.database()).pending(name, Modality::image));
    for (size_t begin = 0; begin < pending.size(); begin += kBlock) {
        const size_t count = std::min(kBlock, pending.size() - begin);
        Matrix rows = latentLike(count, store->dim(), static_cast<uint32_t>(begin));
        std::vector<NewLatents> latents(count);
        for (size_t i = 0; i < count; ++i) {
            for (float& value : rows.row(i))
                value *= kSpread;
            latents[i].content = pending[begin + i].item.content;
            latents[i].rows.append(rows.row(i));
            latents[i].times.resize(1);
        }
        need(store->append(latents));
    }
}

void make(const fs::path& folder, int items, int unseen) {
    const Cli cli(folder / "data");
    for (const char* id : {"minilm-l6", kEncoder})
        run(cli, {"models", "add", QStringLiteral(FUSEFIND_MODELS_DIR "/") + QLatin1String(id)});
    writePairs(folder / "pairs", 60, 0);
    run(cli, {"train", shown(folder / "pairs"), "--name", "small", "--steps", "40", "--seed", "3"});
    writePictures(folder / "library", items, 96, 72);
    writePictures(folder / "new", unseen, 1600, 1200);
    run(cli, {"library", "add", shown(folder / "library")});
    {
        const auto workspace = need(Workspace::open(folder / "data", need(chooseDevice("cpu"))));
        need(scanLibrary(workspace->database()));
        writeLatents(*workspace);
    }
    run(cli, {"library", "scan"}); // indexes, and looks at the files themselves
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) giveUp("usage: make_large_library FOLDER [items] [new]");
    make(argv[1], argc > 2 ? std::atoi(argv[2]) : 100'000, argc > 3 ? std::atoi(argv[3]) : 1'000);
    return 0;
}
