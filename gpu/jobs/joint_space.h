#pragma once

#include "core/catalog/model_manifest.h"
#include "gpu/jobs/workspace.h"

namespace fusefind {

// Whether a model's towers were trained into one space, so that their latents are its points (CLIP, SigLIP, CLAP):
// several modalities of one width, text among them.
bool isJoint(const ModelManifest& model);

// Adds the space of a joint model, named as the model, in place of the one that an earlier model of this name had: to
// be searched without any training. False: a trained space has the name, and stays. Errors: io.
Result<bool> addJointSpace(Workspace& workspace, const ModelManifest& model);

} // namespace fusefind
