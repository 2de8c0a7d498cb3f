#include "app/worker/command_method.h"

#include "app/cli/commands.h"

#include <algorithm>

namespace fusefind {

Result<CommandParams> commandParams(const Json& params) {
    const auto wrong = [] { return fail(ErrorCode::invalidInput, "a command without \"args\" and \"cwd\""); };
    if (!params.is_object() || !params.contains("args") || !params["args"].is_array() || !params.contains("cwd") ||
        !params["cwd"].is_string())
        return wrong();
    CommandParams command;
    for (const Json& argument : params["args"]) {
        if (!argument.is_string()) return wrong();
        command.arguments.push_back(argument.get<std::string>());
    }
    command.workingDir = params["cwd"].get<std::string>();
    return command;
}

bool encodesPairs(const CommandParams& command) {
    return std::ranges::any_of(command.arguments,
                               [](const auto& word) { return word == "train" || word == "eval" || word == "bench"; });
}

Json runCommand(const CommandParams& params, JobQueue& queue, Workspace& workspace, ProgressSink progress,
                const std::stop_token& stop) {
    std::string out;
    std::string err;
    Session session;
    session.dataDir = workspace.dataDir().root();
    session.workingDir = params.workingDir;
    session.queue = &queue;
    session.workspace = &workspace;
    session.stop = stop;
    session.output.out = &out;
    session.output.err = &err;
    session.output.progressTo = std::move(progress);
    const int status = runCommandLine(params.arguments, session);
    return {{"status", status}, {"out", std::move(out)}, {"err", std::move(err)}};
}

} // namespace fusefind
