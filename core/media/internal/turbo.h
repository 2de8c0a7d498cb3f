#pragma once

#include <turbojpeg.h>

#include <memory>

namespace fusefind {

struct TurboFree {
    void operator()(void* handle) const { tjDestroy(handle); }
    void operator()(unsigned char* buffer) const { tjFree(buffer); }
};
using TurboHandle = std::unique_ptr<void, TurboFree>;
using TurboBuffer = std::unique_ptr<unsigned char, TurboFree>;

} // namespace fusefind
