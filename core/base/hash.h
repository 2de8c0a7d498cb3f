#pragma once

#include "core/base/result.h"

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <stop_token>
#include <string>

namespace fusefind {

// SHA-256: the content hash of files, and what downloads and model files are checked against.
using Sha256 = std::array<std::byte, 32>;

class Hasher {
public:
    Hasher();
    ~Hasher();
    Hasher(Hasher&&) noexcept;
    Hasher& operator=(Hasher&&) noexcept;

    void update(std::span<const std::byte> bytes);
    Sha256 finish(); // call once

private:
    struct State;
    std::unique_ptr<State> state_;
};

Sha256 hashBytes(std::span<const std::byte> bytes);

// Reads the file once, in blocks. Errors: io, cancelled.
Result<Sha256> hashFile(const std::filesystem::path& path, const std::stop_token& stop = {});

std::string toHex(const Sha256& hash); // 64 lower-case digits

} // namespace fusefind
