#pragma once

#include "core/protocol/caption_messages.h"
#include "gpu/jobs/workspace.h"

namespace fusefind {

// The captions that a space was trained on, as points of it.
struct CaptionPoints {
    std::shared_ptr<const Space> space;
    std::vector<std::string> captions;
    Matrix points; // [captions, dim]
};

// The captions nearest to a file of the library in the space in use: why it was found. From stored latents alone.
// Errors: notFound (no space is in use), those of Library and Space::project.
Result<CaptionsAnswer> nearCaptions(Workspace& workspace, const CaptionsRequest& request);

} // namespace fusefind
