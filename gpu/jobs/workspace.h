#pragma once

#include "core/base/data_dir.h"
#include "core/catalog/model_store.h"
#include "core/library/database.h"
#include "core/library/latent_store.h"
#include "core/library/library.h"
#include "gpu/device/device.h"
#include "gpu/jobs/encoder_shelf.h"
#include "gpu/jobs/query_cache.h"
#include "gpu/jobs/space_store.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace fusefind {

struct CaptionPoints;
struct OpenIndex;

// The encoders of each modality, by model id; more than one are joined: their latents stand side by side.
using EncoderChoice = std::map<Modality, std::vector<std::string>>;

// An opened data directory with everything in it that outlives one job. Belongs to the compute thread.
class Workspace {
public:
    // Takes the directory's lock. Errors: busy, io, and what the database says.
    static Result<std::unique_ptr<Workspace>> open(const std::filesystem::path& root, const Device& device);

    [[nodiscard]] const DataDir& dataDir() const { return dataDir_; }
    [[nodiscard]] const Device& device() const { return device_; }
    Database& database() { return database_; }
    Library& library() { return library_; }
    ModelStore& models() { return models_; }
    SpaceStore& spaces() { return spaces_; }

    // Loaded on first use, and kept as the shelf's limit allows. Errors: those of EncoderShelf::take.
    Result<std::shared_ptr<Encoder>> encoder(const std::string& id, Modality modality) {
        return encoders_.take(models_, id, modality);
    }
    EncoderShelf& encoders() { return encoders_; }
    // What the encoder said of each content so far.
    Result<LatentStore*> latents(const std::string& id, Modality modality);
    // The name its latents are kept under: its id and a few digits of what it is made of, so that another model of the
    // same id never meets them.
    Result<std::string> latentName(const std::string& id, Modality modality);

    // The first installed encoder of each modality, one made for it alone before a joint model's: what is used where
    // nothing else was asked for.
    Result<EncoderChoice> defaultEncoders();

    // The index that searches use (space_index.h); null until the first search or scan.
    std::shared_ptr<const OpenIndex>& openedIndex() { return openedIndex_; }
    // Where texts and files that were searched by lately lie in the space (query_points.h).
    QueryCache& queryCache() { return queryCache_; }
    // What results are explained by (near_captions.h); null until somebody asks.
    std::shared_ptr<const CaptionPoints>& captionPoints() { return captionPoints_; }

private:
    Workspace(DataDir dataDir, Device device, Database database);

    DataDir dataDir_;
    Device device_;
    Database database_;
    Library library_;
    ModelStore models_;
    SpaceStore spaces_;
    EncoderShelf encoders_;
    std::map<std::pair<std::string, Modality>, std::unique_ptr<LatentStore>> latents_;
    std::shared_ptr<const OpenIndex> openedIndex_;
    QueryCache queryCache_;
    std::shared_ptr<const CaptionPoints> captionPoints_;
};

} // namespace fusefind
