#pragma once

#include "core/catalog/model_store.h"
#include "gpu/device/device.h"
#include "gpu/encoders/encoder.h"

#include <chrono>
#include <map>
#include <memory>
#include <string>

namespace fusefind {

// The encoders that are loaded, each on first use, as many as fit a limit of memory: for another one those that were
// used longest ago go. Belongs to the compute thread.
class EncoderShelf {
public:
    using Clock = std::chrono::steady_clock;

    explicit EncoderShelf(const Device& device) : device_(device) {}

    // Bytes of weights; 0: no limit. Who still works with an encoder that goes keeps it until then.
    void setLimit(uint64_t bytes) { limit_ = bytes; }

    // Those that nobody took for so long go. Whether any did.
    bool dropUnused(Clock::duration idle);

    // Errors: notFound, naming what is installed; invalidInput (it does not encode this); limit, with both numbers;
    // what loadEncoder says.
    Result<std::shared_ptr<Encoder>> take(const ModelStore& models, const std::string& id, Modality modality);

private:
    struct Loaded {
        std::shared_ptr<Encoder> encoder;
        uint64_t bytes = 0;
        Clock::time_point lastUse;
    };

    Status makeRoom(const std::string& id, uint64_t bytes);

    Device device_;
    uint64_t limit_ = 0;
    std::map<std::pair<std::string, Modality>, Loaded> loaded_;
};

} // namespace fusefind
