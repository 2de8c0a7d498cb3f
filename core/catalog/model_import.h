#pragma once

#include "core/catalog/model_store.h"

namespace fusefind {

// What a model's folder says of itself: the architecture, whether it is a program, the licence, the credit, the
// pooling; of `options`, the prompt and the pooling. Errors: notFound, io, invalidInput, unsupported.
Result<ModelManifest> describeModelFolder(const std::filesystem::path& folder, const AddModelOptions& options);

// Copies the known files of a model's folder into an empty one and says what they are: everything of the manifest but
// the id, the dims and the date. Errors as ModelStore::add.
Result<ModelManifest> importModelFolder(const std::filesystem::path& from, const std::filesystem::path& to,
                                        const AddModelOptions& options);

} // namespace fusefind
