#pragma once

#include <QtCore/QString>
#include <optional>
#include <span>
#include <string>

namespace fusefind {

// An option of the command line's `train`, as a person sets it over the automatic recipe.
struct RecipeOption {
    const char* name;        // without dashes
    const char* label;       // to be translated, as the explanation is
    const char* explanation; // one line
    bool whole;              // no fractions
    double least;
    double most;
};

std::span<const RecipeOption> recipeOptions();

QString labelOf(const RecipeOption& option);
QString explanationOf(const RecipeOption& option); // with the range

// What was typed in the person's own locale, as the command line wants it; nothing if it is no number in the range.
std::optional<std::string> valueFor(const RecipeOption& option, const QString& typed);

} // namespace fusefind
