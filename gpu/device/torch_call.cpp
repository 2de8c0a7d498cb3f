#include "gpu/device/torch_call.h"

#include <spdlog/spdlog.h>

namespace fusefind {

c10::Device torchDevice(const Device& device) {
    switch (device.kind) {
    case Device::Kind::cuda:
        return {c10::DeviceType::CUDA, static_cast<c10::DeviceIndex>(device.index)};
    case Device::Kind::meta:
        return c10::DeviceType::Meta;
    case Device::Kind::cpu:
        break;
    }
    return c10::DeviceType::CPU;
}

c10::ScalarType productType(const Device& device) {
    return device.products == Precision::bf16 ? c10::ScalarType::BFloat16 : c10::ScalarType::Float;
}

Error currentTorchError() {
    try {
        throw;
    } catch (const c10::OutOfMemoryError& error) {
        spdlog::info("{}", error.what());
        return {ErrorCode::outOfMemory, "the GPU has no memory left", {}, "use a smaller --batch or --device cpu"};
    } catch (const c10::Error& error) {
        spdlog::info("{}", error.what());
        return {ErrorCode::internal, error.what_without_backtrace(), {}, {}};
    } catch (const std::bad_alloc&) {
        return {ErrorCode::outOfMemory, "no memory left", {}, "use a smaller --batch or close other programs"};
    } catch (const std::exception& error) {
        return {ErrorCode::internal, error.what(), {}, {}};
    }
}

} // namespace fusefind
