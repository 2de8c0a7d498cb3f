#include "app/cli/catalogue_models.h"

#include "app/cli/report.h"
#include "core/base/text.h"
#include "gpu/jobs/shipped_space.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>

namespace fusefind {

namespace {

constexpr double kMegabyte = 1e6;

Result<Catalogue> openCatalogue() {
    if (const char* own = std::getenv("FUSEFIND_CATALOGUE"); own != nullptr && *own != '\0') return readCatalogue(own);
    return readCatalogue(ShippedSpace::installedFolder().replace_filename("catalogue.json")); // beside the space
}

// Reading needs no lock, so that nobody has to wait for a scan.
ModelStore storeOf(const Session& session) {
    return ModelStore(session.dataDir / "models");
}

std::string pageOf(const CatalogueModel& model) {
    return fmt::format("https://huggingface.co/{}", model.repository);
}

// Without "bytes" and "memory_mb" where they are not known.
Json toJson(const CatalogueModel& model, bool installed) {
    Json json{{"id", model.id},
              {"repository", model.repository},
              {"revision", model.revision},
              {"page", pageOf(model)},
              {"size", toString(model.size)},
              {"in_paper", model.inPaper},
              {"license", model.license},
              {"non_commercial", model.nonCommercial},
              {"modalities", Json::object()},
              {"languages", model.languages},
              {"purpose", model.purpose},
              {"installed", installed}};
    for (const auto& [modality, dim] : model.modalities)
        json["modalities"][std::string(toString(modality))] = dim;
    if (const auto bytes = model.bytes()) json["bytes"] = *bytes;
    if (model.memoryMb) json["memory_mb"] = *model.memoryMb;
    return json;
}

std::vector<std::string> tableRow(const CatalogueModel& model, bool installed) {
    std::vector<std::string_view> modalities;
    for (const auto& [modality, dim] : model.modalities)
        modalities.push_back(toString(modality));
    const auto bytes = model.bytes();
    return {model.id + (installed ? " *" : ""),
            fmt::format("{}", fmt::join(modalities, ", ")),
            std::string(toString(model.size)),
            bytes ? fmt::format("{:.0f}", static_cast<double>(*bytes) / kMegabyte) : "?",
            model.license + (model.nonCommercial ? " (not for commercial use)" : ""),
            model.purpose};
}

// Whether a model in the store is the one that the catalogue means, as far as its checksums are known.
bool isThis(const ModelManifest& manifest, const CatalogueModel& model) {
    return std::ranges::all_of(model.files, [&](const CatalogueFile& file) {
        const auto found = std::ranges::find(manifest.files, file.path, &ModelFile::path);
        return found != manifest.files.end() && found->hash == file.hash.value_or(found->hash);
    });
}

Status checkLicence(const CatalogueModel& model, bool accepted) {
    if (!model.nonCommercial || accepted) return {};
    return fail(ErrorCode::invalidInput,
                fmt::format("the licence of {} ({}) forbids commercial use", model.id, model.license), pageOf(model),
                "read it there; if you may use the model, say --accept-licence");
}

// One that was stopped a moment ago may still hold it.
Result<ModelDownload> openDownload(const Session& session, JobContext& context, const CatalogueModel& model) {
    constexpr int kTries = 12;
    constexpr std::chrono::milliseconds kBetween{250};
    for (int tried = 1;; ++tried) {
        auto download = ModelDownload::open(session.dataDir, model);
        if (download || download.error().code != ErrorCode::busy || tried == kTries) return download;
        if (!context.pause(kBetween)) return fail(ErrorCode::cancelled, "cancelled");
    }
}

void announce(const Session& session, const CatalogueModel& model, const ModelServer& server) {
    if (session.output.quiet) return;
    const auto bytes = model.bytes();
    const bool pinned = std::ranges::all_of(
        model.files, [](const CatalogueFile& file) { return !file.holdsWeights() || file.hash.has_value(); });
    session.output.writeError(fmt::format(
        "{} from {}: {}, licence {} ({}){}\n", model.id, server.address,
        bytes ? fmt::format("{:.0f} MB", static_cast<double>(*bytes) / kMegabyte) : "size not known", model.license,
        pageOf(model), pinned ? "" : "; the catalogue has no checksum for it, so that the server is believed"));
}

} // namespace

int listAvailableModels(Session& session) {
    return session.runAlone([&](JobContext&) -> Result<int> {
        FUSEFIND_TRY_ASSIGN(const Catalogue catalogue, openCatalogue());
        const ModelStore store = storeOf(session);
        Json list = Json::array();
        std::vector<std::vector<std::string>> rows{{"model", "reads", "size", "MB", "licence", "good for"}};
        for (const CatalogueModel& model : catalogue.models) {
            const bool installed = store.find(model.id).has_value();
            list.push_back(toJson(model, installed));
            rows.push_back(tableRow(model, installed));
        }
        session.output.answer({{"models", list}},
                              table(rows) + "* is installed; `fusefind-cli models add NAME` loads another\n");
        return kExitDone;
    });
}

Result<CatalogueLoad> loadFromCatalogue(const Session& session, JobContext& context, const CatalogueWish& wish) {
    FUSEFIND_TRY_ASSIGN(const Catalogue catalogue, openCatalogue());
    const CatalogueModel* model = catalogue.find(wish.name);
    if (model == nullptr)
        return fail(ErrorCode::notFound, "there is neither such a folder nor such a model in the catalogue", wish.name,
                    "`models list --available` shows what can be loaded by name");
    const std::string id = wish.id.empty() ? model->id : wish.id;
    if (const auto present = storeOf(session).find(id)) {
        if (isThis(*present, *model)) return CatalogueLoad{id, {}};
        return fail(ErrorCode::invalidInput, fmt::format("another model has the id {}", id), {},
                    "remove that model first, or give this one another id with --id");
    }
    FUSEFIND_TRY(checkLicence(*model, wish.licenceAccepted));
    const ModelServer server = ModelServer::of(catalogue);
    FUSEFIND_TRY_ASSIGN(ModelDownload download, openDownload(session, context, *model));
    announce(session, *model, server);
    DownloadOptions options;
    options.stop = context.stop();
    FUSEFIND_TRY(download.fetch(server, options, [&](const Progress& progress) { context.progress(progress); }));
    return CatalogueLoad{id, std::move(download), model->prompt};
}

} // namespace fusefind
