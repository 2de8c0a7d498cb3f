#include "app/cli/training_options.h"

#include "app/cli/recipe_options.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace fusefind {

namespace {

// "image=a+b" as a modality and its encoders; a wrong one is wrong usage.
std::pair<Modality, std::vector<std::string>> parseEncoder(const std::string& text) {
    const size_t equals = text.find('=');
    const auto modality = modalityFromString(text.substr(0, equals));
    if (!modality || equals == std::string::npos || equals + 1 == text.size())
        throw CLI::ValidationError("--encoder", fmt::format("\"{}\" is not image=ID, text=ID or audio=ID", text));
    return {*modality, CLI::detail::split(text.substr(equals + 1), '+')};
}

} // namespace

CLI::Option* addTrainingOptions(CLI::App& command, TrainingOptions& options) {
    CLI::Option* const name = command.add_option("--name", options.request.name, "Of the space");
    command.add_option("--encoder", options.encoders, "MODALITY=ID[+ID]; + joins the latents of two encoders")
        ->check([](const std::string& text) -> std::string {
            try {
                parseEncoder(text);
                return {};
            } catch (const CLI::ValidationError& error) {
                return error.what();
            }
        });
    command.add_option("--recipe", options.recipe, "auto fits the data; paper is the published configuration")
        ->check(CLI::IsMember({"auto", "paper"}))
        ->capture_default_str();
    command.add_option("--extend", options.request.extends,
                       "A space whose texts stay where they lie, and whose pictures and sounds stay where the pairs "
                       "teach nothing better");
    addRecipeOptions(command, options.request.overrides);
    command.add_flag("--resume", options.request.resume, "Go on from the last checkpoint of this name");
    return name;
}

TrainRequest trainRequest(const TrainingOptions& options) {
    TrainRequest request = options.request;
    request.paper = options.recipe == "paper";
    for (const std::string& encoder : options.encoders)
        request.encoders.insert(parseEncoder(encoder));
    return request;
}

} // namespace fusefind
