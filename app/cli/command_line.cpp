#include "app/cli/commands.h"
#include "core/base/log.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <sstream>

namespace fusefind {

namespace {

void addGlobalOptions(CLI::App& app, Session& session) {
    app.set_version_flag("--version", std::string("fusefind-cli ") + FUSEFIND_VERSION);
    app.set_help_all_flag("--help-all", "Help for every command");
    app.require_subcommand(1);
    app.fallthrough();
    app.add_option("--data-dir", session.dataDir, "Where FuseFind keeps its data")->capture_default_str();
    app.add_flag("--json", session.output.json, "Exactly one JSON document on standard output");
    app.add_option("--device", session.device, "auto, cpu, cuda or cuda:N")->capture_default_str();
    app.add_option("--threads", session.threads, "Threads for computing; 0: one a core")->check(CLI::Range(0, 1024));
    app.add_option("--memory-limit", session.memoryLimitMb, "Megabytes of encoders to keep loaded; 0: any")
        ->check(CLI::Range(0, 1'000'000));
    app.add_flag("--quiet", session.output.quiet, "No progress");
}

// --help and --version are answers, everything else is wrong usage.
int answerParseError(CLI::App& app, const CLI::ParseError& error, const Output& output) {
    std::ostringstream out;
    std::ostringstream err;
    const bool asked = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
    app.exit(error, out, err);
    output.write(out.str());
    output.writeError(err.str());
    return asked ? kExitDone : kExitUsage;
}

} // namespace

int runCommandLine(std::vector<std::string> arguments, Session& session) {
    if (session.dataDir.empty()) session.dataDir = DataDir::defaultRoot();
    CLI::App app{"Finds your own pictures and sounds by words, by a sound, or by a picture.", "fusefind-cli"};
    addGlobalOptions(app, session);
    Action action;
    for (const auto& add : {addModelsCommands, addLibraryCommands, addSearchCommand, addPairsCommand, addTrainCommand,
                            addEvalCommand, addBenchCommand, addEmbedCommand, addSpacesCommands, addStatusCommand})
        add(app, action);

    std::ranges::reverse(arguments); // as CLI11 takes them
    try {
        app.parse(std::move(arguments));
    } catch (const CLI::ParseError& error) {
        return answerParseError(app, error, session.output);
    }
    if (!session.inWorker()) startLog(session.output.quiet ? spdlog::level::err : spdlog::level::warn);
    session.dataDir = session.absolute(session.dataDir);
    return action(session);
}

} // namespace fusefind
