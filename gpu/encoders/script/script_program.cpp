#include "gpu/encoders/script/script_program.h"

#include "core/base/text.h"
#include "gpu/device/torch_call.h"

#include <ATen/ATen.h>
#include <caffe2/serialize/inline_container.h>
#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <torch/script.h>

namespace fusefind {

class ScriptProgram::Module {
public:
    explicit Module(torch::jit::Module module) : module_(std::move(module)), forward_(module_.get_method("forward")) {
        module_.eval();
    }
    at::IValue run(std::vector<at::Tensor> inputs) {
        return forward_(
            std::vector<at::IValue>(std::make_move_iterator(inputs.begin()), std::make_move_iterator(inputs.end())));
    }

private:
    torch::jit::Module module_;
    torch::jit::Method forward_;
};

namespace {

constexpr const char* kAdvice = "write it again with torch.jit.save, or get it again";

// The one line of Torch's many that says what happened: below the program's own lines where there are such, else the
// first.
std::string mainLine(std::string_view text) {
    constexpr size_t kLongest = 300;
    text = trimmed(text);
    const bool hasTrace = text.find("Traceback of TorchScript") != std::string_view::npos;
    text = hasTrace ? text.substr(text.rfind('\n') + 1) : text.substr(0, text.find('\n'));
    return singleLine(toUtf8(text.substr(0, kLongest)));
}

// Sizes are checked before anything is unpacked: weights lie in the archive as they are, and only the text of the
// program is packed.
Status checkArchive(const std::filesystem::path& file) {
    constexpr uint64_t kMostText = uint64_t{64} << 20;
    caffe2::serialize::PyTorchStreamReader reader(file.native());
    if (!reader.hasRecord("constants.pkl"))
        return fail(ErrorCode::invalidInput, "this is a Python pickle, not a TorchScript file", file,
                    "write it with torch.jit.save instead of torch.save");
    const uint64_t most = std::filesystem::file_size(file) + kMostText;
    uint64_t size = 0;
    for (const std::string& name : reader.getAllRecords())
        if (__builtin_add_overflow(size, reader.getRecordSize(name), &size) || size > most)
            return fail(ErrorCode::limit, "it would unpack to far more than the file holds", file, kAdvice);
    return {};
}

// [N, D], or a tuple that begins with it.
at::Tensor latentsIn(const at::IValue& answer) {
    const bool isTuple = answer.isTuple() && !answer.toTupleRef().elements().empty();
    const at::IValue& first = isTuple ? answer.toTupleRef().elements()[0] : answer;
    TORCH_CHECK(first.isTensor(), "the model's program gives ", first.tagKind(), " and not a tensor");
    return first.toTensor();
}

} // namespace

Result<ScriptProgram> ScriptProgram::load(const std::filesystem::path& file, const Device& device) {
    const auto loaded = callTorch([&]() -> Result<std::shared_ptr<Module>> {
        FUSEFIND_TRY(checkArchive(file));
        return std::make_shared<Module>(torch::jit::load(file.native(), torchDevice(device), false));
    });
    if (loaded) return ScriptProgram(*loaded);
    if (loaded.error().code != ErrorCode::internal) return fail(loaded.error());
    return fail(ErrorCode::invalidInput,
                fmt::format("this TorchScript file cannot be loaded ({})", mainLine(loaded.error().what)), file,
                kAdvice);
}

at::Tensor ScriptProgram::operator()(std::vector<at::Tensor> inputs) const {
    const int64_t rows = inputs.at(0).size(0);
    at::IValue answer;
    try {
        answer = module_->run(std::move(inputs));
    } catch (const c10::OutOfMemoryError&) {
        throw;
    } catch (const std::exception& error) {
        spdlog::info("{}", error.what());
        TORCH_CHECK(false, "the model's program failed: ", mainLine(error.what()));
    }
    at::Tensor latents = latentsIn(answer);
    TORCH_CHECK(latents.defined() && latents.layout() == at::kStrided && !latents.is_quantized() &&
                    !latents.is_complex() && latents.dim() == 2 && latents.size(0) == rows,
                "the model's program gives ", latents.toString(), " ",
                latents.defined() ? latents.sizes() : at::IntArrayRef(), " for ", rows,
                " inputs, and not a row of numbers for each");
    latents = latents.to(at::kFloat);
    TORCH_CHECK(latents.is_meta() || latents.isfinite().all().item<bool>(),
                "the model's program gives latents that are not finite");
    return latents;
}

} // namespace fusefind
