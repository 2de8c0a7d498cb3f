#include "gpu/device/device.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/detail/CUDAHooksInterface.h>
#include <dlfcn.h>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <charconv>
#include <mutex>
#include <thread>

namespace fusefind {

namespace {

// Opens Torch's CUDA part, which registers itself; empty when a GPU is there, else why it is not. Looked for once:
// Torch asks for its CUDA hooks a single time, so this must come before anything else does.
const std::string& whyNoCuda() {
    static const std::string reason = []() -> std::string {
#ifdef FUSEFIND_WITH_CUDA
        if (::dlopen("libcuda.so.1", RTLD_LAZY | RTLD_GLOBAL) == nullptr) return "no NVIDIA driver is installed";
        if (::dlopen("libtorch_cuda.so", RTLD_LAZY | RTLD_GLOBAL) == nullptr) {
            spdlog::warn("CUDA: {}", ::dlerror());
            return "the CUDA libraries cannot be loaded";
        }
        if (!at::globalContext().hasCUDA() || at::detail::getCUDAHooks().deviceCount() == 0) return "no GPU was found";
        return {};
#else
        return "this build has no CUDA";
#endif
    }();
    return reason;
}

int cudaDeviceCount() {
    return whyNoCuda().empty() ? static_cast<int>(at::detail::getCUDAHooks().deviceCount()) : 0;
}

// Where there are no instructions for bf16, Torch imitates it more slowly than it computes in f32.
Device processor() {
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx512bf16")) return {.products = Precision::bf16};
#endif
    return {};
}

} // namespace

std::string Device::name() const {
    switch (kind) {
    case Kind::cpu:
        return "cpu";
    case Kind::meta:
        return "meta";
    case Kind::cuda:
        break;
    }
    return fmt::format("cuda:{}", index);
}

Result<Device> chooseDevice(std::string_view wish) {
    if (wish == "cpu") return processor();
    if (wish == "auto") return cudaDeviceCount() > 0 ? Device{Device::Kind::cuda, 0} : processor();
    int index = 0;
    const bool plain = wish == "cuda";
    if (!plain) {
        constexpr std::string_view kPrefix = "cuda:";
        const char* end = wish.data() + wish.size();
        const bool valid = wish.starts_with(kPrefix) && wish.size() > kPrefix.size();
        const auto parsed =
            valid ? std::from_chars(wish.data() + kPrefix.size(), end, index) : std::from_chars_result{};
        if (!valid || parsed.ec != std::errc() || parsed.ptr != end || index < 0)
            return fail(ErrorCode::invalidInput, fmt::format("\"{}\" is no device", wish), {},
                        "use auto, cpu, cuda or cuda:N");
    }
    if (const int count = cudaDeviceCount(); index >= count) {
        const std::string why = count == 0 ? whyNoCuda() : fmt::format("the machine has {} GPU(s)", count);
        return fail(ErrorCode::unsupported, fmt::format("cannot compute on {}: {}", wish, why), {}, "use --device cpu");
    }
    return Device{Device::Kind::cuda, index};
}

void configureThreads(int threads) {
    const int cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    // One compute thread owns Torch: a second pool between operators would only compete with it. To be said once,
    // before the first work of the process.
    static std::once_flag said;
    std::call_once(said, [] { at::set_num_interop_threads(1); });
    at::set_num_threads(threads > 0 ? threads : cores);
}

} // namespace fusefind
