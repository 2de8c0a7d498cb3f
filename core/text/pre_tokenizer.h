#pragma once

#include "core/text/tokenizer_json.h"

#include <functional>

namespace fusefind {

// Takes words until it says false.
using WordSink = std::function<bool(std::string_view word)>;

// "pre_tokenizer" of tokenizer.json: how a normalised text is cut into words, and how these are written. Immutable.
class PreTokenizer {
public:
    // Errors: invalidInput; unsupported, naming the step.
    static Result<PreTokenizer> read(const nlohmann::json& json, const std::filesystem::path& file);

    // Words one after the other, each valid UTF-8 and not empty; false if the sink has had enough. `atStart`: nothing
    // of the text is before this.
    bool forEach(std::string_view text, bool atStart, const WordSink& sink) const {
        return apply(0, text, atStart, sink);
    }

private:
    using Sink = std::function<bool(std::string_view piece, bool atStart)>;
    using Step = std::function<bool(std::string_view piece, bool atStart, const Sink& sink)>;

    Status add(const nlohmann::json& json, const std::filesystem::path& file);
    Status addSplit(const nlohmann::json& json, const std::filesystem::path& file);
    Status addMetaspace(const nlohmann::json& json, const std::filesystem::path& file);
    void addWhitespaceSplit();
    Status addByteLevel(const nlohmann::json& json, const std::filesystem::path& file);
    bool apply(size_t step, std::string_view piece, bool atStart, const WordSink& sink) const;

    std::vector<Step> steps_;
};

} // namespace fusefind
