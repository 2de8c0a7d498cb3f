#include "app/cli/commands.h"
#include "app/cli/report.h"
#include "gpu/jobs/scan_job.h"
#include "gpu/jobs/space_index.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace fusefind {

namespace {

using Paths = std::vector<std::filesystem::path>;

Result<int> answerFolders(const Session& session, Workspace& workspace) {
    FUSEFIND_TRY_ASSIGN(const auto folders, workspace.library().folders());
    session.output.answer(foldersJson(folders), foldersText(folders));
    return kExitDone;
}

int listFolders(Session& session) {
    return session.run([&](Workspace& workspace, JobContext&) { return answerFolders(session, workspace); });
}

int addFolders(Session& session, const Paths& folders) {
    return session.run([&](Workspace& workspace, JobContext&) -> Result<int> {
        for (const auto& folder : folders)
            FUSEFIND_TRY(workspace.library().addFolder(session.absolute(folder)));
        return answerFolders(session, workspace);
    });
}

int removeFolders(Session& session, const Paths& folders) {
    return session.run([&](Workspace& workspace, JobContext& context) -> Result<int> {
        for (const auto& folder : folders)
            FUSEFIND_TRY(workspace.library().removeFolder(session.absolute(folder)));
        FUSEFIND_TRY(updateIndexInUse(workspace, context));
        return answerFolders(session, workspace);
    });
}

int scan(Session& session, bool watch) {
    constexpr std::chrono::seconds kInterval(10); // between two looks at the folders
    const auto command = [&](Workspace& workspace, JobContext& context) -> Result<int> {
        auto report = runScan(workspace, context);
        while (watch && report && context.pause(kInterval)) {
            auto next = runScan(workspace, context);
            if (next || next.error().code != ErrorCode::cancelled) report = std::move(next);
        }
        if (!report) return fail(report.error());
        session.output.answer(toJson(*report), toText(*report));
        return report->skipped.empty() ? kExitDone : kExitSkipped;
    };
    return session.run(command, JobPriority::background);
}

} // namespace

void addLibraryCommands(CLI::App& app, Action& action) {
    CLI::App* library = app.add_subcommand("library", "Which folders belong to the library, and their scan");
    library->require_subcommand(1)->fallthrough();

    auto folders = std::make_shared<Paths>();
    CLI::App* add = library->add_subcommand("add", "Add folders to the library")->fallthrough();
    add->add_option("DIR", *folders)->required();
    add->callback([=, &action] { action = [=](Session& session) { return addFolders(session, *folders); }; });

    CLI::App* remove = library->add_subcommand("remove", "Forget folders; their files stay as they are")->fallthrough();
    remove->add_option("DIR", *folders)->required();
    remove->callback([=, &action] { action = [=](Session& session) { return removeFolders(session, *folders); }; });

    CLI::App* list = library->add_subcommand("list", "Show the folders")->fallthrough();
    list->callback([&action] { action = listFolders; });

    auto watch = std::make_shared<bool>(false);
    CLI::App* scanCommand =
        library->add_subcommand("scan", "Discover, encode what is new or changed, and index")->fallthrough();
    scanCommand->add_flag("--watch", *watch, "Keep going until Ctrl-C");
    scanCommand->callback([=, &action] { action = [=](Session& session) { return scan(session, *watch); }; });
}

} // namespace fusefind
