#pragma once

#include "core/protocol/library_messages.h"
#include "gpu/jobs/encode.h"
#include "gpu/jobs/workspace.h"

namespace fusefind {

// What a space has to say of things that are not in the library; nothing of it is stored.

// Raw latents of one file with the encoders of its modality, joined: [1, D], or [S, D] with a row for each segment of a
// sound. Errors: cancelled.
Result<Matrix> latentsOfFile(Workspace& workspace, const std::filesystem::path& file, Modality modality,
                             const std::vector<std::string>& encoders, bool segments, const JobContext& context);
Result<Matrix> latentsOfLine(Workspace& workspace, const std::string& line, const std::vector<std::string>& encoders);

// The same as points of the space, [1, dim] or [S, dim]. Errors: unsupported (the space has no encoders or not this
// modality).
Result<Matrix> pointsOfFile(Workspace& workspace, const Space& space, const std::filesystem::path& file, bool segments,
                            const JobContext& context);
Result<Matrix> pointOfLine(Workspace& workspace, const Space& space, const std::string& line);

// One thing searched by. A file of the library is not read again, of another sound the first kSearchedSeconds are, and
// what was searched by lately is remembered. Errors: cancelled.
Result<QueryPoint> pointOfTerm(Workspace& workspace, const std::shared_ptr<const Space>& space, const QueryTerm& term,
                               const JobContext& context);

} // namespace fusefind
