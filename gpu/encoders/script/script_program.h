#pragma once

// Inside gpu only (includes Torch).

#include "gpu/device/device.h"

#include <ATen/core/Tensor.h>

#include <filesystem>
#include <memory>
#include <vector>

namespace fusefind {

// A network that somebody saved as a program (torch.jit.save). It may do whatever the person who runs it may, already
// while it is loaded: nothing here makes it harmless, and only folders that were added with --trust-program come here
// (core/catalog/model_import.h). What is damaged, throws or answers nonsense becomes an error.
class ScriptProgram {
public:
    // Errors: invalidInput (no TorchScript file, a damaged one, one without a forward), limit (it unpacks to far more
    // than the file holds), outOfMemory.
    static Result<ScriptProgram> load(const std::filesystem::path& file, const Device& device);

    // What its forward makes of inputs of N rows: f32 [N, D], all finite. Throws Torch's exceptions, also of an answer
    // of another kind (run inside runInference).
    [[nodiscard]] at::Tensor operator()(std::vector<at::Tensor> inputs) const;

private:
    class Module;
    explicit ScriptProgram(std::shared_ptr<Module> module) : module_(std::move(module)) {}

    std::shared_ptr<Module> module_;
};

} // namespace fusefind
