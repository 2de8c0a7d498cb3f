#pragma once

#include "core/catalog/model_store.h"
#include "gpu/jobs/embed_job.h"
#include "gpu/jobs/scan_job.h"
#include "gpu/jobs/search_job.h"
#include "gpu/jobs/status_job.h"
#include "gpu/jobs/train_job.h"

#include <nlohmann/json.hpp>

#include <string>

namespace fusefind {

// What the commands answer, as the JSON of the contract and as text for people.

Json toJson(const ModelManifest& manifest);
std::string toText(const std::vector<ModelManifest>& manifests);

Json foldersJson(const std::vector<Folder>& folders);
std::string foldersText(const std::vector<Folder>& folders);

Json toJson(const LibraryScan& scan);
std::string toText(const LibraryScan& scan);

Json toJson(const LibraryQuery& request, const LibraryAnswer& report);
std::string toText(const LibraryAnswer& report);

Json toJson(const TrainReport& report);
std::string toText(const TrainReport& report);
Json toJson(const EvalReport& report);
std::string toText(const EvalReport& report);

Json toJson(const EmbedReport& report);
std::string toText(const EmbedReport& report);

Json toJson(const SpaceInfo& space);
std::string toText(const SpaceInfo& space);

// `inWorker`: this process is the worker.
Json toJson(const StatusReport& report, bool inWorker);
std::string toText(const StatusReport& report, bool inWorker);

} // namespace fusefind
