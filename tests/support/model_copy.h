#pragma once

#include "core/base/atomic_file.h"
#include "core/tensors/safetensors.h"
#include "gpu/encoders/encoder.h"
#include "support/temp_dir.h"

#include <nlohmann/json.hpp>

#include <QtTest/QTest>
#include <functional>

namespace fusefind {

// A copy of a model's folder, to be damaged; for tests that link gpu.
class ModelCopy {
public:
    explicit ModelCopy(std::filesystem::path from) : from_(std::move(from)) {
        std::filesystem::copy(from_, folder_.path(), std::filesystem::copy_options::recursive);
    }

    [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return folder_ / name.c_str(); }

    [[nodiscard]] Error loadError(std::optional<Modality> modality = {}) const {
        const auto loaded = loadEncoder(folder_.path(), "tiny", Device{}, {.modality = modality});
        return loaded ? Error{ErrorCode::internal, "it was loaded", {}, {}} : loaded.error();
    }
    // A value in one of its JSON files; `pointer` as "/text_config/hidden_size".
    void setJson(const char* file, const std::string& pointer, const nlohmann::json& value) const {
        auto json = nlohmann::json::parse(readFile(folder_ / file).value());
        json[nlohmann::json::json_pointer(pointer)] = value;
        QVERIFY(writeFileAtomically(folder_ / file, json.dump()).has_value());
    }
    void setConfig(const std::string& key, const nlohmann::json& value) const {
        setJson("config.json", "/" + key, value);
    }
    // Rewrites the weights; `change` may alter a tensor, or return false to leave it out.
    void changeWeights(const std::function<bool(NamedTensor&)>& change) const {
        writeWeights("model.safetensors", change);
    }
    // The same into another file.
    void writeWeights(const char* file, const std::function<bool(NamedTensor&)>& change) const {
        const auto source = SafetensorsFile::open(from_ / "model.safetensors").value();
        std::vector<NamedTensor> tensors;
        for (const auto& name : source.names()) {
            const TensorView& view = *source.find(name);
            NamedTensor tensor{name, view.dtype, view.shape, view.bytes};
            if (change(tensor)) tensors.push_back(tensor);
        }
        QVERIFY(writeSafetensors(folder_ / file, tensors).has_value());
    }

private:
    std::filesystem::path from_;
    TempDir folder_;
};

inline bool contains(const Error& error, std::string_view part) {
    return error.text().find(part) != std::string::npos;
}

} // namespace fusefind
