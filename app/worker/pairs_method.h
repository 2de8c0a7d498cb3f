#pragma once

#include "core/base/progress.h"
#include "core/catalog/model_store.h"
#include "core/protocol/train_messages.h"

#include <stop_token>

namespace fusefind {

// The text encoder that a training would take, if it reads English alone; else empty.
std::string englishTextEncoder(const ModelStore& models);

// What is in paired folders, and what is wrong with it; needs no Torch, and as long as reading every file's head takes.
// Of very many problems the first are told, and how many there are. Errors: those of checkPairs().
Result<PairsAnswer> lookAtPairs(const PairsRequest& request, const ModelStore& models, const std::stop_token& stop,
                                const ProgressSink& progress);

} // namespace fusefind
