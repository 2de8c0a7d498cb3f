#include "core/catalog/catalogue.h"

#include "core/base/hex.h"
#include "core/base/json_file.h"
#include "core/base/text.h"
#include "core/catalog/model_manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace fusefind {

namespace {

using Json = nlohmann::json;

constexpr std::array kSizes{ModelSize::small, ModelSize::medium, ModelSize::large};

// A part of an address that cannot lead anywhere else: no "..", no "?", no user's name.
bool isPlainPath(std::string_view path) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
               c == '-' || c == '/';
    };
    return !path.empty() && std::ranges::all_of(path, allowed) && path.front() != '/' && path.back() != '/' &&
           path.find("..") == std::string_view::npos && path.find("//") == std::string_view::npos;
}

// Reads one model; remembers the first field that it does not understand.
class ModelReader {
public:
    explicit ModelReader(const Json& json) : json_(json) {}

    CatalogueModel read() {
        CatalogueModel model;
        model.id = text("id", isModelId(jsonField<std::string>(json_, "id").value_or("")));
        model.repository = text("repository", true);
        require(isPlainPath(model.repository) && std::ranges::count(model.repository, '/') == 1, "repository");
        model.revision = text("revision", true);
        require(isPlainPath(model.revision), "revision");
        model.license = text("license", true);
        model.purpose = text("purpose", true);
        model.prompt = jsonField<std::string>(json_, "prompt").value_or("");
        model.nonCommercial = flag("non_commercial");
        model.inPaper = flag("in_paper");
        readSize(model);
        readModalities(model);
        readLanguages(model);
        readFiles(model);
        return model;
    }
    [[nodiscard]] const std::string& wrong() const { return wrong_; } // empty: nothing

private:
    void require(bool right, const char* field) {
        if (!right && wrong_.empty()) wrong_ = field;
    }
    std::string text(const char* field, bool right) {
        auto value = jsonField<std::string>(json_, field);
        require(right && value && !value->empty(), field);
        return value ? singleLine(*value) : "";
    }
    bool flag(const char* field) {
        const auto value = jsonField<bool>(json_, field);
        require(value.has_value(), field);
        return value.value_or(false);
    }
    void readSize(CatalogueModel& model) {
        const std::string name = text("size", true);
        const auto* found = std::ranges::find(kSizes, name, [](ModelSize size) { return toString(size); });
        require(found != kSizes.end(), "size");
        if (found != kSizes.end()) model.size = *found;
        const Json& memory = jsonChild(json_, "memory_mb");
        model.memoryMb = jsonField<int>(json_, "memory_mb");
        require(memory.is_null() || (model.memoryMb && *model.memoryMb > 0), "memory_mb");
    }
    void readModalities(CatalogueModel& model) {
        const Json& dims = jsonChild(json_, "modalities");
        require(dims.is_object() && !dims.empty(), "modalities");
        for (const auto& [name, value] : dims.items()) {
            const auto modality = modalityFromString(name);
            const auto dim = dims.is_object() ? jsonField<int>(dims, name.c_str()) : std::nullopt;
            require(modality && dim && *dim > 0, "modalities");
            if (modality && dim) model.modalities.emplace(*modality, *dim);
        }
    }
    void readLanguages(CatalogueModel& model) {
        const Json& languages = jsonChild(json_, "languages");
        require(languages.is_array(), "languages");
        for (const Json& language : languages) {
            require(language.is_string(), "languages");
            if (language.is_string()) model.languages.push_back(singleLine(language.get<std::string>()));
        }
    }
    void readFiles(CatalogueModel& model) {
        const Json& files = jsonChild(json_, "files");
        require(files.is_array(), "files");
        std::set<std::string> names;
        for (const Json& json : files) {
            CatalogueFile file;
            file.path = jsonField<std::string>(json, "path").value_or("");
            file.size = jsonField<uint64_t>(json, "size");
            file.hash = sha256FromHex(jsonField<std::string>(json, "sha256").value_or(""));
            require(isKnownModelFile(file.path) && names.insert(file.path).second, "files");
            require(file.size || jsonChild(json, "size").is_null(), "files");
            require(file.hash || jsonChild(json, "sha256").is_null(), "files");
            model.files.push_back(std::move(file));
        }
        require(names.contains("config.json") && std::ranges::any_of(model.files, &CatalogueFile::holdsWeights),
                "files");
    }

    const Json& json_;
    std::string wrong_;
};

Error damaged(const std::filesystem::path& file, const std::string& what) {
    return {ErrorCode::invalidInput, what, file, "install FuseFind again, or mend the catalogue if it is your own"};
}

bool isServer(std::string_view address) {
    constexpr std::string_view kScheme = "https://";
    if (!address.starts_with(kScheme)) return false;
    address.remove_prefix(kScheme.size());
    const size_t port = address.find(':');
    if (port == std::string_view::npos) return isPlainPath(address);
    return isPlainPath(address.substr(0, port)) && isPlainPath(address.substr(port + 1));
}

} // namespace

std::string_view toString(ModelSize size) {
    if (size == ModelSize::small) return "small";
    return size == ModelSize::medium ? "medium" : "large";
}

std::optional<uint64_t> CatalogueModel::bytes() const {
    uint64_t sum = 0;
    for (const CatalogueFile& file : files) {
        if (!file.size && file.holdsWeights()) return std::nullopt;
        sum += file.size.value_or(0);
    }
    return sum;
}

const CatalogueModel* Catalogue::find(std::string_view name) const {
    const auto found = std::ranges::find_if(
        models, [&](const CatalogueModel& model) { return model.id == name || model.repository == name; });
    return found == models.end() ? nullptr : &*found;
}

Result<Catalogue> readCatalogue(const std::filesystem::path& file) {
    constexpr int64_t kFormat = 1;
    constexpr size_t kLargest = size_t{4} << 20;
    FUSEFIND_TRY_ASSIGN(const Json json, readJsonFile(file, kLargest));
    const auto format = jsonField<int64_t>(json, "format");
    if (!format) return fail(damaged(file, "this is no catalogue of models"));
    if (*format != kFormat)
        return fail(ErrorCode::unsupported,
                    fmt::format("the catalogue is in format {}, which this version cannot read", *format), file,
                    "use a newer version of FuseFind");
    Catalogue catalogue;
    catalogue.server = jsonField<std::string>(json, "server").value_or("");
    if (!isServer(catalogue.server)) return fail(damaged(file, "the catalogue's server has no address with https://"));
    for (const Json& entry : jsonChild(json, "models")) {
        ModelReader reader(entry);
        CatalogueModel model = reader.read();
        if (catalogue.find(model.id) != nullptr && reader.wrong().empty())
            return fail(damaged(file, fmt::format("the catalogue has two models {}", model.id)));
        if (!reader.wrong().empty())
            return fail(damaged(
                file, fmt::format("in the catalogue, \"{}\" of the model \"{}\" is wrong", reader.wrong(), model.id)));
        catalogue.models.push_back(std::move(model));
    }
    return catalogue;
}

} // namespace fusefind
