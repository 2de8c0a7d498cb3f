#pragma once

#include "app/cli/session.h"

#include <functional>

namespace CLI {
class App;
}

namespace fusefind {

// Set by the subcommand that was given; run after parsing. The exit status.
using Action = std::function<int(Session&)>;

// Parses the arguments (without the program's name) into the session and runs the command; the exit status.
int runCommandLine(std::vector<std::string> arguments, Session& session);

// Each adds its commands, with options and help, to the program (the contract is the command line's reference in
// README.md).
void addModelsCommands(CLI::App& app, Action& action);
void addLibraryCommands(CLI::App& app, Action& action);
void addSearchCommand(CLI::App& app, Action& action);
void addPairsCommand(CLI::App& app, Action& action);
void addTrainCommand(CLI::App& app, Action& action);
void addEvalCommand(CLI::App& app, Action& action);
void addBenchCommand(CLI::App& app, Action& action);
void addEmbedCommand(CLI::App& app, Action& action);
void addSpacesCommands(CLI::App& app, Action& action);
void addStatusCommand(CLI::App& app, Action& action);

} // namespace fusefind
