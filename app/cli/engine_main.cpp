// The engine behind the command line: what fusefind-cli becomes where no worker runs.

#include "app/cli/commands.h"
#include "app/cli/interrupt.h"

int main(int argc, char** argv) {
    using namespace fusefind;
    Session session;
    session.stop = stopOnInterrupt();
    std::error_code ignored; // without a working directory only absolute paths are found
    session.workingDir = std::filesystem::current_path(ignored);
    return runCommandLine({argv + 1, argv + argc}, session);
}
