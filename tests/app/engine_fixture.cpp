#include "app/engine_fixture.h"

#include "app/cli/commands.h"

#include <cstdlib>

namespace fusefind {

EngineFixture::EngineFixture() {
    const auto opened = queue.submit(JobPriority::interactive, [this](JobContext&) -> Status {
        configureThreads(1);
        FUSEFIND_TRY_ASSIGN(const Device device, chooseDevice("cpu"));
        FUSEFIND_TRY_ASSIGN(workspace, Workspace::open(folder / "data", device));
        return {};
    });
    if (!JobQueue::Job(opened).wait()) std::abort();
    for (const char* id : {"minilm-l6", "efficientnet-lite0", "aisfx"})
        if (command({"models", "add", std::string(FUSEFIND_MODELS_DIR "/") + id}) != 0) std::abort();
}

Status EngineFixture::run(const std::function<Status(Workspace&, JobContext&)>& body, JobPriority priority) {
    auto job = queue.submit(priority, [&](JobContext& context) { return body(*workspace, context); });
    return job.wait();
}

int EngineFixture::command(const std::vector<std::string>& arguments, std::string* printed, std::string* complained) {
    std::string out;
    std::string err;
    Session session;
    session.workingDir = folder.path();
    session.queue = &queue;
    session.workspace = workspace.get();
    session.output.out = &out;
    session.output.err = &err;
    const int status = runCommandLine(arguments, session);
    if (printed) *printed = std::move(out);
    if (complained) *complained = std::move(err);
    return status;
}

} // namespace fusefind
