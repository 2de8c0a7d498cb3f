#include "ui/models/recipe_options.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <array>

namespace fusefind {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RecipeOptions)
};

constexpr double kMillion = 1e6;
constexpr double kLong = 1e9;

// The ranges are those of checkRecipe (gpu/fusemix/recipe.h), which has the last word.
constexpr std::array kOptions{
    RecipeOption{"epochs", QT_TRANSLATE_NOOP("RecipeOptions", "Epochs"),
                 QT_TRANSLATE_NOOP("RecipeOptions", "How often the training goes through all pairs"), true, 1,
                 kMillion},
    RecipeOption{"steps", QT_TRANSLATE_NOOP("RecipeOptions", "Steps at most"),
                 QT_TRANSLATE_NOOP("RecipeOptions", "The training ends after so many steps, whatever the epochs say"),
                 true, 1, kLong},
    RecipeOption{"batch", QT_TRANSLATE_NOOP("RecipeOptions", "Batch"),
                 QT_TRANSLATE_NOOP("RecipeOptions", "Mixed pairs in a step: each is told apart from all others in it"),
                 true, 2, kMillion},
    RecipeOption{
        "alpha", QT_TRANSLATE_NOOP("RecipeOptions", "Mixing (alpha)"),
        QT_TRANSLATE_NOOP("RecipeOptions", "How evenly two pairs are mixed: 1 is any share, 0 is no mixing at all"),
        false, 0, kMillion},
    RecipeOption{"layers", QT_TRANSLATE_NOOP("RecipeOptions", "Layers"),
                 QT_TRANSLATE_NOOP("RecipeOptions", "Residual blocks of an adapter; more need more pairs"), true, 0,
                 32},
    RecipeOption{"expansion", QT_TRANSLATE_NOOP("RecipeOptions", "Expansion"),
                 QT_TRANSLATE_NOOP("RecipeOptions", "Hidden width of a block, as a multiple of its input"), true, 1,
                 16},
    RecipeOption{"dropout", QT_TRANSLATE_NOOP("RecipeOptions", "Dropout"),
                 QT_TRANSLATE_NOOP("RecipeOptions",
                                   "Share of the hidden values left out at random; keeps from learning by heart"),
                 false, 0, 0.99},
    RecipeOption{"dim", QT_TRANSLATE_NOOP("RecipeOptions", "Dimensions"),
                 QT_TRANSLATE_NOOP("RecipeOptions", "Of the space: more hold finer differences and a larger index"),
                 true, 2, 16384},
    RecipeOption{"lr", QT_TRANSLATE_NOOP("RecipeOptions", "Learning rate"),
                 QT_TRANSLATE_NOOP("RecipeOptions", "The highest; it falls along a cosine to the end"), false, 1e-6,
                 10},
    RecipeOption{"weight-decay", QT_TRANSLATE_NOOP("RecipeOptions", "Weight decay"),
                 QT_TRANSLATE_NOOP("RecipeOptions", "How strongly weights are drawn to zero"), false, 0, 100},
    RecipeOption{"warmup", QT_TRANSLATE_NOOP("RecipeOptions", "Warm-up"),
                 QT_TRANSLATE_NOOP("RecipeOptions", "Steps until the highest learning rate"), true, 0, kLong},
    RecipeOption{
        "temperature", QT_TRANSLATE_NOOP("RecipeOptions", "Temperature"),
        QT_TRANSLATE_NOOP("RecipeOptions", "To begin with; it is learned. Lower tells pairs apart more sharply"), false,
        0.001, 0.5},
    RecipeOption{"val-fraction", QT_TRANSLATE_NOOP("RecipeOptions", "Held-out share"),
                 QT_TRANSLATE_NOOP("RecipeOptions", "Share of the files that is only measured with, never trained on"),
                 false, 0, 0.99},
    RecipeOption{"seed", QT_TRANSLATE_NOOP("RecipeOptions", "Seed"),
                 QT_TRANSLATE_NOOP("RecipeOptions", "Of every random choice: the same seed gives the same space"), true,
                 0, kLong},
};

} // namespace

std::span<const RecipeOption> recipeOptions() {
    return kOptions;
}

QString labelOf(const RecipeOption& option) {
    return Words::tr(option.label);
}

QString explanationOf(const RecipeOption& option) {
    const auto number = [](double value) { return QLocale().toString(value, 'f', QLocale::FloatingPointShortest); };
    const QString text = Words::tr(option.explanation);
    if (option.most >= kMillion) return Words::tr("%1 (at least %2)").arg(text, number(option.least));
    return Words::tr("%1 (%2 to %3)").arg(text, number(option.least), number(option.most));
}

std::optional<std::string> valueFor(const RecipeOption& option, const QString& typed) {
    bool understood = false;
    const double value = QLocale().toDouble(typed.trimmed(), &understood);
    if (!understood || value < option.least || value > option.most) return {};
    if (!option.whole) return QString::number(value, 'g', 9).toStdString();
    const auto rounded = static_cast<qlonglong>(value);
    if (static_cast<double>(rounded) != value) return {};
    return QString::number(rounded).toStdString();
}

} // namespace fusefind
