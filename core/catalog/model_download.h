#pragma once

#include "core/base/progress.h"
#include "core/base/unique_fd.h"
#include "core/catalog/catalogue.h"
#include "core/catalog/download.h"

namespace fusefind {

// Where models are loaded from, and by which certificates the server is known (empty: the system's).
struct ModelServer {
    std::string address;
    std::filesystem::path authorities;

    // The catalogue's, unless the environment names a mirror (HF_ENDPOINT) or certificates (SSL_CERT_FILE).
    static ModelServer of(const Catalogue& catalogue);
};

// A model on its way from its server: a folder in <data dir>/downloads that stays until remove(), so that a download
// that was stopped goes on. Held by one process at a time; needs no lock of the data directory.
class ModelDownload {
public:
    // Errors: io; busy, if it is being loaded already.
    static Result<ModelDownload> open(const std::filesystem::path& dataDir, const CatalogueModel& model);
    // Forgets what was loaded of a model so far; false if that is nothing. Errors: io, busy.
    static Result<bool> forget(const std::filesystem::path& dataDir, const std::string& id);

    // Loads what is not there yet. Errors: as download.
    Status fetch(const ModelServer& server, const DownloadOptions& options, const ProgressSink& progress) const;

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    void remove() const; // once the model is in the store, or if it turned out useless

private:
    ModelDownload(CatalogueModel model, std::filesystem::path folder, UniqueFd lock)
        : model_(std::move(model)), folder_(std::move(folder)), lock_(std::move(lock)) {}
    [[nodiscard]] Status requireRoom() const;

    CatalogueModel model_;
    std::filesystem::path folder_;
    UniqueFd lock_; // on the folder; the kernel lets go of it however the process ends
};

} // namespace fusefind
