#pragma once

#include "core/library/settings.h"
#include "gpu/device/device.h"
#include "gpu/fusemix/space.h"
#include "gpu/jobs/shipped_space.h"

#include <memory>
#include <string>
#include <vector>

namespace fusefind {

// The trained spaces of a data directory, in spaces/<name>/; which one is in use stands in the database. While none is,
// the shipped one serves, if its encoders are installed; a trained space of its name hides it.
class SpaceStore {
public:
    SpaceStore(Database& database, std::filesystem::path root, const Device& device, const ModelStore& models,
               ShippedSpace shipped)
        : entries_(database), root_(std::move(root)), device_(device), models_(models), shipped_(std::move(shipped)) {}

    Result<std::vector<SpaceEntry>> list(); // by name
    // The space of that name or, for an empty name, the one in use. Loaded once. Errors: notFound, saying what there
    // is.
    Result<std::shared_ptr<const Space>> load(const std::string& name);
    // The same loaded anew, to be changed and kept under another name.
    Result<Space> read(const std::string& name);
    // What load() would say of it, without its weights: what is loaded stays.
    Result<SpaceInfo> info(const std::string& name);
    Result<std::optional<std::string>> inUse();

    // Saves under the space's own name, in place of one that had it, whose examples go. keep() takes the first space
    // into use; add() does only where no other serves, not even the shipped one.
    Status keep(const Space& space);
    Status add(const Space& space);
    Status use(const std::string& name);
    Status remove(const std::string& name); // Errors: notFound, io; invalidInput (the shipped one)

    // One file: the weights, with what is known of the space in the metadata.
    Status exportTo(const std::string& name, const std::filesystem::path& file);
    // Under `name`, or the one the file says. Returns the name. Errors: invalidInput (not a space, damaged, the name is
    // taken), notFound (encoders that it was trained with are not installed).
    Result<std::string> importFrom(const std::filesystem::path& file, const std::string& name);

    [[nodiscard]] std::filesystem::path folder(const std::string& name) const { return root_ / name; }
    [[nodiscard]] std::filesystem::path indexFile(const std::string& name) const {
        return folder(name) / "index" / "library.hnsw";
    }
    // Captions of its training (close_reference.h), if any were kept.
    [[nodiscard]] std::filesystem::path examplesFile(const std::string& name) const;
    [[nodiscard]] std::filesystem::path checkpointFile(const std::string& name) const;

    // 1 to 64 letters, digits, '.', '_' and '-', not beginning with '.'. Errors: invalidInput.
    static Status checkName(const std::string& name);

private:
    Status save(const Space& space);
    Result<SpaceEntry> find(const std::string& name);
    [[nodiscard]] bool isShipped(const std::string& name) const; // no trained one has its name
    // Where its weights are.
    [[nodiscard]] std::filesystem::path madeIn(const std::string& name) const {
        return isShipped(name) ? shipped_.folder() : folder(name);
    }
    [[nodiscard]] Status noSpace() const;
    [[nodiscard]] Status checkEncoders(const SpaceInfo& info) const;

    SpaceList entries_;
    std::filesystem::path root_;
    Device device_;
    const ModelStore& models_;
    ShippedSpace shipped_;
    std::shared_ptr<const Space> loaded_;
};

} // namespace fusefind
