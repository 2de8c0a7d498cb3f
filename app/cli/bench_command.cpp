#include "app/cli/benchmarks.h"
#include "app/cli/commands.h"
#include "app/cli/report.h"
#include "app/cli/training_options.h"
#include "core/base/text.h"
#include "gpu/jobs/paired_latents.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace fusefind {

namespace {

struct Options {
    std::string benchmark;
    std::filesystem::path root;
    std::string space;
    bool train = false;
    TrainingOptions training;
};

struct BenchReport {
    Benchmark benchmark;
    EvalReport result; // `skipped` with the files that are missing
    Recall toText;
    Recall fromText;
    std::optional<TrainReport> training;
};

constexpr std::array<std::string_view, 3> kRecallNames{"R@1", "R@5", "R@10"};

std::vector<std::string> notesOf(const BenchReport& report) {
    std::vector<std::string> notes{std::string(report.benchmark.note)};
    if (report.training)
        notes.push_back(fmt::format("This space was trained on {} itself: not zero-shot.", report.benchmark.title));
    return notes;
}

Json toJson(const PaperRecall& recall) {
    Json json;
    for (size_t i = 0; i < recall.size(); ++i)
        json[std::string(kRecallNames[i])] = recall[i] ? Json(*recall[i]) : Json();
    return json;
}

Json toJson(const BenchReport& report) {
    const std::string item(toString(report.benchmark.modality));
    Json paper = Json::array();
    for (const PaperRow& row : paperRows(report.benchmark))
        paper.push_back(
            {{"method", row.method},
             {"pairs", row.pairs},
             {"recall", {{"text_to_" + item, toJson(row.fromText)}, {item + "_to_text", toJson(row.toText)}}}});
    Json json = toJson(report.result);
    json["benchmark"] = report.benchmark.name;
    json["items"] = report.toText.queries;
    json["captions"] = report.toText.candidates;
    json["missing"] = report.result.skipped.size();
    json["paper"] = paper;
    json["notes"] = notesOf(report);
    if (report.training) json["training"] = toJson(*report.training);
    return json;
}

std::vector<std::string> cellsOf(std::string_view who, std::string_view pairs, const PaperRecall& fromText,
                                 const PaperRecall& toText) {
    std::vector<std::string> cells{std::string(who), std::string(pairs)};
    for (const PaperRecall& recall : {fromText, toText})
        for (const auto& value : recall)
            cells.push_back(value ? fmt::format("{:.1f}", *value) : "-");
    return cells;
}

std::string toText(const BenchReport& report) {
    const auto item = toString(report.benchmark.modality);
    std::string text = report.training ? toText(*report.training) : "";
    for (const SkippedFile& file : report.result.skipped)
        text += fmt::format("skipped: {}: {}\n", singleLine(toUtf8(file.path)), file.reason);
    text += fmt::format("{}, test part: {} {}, {} captions, {} missing\n", report.benchmark.title,
                        report.toText.queries, report.benchmark.modality == Modality::image ? "pictures" : "sounds",
                        report.toText.candidates, report.result.skipped.size());
    std::vector<std::vector<std::string>> rows{
        {"", "", fmt::format("text to {}", item), "", "", fmt::format("{} to text", item), "", ""},
        {"", "pairs", "R@1", "R@5", "R@10", "R@1", "R@5", "R@10"}};
    const auto recallOf = [](const Recall& recall) { return PaperRecall{recall.r1, recall.r5, recall.r10}; };
    rows.push_back(cellsOf(fmt::format("space \"{}\"", report.result.space), "", recallOf(report.fromText),
                           recallOf(report.toText)));
    for (const PaperRow& row : paperRows(report.benchmark))
        rows.push_back(cellsOf(row.method, row.pairs, row.fromText, row.toText));
    text += table(rows);
    for (const std::string& note : notesOf(report))
        text += note + "\n";
    return text;
}

// Beside or in annotations/, as such files come.
Result<std::filesystem::path> captionsIn(const std::filesystem::path& root, const Benchmark& benchmark) {
    for (const auto& folder : {root, root / "annotations"}) {
        std::error_code error;
        if (std::filesystem::is_regular_file(folder / benchmark.captions, error)) return folder / benchmark.captions;
    }
    return fail(ErrorCode::notFound, fmt::format("no {} here", benchmark.title), root,
                fmt::format("looked for {} ({})", benchmark.captions, benchmark.layout));
}

Result<PairedData> readTestPart(Workspace& workspace, const std::filesystem::path& captions, JobContext& context) {
    FUSEFIND_TRY_ASSIGN(PairedData data, readPairs(workspace, std::span(&captions, 1), context));
    keepSplit(data, Split::test);
    if (!data.texts.empty()) return data;
    const auto lost = lostItems(data);
    const auto why = lost.empty() ? "nothing in it is for testing"
                                  : fmt::format("{}: {}", toUtf8(lost.front().path), lost.front().problem);
    return fail(ErrorCode::invalidInput, "the test part has no pairs", captions, why);
}

Result<BenchReport> measure(Workspace& workspace, const PairedData& data, const Benchmark& benchmark,
                            const std::string& space, JobContext& context) {
    BenchReport report{benchmark, {}, {}, {}, {}};
    FUSEFIND_TRY_ASSIGN(report.result, evaluateSpace(workspace, data, space, context));
    for (const PairProblem& lost : lostItems(data))
        report.result.skipped.push_back({lost.path, lost.problem});
    const auto kind = std::ranges::find_if(report.result.recalls, [&](const KindRecall& recall) {
        return recall.a == benchmark.modality && recall.b == Modality::text;
    });
    if (kind == report.result.recalls.end())
        return fail(ErrorCode::invalidInput,
                    fmt::format("nothing of {} could be encoded as {}", benchmark.title, toString(benchmark.modality)));
    report.toText = kind->recall.aToB;
    report.fromText = kind->recall.bToA;
    return report;
}

int runBench(Session& session, const Options& options) {
    const Benchmark& benchmark = benchmarkNamed(options.benchmark);
    const auto command = [&](Workspace& workspace, JobContext& context) -> Result<int> {
        FUSEFIND_TRY_ASSIGN(const auto captions, captionsIn(session.absolute(options.root), benchmark));
        FUSEFIND_TRY_ASSIGN(const PairedData data, readTestPart(workspace, captions, context));
        std::optional<TrainReport> training;
        if (options.train) {
            TrainRequest request = trainRequest(options.training);
            request.pairs.folders = {captions};
            FUSEFIND_TRY_ASSIGN(training, trainSpace(workspace, request, context));
            if (training->cancelled) {
                session.output.answer(toJson(*training), toText(*training));
                return kExitCancelled;
            }
        }
        const std::string space = training ? training->space.name : options.space;
        FUSEFIND_TRY_ASSIGN(BenchReport report, measure(workspace, data, benchmark, space, context));
        report.training = std::move(training);
        session.output.answer(toJson(report), toText(report));
        const bool complete = report.result.skipped.empty() && (!report.training || report.training->skipped.empty());
        return complete ? kExitDone : kExitSkipped;
    };
    return session.run(command, JobPriority::normal);
}

} // namespace

void addBenchCommand(CLI::App& app, Action& action) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "bench", "Recall@1/5/10 on the test part of a published data set, beside what the FuseMix paper reports "
                 "(changes of the window's data page count)");
    std::vector<std::string> names;
    for (const Benchmark& benchmark : benchmarks())
        names.emplace_back(benchmark.name);
    command->add_option("DATA", options->benchmark, "Which data set")->required()->check(CLI::IsMember(names));
    command->add_option("--root", options->root, "Where it lies, as it is published")->required();
    CLI::Option* space = command->add_option("--space", options->space, "A trained space; otherwise the one in use");
    CLI::Option* train =
        command->add_flag("--train", options->train, "Train a space on the training part first")->excludes(space);
    CLI::App* training = command->add_option_group("With --train");
    train->needs(addTrainingOptions(*training, options->training));
    for (CLI::Option* option : training->get_options())
        option->needs(train);
    command->callback([=, &action] { action = [=](Session& session) { return runBench(session, *options); }; });
}

} // namespace fusefind
