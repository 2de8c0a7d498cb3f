#pragma once

#include "app/cli/session.h"
#include "core/catalog/model_download.h"

#include <optional>

namespace fusefind {

// The catalogue is the one that comes with the program, or the file that FUSEFIND_CATALOGUE names.

// What `models list --available` shows.
int listAvailableModels(Session& session);

struct CatalogueWish {
    std::string name;             // a model's, or its repository's
    std::string id;               // the one it shall have here; empty: the catalogue's
    bool licenceAccepted = false; // also one that forbids commercial use
};

struct CatalogueLoad {
    std::string id;
    std::optional<ModelDownload> download; // nothing: the store has this model already
    std::string prompt = {};               // what the catalogue says that every text is to begin with
};

// Loads a model's files; what came before a stop or a failure waits for the next call. Errors: notFound (no such name),
// invalidInput (its licence was not accepted; another model has the id), and those of ModelDownload.
Result<CatalogueLoad> loadFromCatalogue(const Session& session, JobContext& context, const CatalogueWish& wish);

} // namespace fusefind
