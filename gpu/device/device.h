#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace fusefind {

// What the large products of matrices are computed in, summed up in f32 either way. The rest is always f32.
enum class Precision {
    f32,
    bf16 // three to four times as fast where there is AMX, for about three digits
};

// Where Torch computes, and how exactly. All of CUDA goes through this folder.
struct Device {
    enum class Kind {
        cpu,
        cuda,
        meta
    }; // meta: shapes without values, for tests that a tensor is made on the right device
    Kind kind = Kind::cpu;
    int index = 0;
    Precision products = Precision::f32;

    [[nodiscard]] std::string name() const; // "cpu", "cuda:0"
};

// "auto" (a GPU if there is one), "cpu", "cuda", "cuda:N". Errors: invalidInput; unsupported, saying why there is no
// GPU. On a CPU with instructions for bf16 products are computed in it.
Result<Device> chooseDevice(std::string_view wish);

// Once, in main, before any other use of Torch: threads of the compute pool (0: the cores).
void configureThreads(int threads);

} // namespace fusefind
