#pragma once

#include "gpu/fusemix/recipe.h"

#include <span>

namespace CLI {
class App;
}

namespace fusefind {

// --epochs to --val-fraction, what `train` lets a person set over a recipe.
void addRecipeOptions(CLI::App& command, RecipeOverrides& recipe);

// The same from names and values without dashes, {"epochs", "12"}. Errors: invalidInput (an unknown name, a value of
// another type or out of the recipe's range).
Result<RecipeOverrides> recipeOptionsFrom(std::span<const std::pair<std::string, std::string>> options);

} // namespace fusefind
