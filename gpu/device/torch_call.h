#pragma once

// Inside gpu only (includes Torch): the border between Torch's exceptions and our Results.

#include "core/base/result.h"
#include "gpu/device/device.h"

#include <c10/core/Device.h>
#include <c10/core/InferenceMode.h>
#include <c10/core/ScalarType.h>
#include <c10/util/Exception.h>

#include <exception>
#include <new>
#include <type_traits>

namespace fusefind {

c10::Device torchDevice(const Device& device);
c10::ScalarType productType(const Device& device); // of tensors that are multiplied

// The Error for the exception in flight, without Torch's backtrace (which goes to the log).
Error currentTorchError();

// Runs `body` (returning T, Result<T> or nothing) and turns whatever Torch throws into an Error.
template <class Body>
auto callTorch(Body&& body) {
    using Value = std::invoke_result_t<Body>;
    using Returned = typename std::conditional_t < requires(Value v) {
        v.error();
    }
    , std::type_identity<Value>, std::type_identity < Result < Value >>> ::type;
    try {
        if constexpr (std::is_void_v<Value>) {
            body();
            return Returned{};
        } else {
            return Returned{body()};
        }
    } catch (...) {
        return Returned{tl::unexpected<Error>(currentTorchError())};
    }
}

// The same without autograd. Torch keeps this mode per thread, so it is set around each call and nowhere else.
template <class Body>
auto runInference(Body&& body) {
    return callTorch([&] {
        const c10::InferenceMode guard;
        return body();
    });
}

} // namespace fusefind
