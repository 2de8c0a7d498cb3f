#pragma once

#include "core/protocol/map_messages.h"
#include "gpu/jobs/job_queue.h"
#include "gpu/jobs/workspace.h"

#include <functional>

namespace fusefind {

using OnMapStep = std::function<void(const MapStep&)>;

// Lays the pairs of a data set out in the plane, by where they lie in the space in use: first along the two axes on
// which they spread most, a random sample of them at once, the others where the sample lets expect them, and then, one
// by one, where they are; then with neighbours together (core/map). On the caller's thread, which it makes less urgent
// than others; latents are projected on the compute thread, some at a time, so that a search waits for few of them.
// Errors: notFound (no such data set; no space is in use), cancelled, those of pairLatents and pairPoints.
Result<MapAnswer> drawMap(int64_t dataSet, JobQueue& queue, Workspace& workspace, const std::stop_token& stop,
                          ProgressSink progress, const OnMapStep& onStep);

} // namespace fusefind
