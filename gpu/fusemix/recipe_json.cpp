#include "gpu/fusemix/recipe.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace fusefind {

nlohmann::json toJson(const Recipe& recipe) {
    return {{"name", recipe.name},
            {"epochs", recipe.epochs},
            {"steps", recipe.steps},
            {"min_epoch_steps", recipe.minEpochSteps},
            {"patience", recipe.patience},
            {"batch", recipe.batch},
            {"alpha", recipe.alpha},
            {"temperature", recipe.temperature},
            {"layers", recipe.layers},
            {"expansion", recipe.expansion},
            {"dropout", recipe.dropout},
            {"dim", recipe.dim},
            {"fixed", recipe.fixed ? nlohmann::json(toString(*recipe.fixed)) : nlohmann::json()},
            {"standardize", recipe.standardize},
            {"correct_gap", recipe.correctGap},
            {"lr", recipe.learningRate},
            {"floor_lr", recipe.floorRate},
            {"weight_decay", recipe.weightDecay},
            {"warmup", recipe.warmup},
            {"decay", recipe.decay == Decay::perEpoch ? "epoch" : "step"},
            {"seed", recipe.seed},
            {"val_fraction", recipe.valFraction},
            {"subset", recipe.subset ? nlohmann::json(toString(*recipe.subset)) : nlohmann::json()},
            {"reasons", recipe.reasons}};
}

Result<Recipe> recipeFromJson(const nlohmann::json& json) {
    Recipe recipe;
    try {
        json.at("name").get_to(recipe.name);
        json.at("epochs").get_to(recipe.epochs);
        json.at("steps").get_to(recipe.steps);
        json.at("min_epoch_steps").get_to(recipe.minEpochSteps);
        json.at("patience").get_to(recipe.patience);
        json.at("batch").get_to(recipe.batch);
        json.at("alpha").get_to(recipe.alpha);
        json.at("temperature").get_to(recipe.temperature);
        json.at("layers").get_to(recipe.layers);
        json.at("expansion").get_to(recipe.expansion);
        json.at("dropout").get_to(recipe.dropout);
        json.at("dim").get_to(recipe.dim);
        if (!json.at("fixed").is_null()) recipe.fixed = modalityFromString(json.at("fixed").get<std::string>());
        json.at("standardize").get_to(recipe.standardize);
        json.at("correct_gap").get_to(recipe.correctGap);
        json.at("lr").get_to(recipe.learningRate);
        json.at("floor_lr").get_to(recipe.floorRate);
        json.at("weight_decay").get_to(recipe.weightDecay);
        json.at("warmup").get_to(recipe.warmup);
        recipe.decay = json.at("decay").get<std::string>() == "epoch" ? Decay::perEpoch : Decay::perStep;
        json.at("seed").get_to(recipe.seed);
        json.at("val_fraction").get_to(recipe.valFraction);
        json.at("reasons").get_to(recipe.reasons);
        if (const auto subset = json.find("subset"); subset != json.end() && !subset->is_null()) { // newer than spaces
            FUSEFIND_TRY_ASSIGN(recipe.subset, subsetFromString(subset->get<std::string>()));
        }
    } catch (const nlohmann::json::exception& error) {
        return fail(ErrorCode::invalidInput, fmt::format("not a recipe: {}", error.what()));
    }
    FUSEFIND_TRY(checkRecipe(recipe));
    return recipe;
}

} // namespace fusefind
