#include "app/cli/recipe_options.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace fusefind {

void addRecipeOptions(CLI::App& command, RecipeOverrides& recipe) {
    command.add_option("--epochs", recipe.epochs, "Passes over the pairs");
    command.add_option("--steps", recipe.steps, "Steps at most");
    command.add_option("--batch", recipe.batch, "Mixed pairs in a step");
    command.add_option("--alpha", recipe.alpha, "lambda ~ Beta(alpha, alpha); 0: no mixing");
    command.add_option("--layers", recipe.layers, "Residual blocks of an adapter");
    command.add_option("--expansion", recipe.expansion, "Hidden width of a block, as a multiple of its input");
    command.add_option("--dropout", recipe.dropout, "On the hidden layer of a block");
    command.add_option("--dim", recipe.dim, "Dimensions of the space");
    command.add_option("--lr", recipe.learningRate, "Highest learning rate");
    command.add_option("--weight-decay", recipe.weightDecay, "Of matrices only");
    command.add_option("--warmup", recipe.warmup, "Steps until the highest learning rate");
    command.add_option("--temperature", recipe.temperature, "To begin with; it is learned");
    command.add_option("--seed", recipe.seed, "Of every random choice");
    command.add_option("--val-fraction", recipe.valFraction, "Share of the items held out to measure recall");
    const auto takeSubset = [&recipe](const std::string& text) {
        const auto subset = subsetFromString(text);
        if (!subset) throw CLI::ValidationError("--subset", subset.error().text());
        recipe.subset = *subset;
    };
    command.add_option_function<std::string>(
        "--subset", takeSubset, "kdpp:N trains on the N most diverse pairs of each kind, uniform:N on any N");
}

Result<RecipeOverrides> recipeOptionsFrom(std::span<const std::pair<std::string, std::string>> options) {
    RecipeOverrides overrides;
    CLI::App app;
    app.set_help_flag();
    addRecipeOptions(app, overrides);
    std::vector<std::string> arguments; // CLI11 takes them from the end
    for (const auto& [name, value] : options)
        arguments.insert(arguments.begin(), fmt::format("--{}={}", name, value));
    try {
        app.parse(std::move(arguments));
    } catch (const CLI::ParseError& error) {
        return fail(ErrorCode::invalidInput, error.what());
    }
    Recipe recipe = autoRecipe({});
    FUSEFIND_TRY(applyOverrides(recipe, overrides));
    return overrides;
}

} // namespace fusefind
