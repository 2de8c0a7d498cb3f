#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace fusefind {

// Where Torch computes. All of CUDA goes through this folder.
struct Device {
    enum class Kind {
        cpu,
        cuda,
        meta
    }; // meta: shapes without values, for tests that a tensor is made on the right device
    Kind kind = Kind::cpu;
    int index = 0;

    [[nodiscard]] std::string name() const; // "cpu", "cuda:0"
};

// "auto" (a GPU if there is one), "cpu", "cuda", "cuda:N". Errors: invalidInput; unsupported, saying why there is no
// GPU.
Result<Device> chooseDevice(std::string_view wish);

// Once, in main, before any other use of Torch: threads of the compute pool (0: the cores).
void configureThreads(int threads);

} // namespace fusefind
