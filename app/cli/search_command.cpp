#include "app/cli/commands.h"
#include "app/cli/report.h"
#include "gpu/jobs/search_job.h"

#include <CLI/CLI.hpp>

namespace fusefind {

namespace {

struct Options {
    std::string text;
    std::vector<std::string> notTexts;
    std::vector<std::filesystem::path> like;
    std::vector<std::filesystem::path> unlike;
    std::vector<std::string> kinds;
    std::optional<float> minScore;
    LibraryQuery request;
};

std::vector<QueryTerm> termsOf(const Session& session, const Options& options) {
    std::vector<QueryTerm> terms;
    if (!options.text.empty()) terms.push_back({options.text, {}, true, 1});
    for (const auto& file : options.like)
        terms.push_back({{}, session.absolute(file), true, 1});
    for (const auto& text : options.notTexts)
        terms.push_back({text, {}, false, 1});
    for (const auto& file : options.unlike)
        terms.push_back({{}, session.absolute(file), false, 1});
    return terms;
}

int runSearch(Session& session, const Options& options) {
    LibraryQuery request = options.request;
    request.terms = termsOf(session, options);
    if (!request.filter.under.empty()) request.filter.under = session.absolute(request.filter.under);
    for (const auto& kind : options.kinds)
        request.filter.kinds.insert(*itemKindFromString(kind));
    request.minScore = options.minScore;
    return session.run([&](Workspace& workspace, JobContext& context) -> Result<int> {
        FUSEFIND_TRY_ASSIGN(const LibraryAnswer report, searchLibrary(workspace, request, context));
        session.output.answer(toJson(request, report), toText(report));
        return kExitDone;
    });
}

} // namespace

void addSearchCommand(CLI::App& app, Action& action) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("search", "Find files of the library by words, pictures and sounds");
    command->add_option("TEXT", options->text, "What to look for");
    command->add_option("--like", options->like, "Like this picture or sound")->allow_extra_args(false)->take_all();
    command->add_option("--unlike", options->unlike, "Unlike this picture or sound")
        ->allow_extra_args(false)
        ->take_all();
    command->add_option("--not", options->notTexts, "Without this")->allow_extra_args(false)->take_all();
    command->add_option("--in", options->kinds, "Only these kinds: image, audio, video")
        ->delimiter(',')
        ->check(CLI::IsMember({"image", "audio", "video"}));
    command->add_option("--under", options->request.filter.under, "Only files below this folder");
    command->add_option("--space", options->request.space, "A trained space; otherwise the one in use");
    command->add_option("--top", options->request.top, "How many")->check(CLI::Range(1, 100000))->capture_default_str();
    command->add_option("--min-score", options->minScore, "Only hits of at least this cosine")
        ->check(CLI::Range(-1.0, 1.0));
    command->add_flag("--exact", options->request.exact, "Compare with every item instead of the approximate index");
    command->callback([=, &action] { action = [=](Session& session) { return runSearch(session, *options); }; });
}

} // namespace fusefind
