#include "gpu/encoders/text/text_encoder.h"

#include "gpu/device/torch_call.h"
#include "gpu/encoders/layers.h"

#include <ATen/ATen.h>
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace fusefind {

namespace {

using Order = std::span<const size_t>;

const std::vector<int32_t>& tokensOf(const EncoderInput& input) {
    return std::get<std::vector<int32_t>>(input);
}

class TextEncoder : public Encoder {
public:
    TextEncoder(EncoderInfo info, const Device& device, TextRecipe recipe, TextNetwork network)
        : info_(std::move(info)), device_(device), recipe_(std::move(recipe)), network_(std::move(network)) {}

    [[nodiscard]] const EncoderInfo& info() const override { return info_; }

    [[nodiscard]] Result<EncoderInput> prepare(const Sample& sample) const override {
        const auto* text = std::get_if<std::string>(&sample);
        if (text == nullptr) return fail(ErrorCode::invalidInput, fmt::format("{} encodes text only", info_.id));
        std::vector<int32_t> tokens = recipe_.tokenizer->encode(recipe_.prompt + *text, recipe_.maxTokens);
        if (recipe_.filler) tokens.resize(recipe_.maxTokens, *recipe_.filler);
        return tokens;
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
    TextRecipe recipe_;
    TextNetwork network_;
};

} // namespace

Result<std::unique_ptr<Tokenizer>> loadTokenizerFor(const EncoderSource& source, int64_t vocabulary) {
    FUSEFIND_TRY_ASSIGN(std::unique_ptr<Tokenizer> tokenizer, loadTokenizer(source.folder));
    if (tokenizer->vocabularySize() <= vocabulary) return tokenizer;
    return fail(ErrorCode::invalidInput,
                fmt::format("the tokenizer knows {} tokens, the network {}", tokenizer->vocabularySize(), vocabulary),
                source.folder, "get the model again");
}

std::unique_ptr<Encoder> makeTextEncoder(const EncoderSource& source, int64_t dim, TextRecipe recipe,
                                         TextNetwork network) {
    EncoderInfo info{
        .id = source.id, .modality = Modality::text, .dim = static_cast<int>(dim), .licence = licenceOf(source)};
    return std::make_unique<TextEncoder>(info, source.device, std::move(recipe), std::move(network));
}

} // namespace fusefind
