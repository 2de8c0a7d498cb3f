#pragma once

#include "core/search/label_table.h"
#include "gpu/jobs/job_queue.h"
#include "gpu/jobs/workspace.h"

#include <memory>

namespace fusefind {

class HnswIndex;
struct CloseReference;

// The library in one space, as it was last brought up to date: labels are segments, points the space's projection of
// the stored latents. A file beside the space keeps the index; it is built again whenever it is missing, damaged or
// made of something else.
struct OpenIndex {
    std::shared_ptr<const Space> space;
    std::shared_ptr<HnswIndex> index;
    std::shared_ptr<const LabelTable> table; // what its labels stand for
    bool unsaved = false;                    // grew or shrank since its file was written
    // Of the index as it was when last tuned, or first searched after it was loaded; null before.
    std::shared_ptr<const CloseReference> close;
};

// The index that this process has open or, first, the one that was saved; brought up to date if there is none.
Result<std::shared_ptr<const OpenIndex>> openIndex(Workspace& workspace, const std::shared_ptr<const Space>& space,
                                                   JobContext& context);

// Adds what the library has gained and takes away what it has lost. Reads latents only, never a file of the user's.
Result<std::shared_ptr<const OpenIndex>> refreshIndex(Workspace& workspace, const std::shared_ptr<const Space>& space,
                                                      JobContext& context);

enum class IndexUpkeep {
    quick,
    thorough // also builds it again where many of its points are removed ones: minutes for a large one
};

// The same and, if anything changed since it was last saved, saves it. If it grew much, it is tuned by texts that
// the space knows, which measures recall@10 against exact search (indexRecall()), and its close reference is made
// again.
Status updateIndex(Workspace& workspace, const std::shared_ptr<const Space>& space, JobContext& context,
                   IndexUpkeep upkeep = IndexUpkeep::quick);

// The same for the space in use, if there is one: after the library lost or gained files.
Status updateIndexInUse(Workspace& workspace, JobContext& context);

// Share of the true ten nearest that the index of this space found when it was last tuned, in [0, 1]; nothing if never
// measured.
Result<std::optional<double>> indexRecall(Workspace& workspace, const std::string& space);

} // namespace fusefind
