#include "gpu/jobs/space_store.h"

#include "core/base/atomic_file.h"
#include "core/base/text.h"
#include "core/tensors/safetensors.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <ranges>

namespace fusefind {

namespace fs = std::filesystem;

namespace {

constexpr const char* kWeightsFile = "adapters.safetensors";
constexpr const char* kInfoFile = "space.json";
constexpr const char* kExamplesFile = "examples.safetensors";
constexpr const char* kInfoKey = "fusefind_space"; // in an exported file's metadata, beside those of the weights

Status makeFolders(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    return error ? Status(fail(systemError("cannot create the folder", folder, error.value()))) : Status();
}

Status removeFolders(const fs::path& folder) {
    std::error_code error;
    fs::remove_all(folder, error);
    return error ? Status(fail(systemError("cannot remove the folder", folder, error.value()))) : Status();
}

std::vector<NamedTensor> tensorsOf(const SafetensorsFile& file) {
    std::vector<NamedTensor> tensors;
    for (const auto& name : file.names()) {
        const TensorView* view = file.find(name);
        tensors.push_back({std::string(name), view->dtype, view->shape, view->bytes});
    }
    return tensors;
}

} // namespace

Status SpaceStore::checkName(const std::string& name) {
    constexpr size_t kLongest = 64;
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
               c == '-';
    };
    if (!name.empty() && name.size() <= kLongest && name.front() != '.' &&
        std::all_of(name.begin(), name.end(), allowed))
        return {};
    return fail(ErrorCode::invalidInput,
                fmt::format("\"{}\" cannot be the name of a space", toUtf8(std::string_view(name))), {},
                "use up to 64 letters, digits, '.', '_' and '-'");
}

fs::path SpaceStore::checkpointFile(const std::string& name) const {
    return root_ / fmt::format(".training-{}.safetensors", name);
}

bool SpaceStore::isShipped(const std::string& name) const {
    std::error_code ignored;
    return name == ShippedSpace::kName && !fs::exists(folder(name) / kInfoFile, ignored);
}

Result<std::vector<SpaceEntry>> SpaceStore::list() {
    FUSEFIND_TRY_ASSIGN(auto entries, entries_.all());
    if (!isShipped(ShippedSpace::kName) || shipped_.usable().empty()) return entries;
    const bool used = std::ranges::any_of(entries, &SpaceEntry::inUse);
    const auto after = std::ranges::upper_bound(entries, ShippedSpace::kName, {}, &SpaceEntry::name);
    entries.insert(after, {ShippedSpace::kName, 0, !used});
    return entries;
}

Result<std::optional<std::string>> SpaceStore::inUse() {
    FUSEFIND_TRY_ASSIGN(const auto entries, list());
    const auto used = std::ranges::find_if(entries, &SpaceEntry::inUse);
    return used == entries.end() ? std::nullopt : std::optional(used->name);
}

Status SpaceStore::noSpace() const {
    const auto missing = shipped_.missing();
    if (missing.empty())
        return fail(ErrorCode::notFound, "there is no space yet", {},
                    "train one with `fusefind-cli train DIR --name NAME`");
    return fail(ErrorCode::notFound,
                fmt::format("there is no space yet, and the default one lacks {}", fmt::join(missing, ", ")), {},
                "install what it lacks with `fusefind-cli models add`, or train a space of your own");
}

fs::path SpaceStore::examplesFile(const std::string& name) const {
    return madeIn(name) / kExamplesFile;
}

Result<SpaceEntry> SpaceStore::find(const std::string& name) {
    FUSEFIND_TRY_ASSIGN(const auto entries, list());
    std::vector<std::string> names;
    for (const auto& entry : entries) {
        if (name.empty() ? entry.inUse : entry.name == name) return entry;
        names.push_back(entry.name);
    }
    if (entries.empty()) return fail(noSpace().error());
    if (name.empty())
        return fail(ErrorCode::notFound, "no space is in use", {}, "choose one with `fusefind-cli spaces use NAME`");
    return fail(ErrorCode::notFound, fmt::format("there is no space \"{}\"", toUtf8(std::string_view(name))), {},
                fmt::format("there are: {}", fmt::join(names, ", ")));
}

Result<std::shared_ptr<const Space>> SpaceStore::load(const std::string& name) {
    FUSEFIND_TRY_ASSIGN(const SpaceEntry entry, find(name));
    const auto usable = isShipped(entry.name) ? shipped_.usable() : std::set<Modality>();
    const auto fits = [&] {
        return usable.empty() || std::ranges::equal(std::views::keys(loaded_->info().modalities), usable);
    };
    if (loaded_ && loaded_->info().name == entry.name && fits()) return loaded_;
    FUSEFIND_TRY_ASSIGN(Space space, read(entry.name));
    loaded_ = std::make_shared<const Space>(std::move(space));
    return loaded_;
}

Result<Space> SpaceStore::read(const std::string& name) {
    FUSEFIND_TRY_ASSIGN(const SpaceEntry entry, find(name));
    FUSEFIND_TRY_ASSIGN(Space space, Space::load(madeIn(entry.name), device_));
    space.rename(entry.name);
    if (isShipped(entry.name)) space.keepOnly(shipped_.usable());
    return space;
}

Result<SpaceInfo> SpaceStore::info(const std::string& name) {
    FUSEFIND_TRY_ASSIGN(const SpaceEntry entry, find(name));
    FUSEFIND_TRY_ASSIGN(SpaceInfo info, Space::readInfo(madeIn(entry.name)));
    info.name = entry.name;
    if (isShipped(entry.name))
        std::erase_if(info.modalities,
                      [usable = shipped_.usable()](const auto& part) { return !usable.contains(part.first); });
    return info;
}

Status SpaceStore::save(const Space& space) {
    const std::string& name = space.info().name;
    FUSEFIND_TRY(checkName(name));
    std::error_code error;
    const auto examples = folder(name) / kExamplesFile;
    fs::remove(examples, error);
    if (error) return fail(systemError("cannot remove", examples, error.value()));
    FUSEFIND_TRY(space.save(folder(name)));
    loaded_.reset();
    return entries_.add(name);
}

Status SpaceStore::keep(const Space& space) {
    FUSEFIND_TRY(save(space));
    FUSEFIND_TRY_ASSIGN(const auto used, entries_.inUse());
    return used ? Status() : entries_.use(space.info().name);
}

Status SpaceStore::add(const Space& space) {
    FUSEFIND_TRY(save(space));
    FUSEFIND_TRY_ASSIGN(const auto used, inUse());
    return used ? Status() : entries_.use(space.info().name);
}

Status SpaceStore::use(const std::string& name) {
    FUSEFIND_TRY(find(name));
    return isShipped(name) ? entries_.useNone() : entries_.use(name);
}

Status SpaceStore::remove(const std::string& name) {
    FUSEFIND_TRY_ASSIGN(const SpaceEntry entry, find(name));
    if (isShipped(entry.name))
        return fail(ErrorCode::invalidInput,
                    fmt::format("the space \"{}\" comes with the program and stays", entry.name), {},
                    "choose another with `fusefind-cli spaces use NAME`");
    FUSEFIND_TRY(entries_.remove(entry.name));
    loaded_.reset();
    return removeFolders(folder(entry.name));
}

Status SpaceStore::exportTo(const std::string& name, const fs::path& file) {
    FUSEFIND_TRY_ASSIGN(const SpaceEntry entry, find(name));
    FUSEFIND_TRY_ASSIGN(const SafetensorsFile weights, SafetensorsFile::open(madeIn(entry.name) / kWeightsFile));
    FUSEFIND_TRY_ASSIGN(const std::string info, readFile(madeIn(entry.name) / kInfoFile));
    Metadata metadata = weights.metadata();
    metadata[kInfoKey] = info;
    return writeSafetensors(file, tensorsOf(weights), metadata);
}

Status SpaceStore::checkEncoders(const SpaceInfo& info) const {
    std::vector<std::string> missing;
    for (const auto& [modality, part] : info.modalities)
        for (const std::string& id : part.encoders)
            if (!models_.find(id)) missing.push_back(id);
    if (missing.empty()) return {};
    return fail(ErrorCode::notFound,
                fmt::format("the space needs encoders that are not installed: {}", fmt::join(missing, ", ")), {},
                "install them with `fusefind-cli models add`");
}

Result<std::string> SpaceStore::importFrom(const fs::path& file, const std::string& name) {
    FUSEFIND_TRY_ASSIGN(const SafetensorsFile exported, SafetensorsFile::open(file));
    Metadata metadata = exported.metadata();
    const auto info = metadata.extract(kInfoKey);
    if (info.empty())
        return fail(ErrorCode::invalidInput, "not an exported space", file,
                    "export one with `fusefind-cli spaces export`");

    // Unpacked beside the others, and only then looked at like any space: Space::load trusts nothing.
    const auto unpacked = root_ / ".import";
    FUSEFIND_TRY(removeFolders(unpacked));
    FUSEFIND_TRY(makeFolders(unpacked));
    FUSEFIND_TRY(writeSafetensors(unpacked / kWeightsFile, tensorsOf(exported), metadata));
    FUSEFIND_TRY(writeFileAtomically(unpacked / kInfoFile, info.mapped()));
    auto space = Space::load(unpacked, device_);
    FUSEFIND_TRY(removeFolders(unpacked));
    if (!space) return fail(ErrorCode::invalidInput, fmt::format("not a usable space: {}", space.error().what), file);
    FUSEFIND_TRY(checkEncoders(space->info()));

    if (!name.empty()) space->rename(name);
    const std::string chosen = space->info().name;
    FUSEFIND_TRY(checkName(chosen));
    if (find(chosen))
        return fail(ErrorCode::invalidInput, fmt::format("there is a space \"{}\" already", chosen), file,
                    "give another --name");
    FUSEFIND_TRY(keep(*space));
    return chosen;
}

} // namespace fusefind
