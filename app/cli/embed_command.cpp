#include "app/cli/commands.h"
#include "app/cli/report.h"
#include "core/base/atomic_file.h"
#include "core/base/text.h"
#include "gpu/jobs/embed_job.h"

#include <CLI/CLI.hpp>

namespace fusefind {

namespace {

Result<std::vector<std::string>> readLines(const std::filesystem::path& file) {
    FUSEFIND_TRY_ASSIGN(const std::string text, readFile(file, size_t{1} << 30));
    std::vector<std::string> lines;
    for (size_t begin = 0; begin < text.size();) {
        const size_t end = std::min(text.find('\n', begin), text.size());
        std::string_view line(text.data() + begin, end - begin);
        if (line.ends_with('\r')) line.remove_suffix(1);
        lines.push_back(toUtf8(line));
        begin = end + 1;
    }
    return lines;
}

int runEmbed(Session& session, EmbedRequest request, const std::filesystem::path& linesFile) {
    for (auto& file : request.files)
        file = session.absolute(file);
    request.out = session.absolute(request.out);
    const auto command = [&](Workspace& workspace, JobContext& context) -> Result<int> {
        if (!linesFile.empty()) {
            FUSEFIND_TRY_ASSIGN(request.lines, readLines(session.absolute(linesFile)));
        }
        FUSEFIND_TRY_ASSIGN(const EmbedReport report, embed(workspace, request, context));
        session.output.answer(toJson(report), toText(report));
        return report.skipped.empty() ? kExitDone : kExitSkipped;
    };
    return session.run(command, JobPriority::normal);
}

} // namespace

void addEmbedCommand(CLI::App& app, Action& action) {
    struct Options {
        EmbedRequest request;
        std::filesystem::path lines;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("embed", "Write the latents or points of files and lines of text");
    command->add_option("FILE", options->request.files, "Pictures and sounds");
    command->add_option("--out", options->request.out, "The safetensors file to write")->required();
    CLI::Option* encoder = command->add_option("--encoder", options->request.encoder, "Raw latents of this encoder");
    command->add_option("--space", options->request.space, "Points of this space; otherwise the one in use")
        ->excludes(encoder);
    command->add_option("--lines", options->lines, "Embed each line of this text file");
    command->add_flag("--segments", options->request.segments, "Every segment of a long sound instead of their mean");
    command->callback([=, &action] {
        action = [=](Session& session) { return runEmbed(session, options->request, options->lines); };
    });
}

} // namespace fusefind
