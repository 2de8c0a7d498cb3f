#include "app/cli/commands.h"
#include "app/cli/interrupt.h"

#include <CLI/CLI.hpp>

int main(int argc, char** argv) {
    using namespace fusefind;
    Session session;
    session.stop = stopOnInterrupt();
    session.dataDir = DataDir::defaultRoot();

    CLI::App app{"Finds your own pictures and sounds by words, by a sound, or by a picture.", "fusefind-cli"};
    app.set_version_flag("--version", std::string("fusefind-cli ") + FUSEFIND_VERSION);
    app.set_help_all_flag("--help-all", "Help for every command");
    app.require_subcommand(1);
    app.fallthrough();
    app.add_option("--data-dir", session.dataDir, "Where FuseFind keeps its data")->capture_default_str();
    app.add_flag("--json", session.output.json, "Exactly one JSON document on standard output");
    app.add_option("--device", session.device, "auto, cpu, cuda or cuda:N")->capture_default_str();
    app.add_option("--threads", session.threads, "Threads for computing; 0: one a core")->check(CLI::Range(0, 1024));
    app.add_flag("--quiet", session.output.quiet, "No progress");

    Action action;
    for (const auto& add : {addModelsCommands, addLibraryCommands, addSearchCommand, addPairsCommand, addTrainCommand,
                            addEvalCommand, addEmbedCommand, addSpacesCommands, addStatusCommand})
        add(app, action);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const bool asked = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success); // --help, --version
        app.exit(error);
        return asked ? kExitDone : kExitUsage;
    }
    return action(session);
}
