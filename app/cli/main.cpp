// fusefind-cli. Loads no Torch: a worker that runs answers within milliseconds. Where none does, this process becomes
// the engine.

#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/worker_link.h"
#include "core/base/data_dir.h"
#include "core/base/thread_environment.h"
#include "core/protocol/methods.h"

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace fusefind {

namespace {

struct Arguments {
    std::vector<std::string> all;
    std::filesystem::path dataDir = DataDir::defaultRoot();
    bool quiet = false;
};

// Only what is needed here; whoever runs the command reads them all.
Arguments readArguments(int argc, char** argv) {
    Arguments arguments;
    arguments.all.assign(argv + 1, argv + argc);
    CLI::App app;
    app.allow_extras();
    app.set_help_flag();
    app.add_option("--data-dir", arguments.dataDir);
    app.add_flag("--quiet", arguments.quiet);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError&) { // the engine will say what is wrong
        return arguments;
    }
    return arguments;
}

Result<int> runOnWorker(WorkerLink& worker, const Arguments& arguments, const Output& output,
                        const std::stop_token& stop) {
    std::error_code ignored; // without a working directory only absolute paths are found
    const auto workingDir = std::filesystem::current_path(ignored);
    const Json params{{"args", arguments.all}, {"cwd", workingDir.native()}};
    FUSEFIND_TRY_ASSIGN(const Json answer, worker.call(method::kCommand, params, output.progressSink(), stop));
    output.write(answer.value("out", ""));
    output.writeError(answer.value("err", ""));
    return answer.value("status", static_cast<int>(kExitFailed));
}

// Does not return unless it fails.
Error becomeEngine(char** argv) {
    std::error_code ignored;
    const auto engine = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path() / "fusefind-engine";
    ::setenv(kSpinVariable, kSpinRounds, 0);
    ::execv(engine.c_str(), argv);
    return systemError("the engine cannot be started", engine, errno);
}

} // namespace

} // namespace fusefind

int main(int argc, char** argv) {
    using namespace fusefind;
    const Arguments arguments = readArguments(argc, argv);
    Output output;
    output.quiet = arguments.quiet;
    auto worker = WorkerLink::connect(arguments.dataDir);
    if (!worker) return output.failure(worker.error());
    if (!*worker) return output.failure(becomeEngine(argv));
    const auto status = runOnWorker(**worker, arguments, output, stopOnInterrupt());
    return status ? *status : output.failure(status.error());
}
