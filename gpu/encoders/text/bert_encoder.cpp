#include "core/text/wordpiece.h"
#include "gpu/device/torch_call.h"
#include "gpu/encoders/architectures.h"
#include "gpu/encoders/text/bert.h"

#include <ATen/ATen.h>
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace fusefind {

namespace {

constexpr size_t kSpecialTokens = 2; // [CLS] and [SEP]

using Order = std::span<const size_t>;

const std::vector<int32_t>& tokensOf(const EncoderInput& input) {
    return std::get<std::vector<int32_t>>(input);
}

class BertEncoder : public Encoder {
public:
    BertEncoder(EncoderInfo info, const Device& device, WordPieceTokenizer tokenizer, size_t maxTokens, Bert network)
        : info_(std::move(info)),
          device_(device),
          tokenizer_(std::move(tokenizer)),
          maxTokens_(maxTokens),
          network_(std::move(network)) {}

    [[nodiscard]] const EncoderInfo& info() const override { return info_; }

    [[nodiscard]] Result<EncoderInput> prepare(const Sample& sample) const override {
        const auto* text = std::get_if<std::string>(&sample);
        if (text == nullptr) return fail(ErrorCode::invalidInput, fmt::format("{} encodes text only", info_.id));
        return tokenizer_.encode(*text, maxTokens_);
    }

    Result<Matrix> encode(std::span<const EncoderInput> inputs) override {
        if (inputs.empty()) return Matrix(0, static_cast<size_t>(info_.dim));
        std::vector<size_t> order(inputs.size());
        std::iota(order.begin(), order.end(), size_t{0});
        std::ranges::stable_sort(order, {}, [&](size_t i) { return tokensOf(inputs[i]).size(); });
        return runInference([&] {
            std::vector<at::Tensor> latents;
            for (Order rest = order; !rest.empty();) {
                const Order group = firstGroup(inputs, rest);
                latents.push_back(encodeGroup(inputs, group));
                rest = rest.subspan(group.size());
            }
            return inOrder(toMatrix(at::cat(latents)), order);
        });
    }

private:
    // The first texts of `rest` (shortest first) that are worth padding to one length: little of it may be padding, and
    // on the CPU the group's activations stay in its caches.
    [[nodiscard]] Order firstGroup(std::span<const EncoderInput> inputs, Order rest) const {
        const size_t most = device_.kind == Device::Kind::cpu ? 512 : 16'384; // tokens with padding
        const size_t shortest = tokensOf(inputs[rest[0]]).size();
        size_t count = 1;
        for (; count < rest.size(); ++count) {
            const size_t length = tokensOf(inputs[rest[count]]).size();
            if (length > shortest + shortest / 4 + 1 || (count + 1) * length > most) break;
        }
        return rest.first(count);
    }

    [[nodiscard]] at::Tensor encodeGroup(std::span<const EncoderInput> inputs, Order group) const {
        const size_t longest = tokensOf(inputs[group.back()]).size();
        const size_t shortest = tokensOf(inputs[group.front()]).size();
        const auto count = static_cast<int64_t>(group.size());
        at::Tensor tokens = at::zeros({count, static_cast<int64_t>(longest)}, at::kLong);
        at::Tensor lengths = at::empty({count, 1}, at::kLong);
        for (size_t row = 0; row < group.size(); ++row) {
            const auto& ids = tokensOf(inputs[group[row]]);
            std::ranges::copy(ids, tokens.mutable_data_ptr<int64_t>() + row * longest);
            lengths.mutable_data_ptr<int64_t>()[row] = static_cast<int64_t>(ids.size());
        }
        std::optional<at::Tensor> mask;
        if (shortest < longest)
            mask = at::arange(static_cast<int64_t>(longest)).unsqueeze(0).lt(lengths).to(torchDevice(device_));
        return network_(tokens.to(torchDevice(device_)), mask);
    }

    static Matrix inOrder(const Matrix& sorted, Order order) {
        Matrix rows(sorted.rows(), sorted.cols());
        for (size_t i = 0; i < order.size(); ++i)
            std::ranges::copy(sorted.row(i), rows.row(order[i]).begin());
        return rows;
    }

    EncoderInfo info_;
    Device device_;
    WordPieceTokenizer tokenizer_;
    size_t maxTokens_;
    Bert network_;
};

// What the caller says, else the folder (1_Pooling/config.json, else "pooling" in config.json), else the mean.
Result<Pooling> readPooling(const EncoderSource& source) {
    if (source.options.pooling) return *source.options.pooling;
    const std::filesystem::path file = source.folder / "1_Pooling" / "config.json";
    if (!std::filesystem::exists(file)) {
        FUSEFIND_TRY_ASSIGN(const std::string stated, source.config.textOr("mean", "pooling"));
        const auto pooling = poolingFromString(stated);
        if (pooling) return *pooling;
        return fail(ErrorCode::unsupported, fmt::format("the pooling \"{}\" is unknown (known: cls, mean)", stated),
                    source.config.file());
    }
    FUSEFIND_TRY_ASSIGN(const ModelConfig config, ModelConfig::read(file));
    FUSEFIND_TRY_ASSIGN(const bool cls, config.flagOr(false, "pooling_mode_cls_token"));
    FUSEFIND_TRY_ASSIGN(const bool mean, config.flagOr(false, "pooling_mode_mean_tokens"));
    if (cls == mean)
        return fail(ErrorCode::unsupported, "the pooling is neither of the first token alone nor of the mean alone",
                    file);
    return cls ? Pooling::cls : Pooling::mean;
}

// The longest text in tokens: as the folder says, and never more than there are positions.
Result<size_t> readMaxTokens(const EncoderSource& source, const BertShape& shape) {
    const std::filesystem::path file = source.folder / "sentence_bert_config.json";
    int64_t length = shape.positions;
    if (std::filesystem::exists(file)) {
        FUSEFIND_TRY_ASSIGN(const ModelConfig config, ModelConfig::read(file));
        FUSEFIND_TRY_ASSIGN(length, config.integerOr(length, "max_seq_length", kSpecialTokens, 1 << 20));
    }
    return static_cast<size_t>(std::min(length, shape.positions));
}

} // namespace

Result<std::unique_ptr<Encoder>> loadBert(const EncoderSource& source) {
    FUSEFIND_TRY_ASSIGN(const BertShape shape, BertShape::read(source.config));
    FUSEFIND_TRY_ASSIGN(const Pooling pooling, readPooling(source));
    FUSEFIND_TRY_ASSIGN(const size_t maxTokens, readMaxTokens(source, shape));
    FUSEFIND_TRY_ASSIGN(WordPieceTokenizer tokenizer, WordPieceTokenizer::load(source.folder));
    if (tokenizer.vocabularySize() > shape.vocabulary)
        return fail(
            ErrorCode::invalidInput,
            fmt::format("the tokenizer knows {} tokens, the network {}", tokenizer.vocabularySize(), shape.vocabulary),
            source.folder, "get the model again");
    EncoderInfo info{.id = source.id,
                     .modality = Modality::text,
                     .dim = static_cast<int>(shape.width),
                     .licence = licenceOf(source)};
    FUSEFIND_TRY_ASSIGN(WeightReader weights, WeightReader::open(source.weights(), source.device));
    return runInference([&]() -> Result<std::unique_ptr<Encoder>> {
        Bert network(shape, pooling, weights);
        FUSEFIND_TRY(weights.status());
        network.finishLoading();
        return std::make_unique<BertEncoder>(info, source.device, std::move(tokenizer), maxTokens, std::move(network));
    });
}

} // namespace fusefind
