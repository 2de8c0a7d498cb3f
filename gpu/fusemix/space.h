#pragma once

#include "core/base/modality.h"
#include "core/base/result.h"
#include "core/tensors/matrix.h"
#include "gpu/device/device.h"
#include "gpu/fusemix/evaluate.h"
#include "gpu/fusemix/recipe.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace fusefind {

struct SpaceModality {
    std::vector<std::string> encoders;    // whose latents are joined, in this order
    int64_t latentDim = 0;                // of the joined latent
    int64_t classes = 0;                  // of its class bridge (adapter.h); 0: an adapter by the recipe
    bool identity = false;                // no adapter: its latents are the points
    std::optional<AdapterSize> size = {}; // of an adapter that is not by the recipe
};

struct SpaceKind {
    Modality a = Modality::image;
    Modality b = Modality::text;
    int64_t trainPairs = 0;
    int64_t valPairs = 0;
};

// What is known of a space besides its weights: space.json.
struct SpaceInfo {
    std::string name;
    std::map<Modality, SpaceModality> modalities;
    int64_t dim = 0;
    bool correctsGap = true; // may be switched at any time; indexes must then be rebuilt
    Recipe recipe;
    std::vector<SpaceKind> kinds;
    std::vector<KindRecall> recalls; // on the held-out pairs
    int64_t steps = 0;
    int64_t bestEpoch = 0;
    double seconds = 0;
    double finalLoss = 0;
    double temperature = 0;
};

struct Model;

// A trained set of adapters: latents of two or three modalities to points of one space. On disk: adapters.safetensors
// and space.json in a folder of its own.
class Space {
public:
    // Errors: notFound, io; unsupported (a newer format); invalidInput (damaged, or the two files do not belong
    // together).
    static Result<Space> load(const std::filesystem::path& folder, const Device& device);
    // What load() would find in space.json. The same errors, but for the weights, which are not looked at.
    static Result<SpaceInfo> readInfo(const std::filesystem::path& folder);
    Space(SpaceInfo info, Model model);
    ~Space();
    Space(Space&&) noexcept;
    Space& operator=(Space&&) noexcept;

    // Creates the folder if need be. Both files are complete on disk before either appears under its name, space.json
    // last.
    [[nodiscard]] Status save(const std::filesystem::path& folder) const;

    [[nodiscard]] const SpaceInfo& info() const { return info_; }
    void rename(std::string name) { info_.name = std::move(name); }
    void setCorrectsGap(bool corrects) { info_.correctsGap = corrects; }
    void setRecalls(std::vector<KindRecall> recalls) { info_.recalls = std::move(recalls); }
    void addReason(std::string reason) { info_.recipe.reasons.push_back(std::move(reason)); }
    // Takes one modality from another space of the same dim (asserted), in place of its own if it has one. That its
    // points lie among the others is for the caller to know.
    void adopt(Modality modality, const Space& other);
    // Forgets the other modalities.
    void keepOnly(const std::set<Modality>& modalities);
    [[nodiscard]] bool has(Modality modality) const { return info_.modalities.contains(modality); }

    // SHA-256 over the weights and how points are made of them, in hex: equal fingerprints give equal points.
    [[nodiscard]] std::string fingerprint() const;

    // Latents [N, D] to unit points [N, dim]: standardised, through the adapter, to unit length. With the gap
    // correction the modality's mean training point is then taken off and the length made one again: pictures, texts
    // and sounds each fill a cone of their own, and only around a common centre do cosines of different kinds compare
    // (Liang et al. 2022, "Mind the gap"). Recall is measured on the same points. Errors: invalidInput (a modality or
    // width that the space does not have, values that are not numbers), outOfMemory.
    [[nodiscard]] Result<Matrix> project(Modality modality, const Matrix& latents) const;

    // Lets the class bridge of pictures expect what these latents [N, D] show (class_prior.h). The errors of project(),
    // and unsupported: pictures have no class bridge.
    [[nodiscard]] Status adaptClasses(const Matrix& latents);

    // Recall@k of every kind's pairs in this space.
    [[nodiscard]] Result<std::vector<KindRecall>> evaluate(const std::array<Matrix, kModalities.size()>& latents,
                                                           std::span<const PairKind> kinds) const;

private:
    [[nodiscard]] Status checkLatents(Modality modality, const Matrix& latents) const;

    SpaceInfo info_;
    std::unique_ptr<Model> model_;
};

} // namespace fusefind
