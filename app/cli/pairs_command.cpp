#include "app/cli/commands.h"
#include "app/cli/report.h"
#include "core/base/text.h"
#include "core/library/pairs/pair_check.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace fusefind {

namespace {

using Paths = std::vector<std::filesystem::path>;

void answer(const Output& output, const PairCheck& check) {
    const PairedData& data = check.data;
    const Json pairs{{"image_text", data.imageText.size()},
                     {"audio_text", data.audioText.size()},
                     {"image_audio", data.imageAudio.size()}};
    const Json items{{"image", data.images.size()}, {"audio", data.sounds.size()}, {"text", data.texts.size()}};
    Json listed = Json::array();
    Json formats = Json::array();
    std::string text;
    for (const PairedFolder& folder : data.folders) {
        formats.push_back({{"path", toUtf8(folder.path)}, {"format", folder.format}});
        text += fmt::format("{}: {}\n", singleLine(toUtf8(folder.path)), folder.format);
    }
    for (const PairProblem& problem : check.problems) {
        listed.push_back({{"path", toUtf8(problem.path)}, {"problem", problem.problem}});
        text += fmt::format("problem: {}: {}\n", singleLine(toUtf8(problem.path)), problem.problem);
    }
    text += table(
        {{"pairs", "", "items", ""},
         {"image, text", std::to_string(data.imageText.size()), "pictures", std::to_string(data.images.size())},
         {"audio, text", std::to_string(data.audioText.size()), "sounds", std::to_string(data.sounds.size())},
         {"image, audio", std::to_string(data.imageAudio.size()), "captions", std::to_string(data.texts.size())}});
    output.answer({{"pairs", pairs}, {"items", items}, {"problems", listed}, {"formats", formats}}, text);
}

int runCheck(Session& session, Paths folders) {
    for (auto& folder : folders)
        folder = session.absolute(folder);
    return session.runAlone([&](JobContext& context) -> Result<int> {
        const auto progress = [&](const Progress& now) { context.progress(now); };
        FUSEFIND_TRY_ASSIGN(const PairCheck check, checkPairs(folders, {}, context.stop(), progress));
        answer(session.output, check);
        return kExitDone;
    });
}

} // namespace

void addPairsCommand(CLI::App& app, Action& action) {
    CLI::App* pairs = app.add_subcommand("pairs", "Paired folders: what is in them");
    pairs->require_subcommand(1)->fallthrough();
    auto folders = std::make_shared<Paths>();
    CLI::App* check =
        pairs->add_subcommand("check", "Pairs of each kind, missing partners, unreadable files, duplicates")
            ->fallthrough();
    check->add_option("DIR", *folders)->required();
    check->callback([=, &action] { action = [=](Session& session) { return runCheck(session, *folders); }; });
}

} // namespace fusefind
