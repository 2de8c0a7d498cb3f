#pragma once

#include "core/catalog/model_store.h"

namespace fusefind {

// Copies the known files of a model's folder into an empty one and says what they are: everything of the manifest but
// the id, the dims and the date. Errors as ModelStore::add.
Result<ModelManifest> importModelFolder(const std::filesystem::path& from, const std::filesystem::path& to,
                                        const AddModelOptions& options);

} // namespace fusefind
