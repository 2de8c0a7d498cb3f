#pragma once

#include "core/base/atomic_file.h"
#include "core/base/hash.h"

#include <cstdint>
#include <type_traits>

namespace fusefind {

// A binary file that ends with the SHA-256 of all before, so that damage anywhere is noticed. Appears whole or not at
// all.
class CheckedWriter {
public:
    static Result<CheckedWriter> create(const std::filesystem::path& path);

    Status write(std::span<const std::byte> bytes);
    template <class Value>
    Status writeValue(const Value& value) {
        static_assert(std::has_unique_object_representations_v<Value>, "padding must not reach the file");
        return write(std::as_bytes(std::span(&value, 1)));
    }
    Status commit();

private:
    explicit CheckedWriter(AtomicFile file) : file_(std::move(file)) {}

    AtomicFile file_;
    Hasher hasher_;
    std::vector<std::byte> buffer_; // small writes, gathered
};

// Reads such a file front to back. What it has given out is proven only by finish(): until then sizes may be used to
// allocate no more than remaining(), and nothing else may be relied upon. Errors: io, notFound, invalidInput.
class CheckedReader {
public:
    static Result<CheckedReader> open(const std::filesystem::path& path);

    [[nodiscard]] uint64_t remaining() const { return remaining_; } // bytes before the hash
    Status read(std::span<std::byte> bytes);
    template <class Value>
    Status readValue(Value& value) {
        static_assert(std::has_unique_object_representations_v<Value>);
        return read(std::as_writable_bytes(std::span(&value, 1)));
    }
    Status finish(); // everything was read and the hash is right

    [[nodiscard]] tl::unexpected<Error> damaged() const; // the Error for a file that contradicts itself
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    CheckedReader(std::filesystem::path path, UniqueFd fd, uint64_t remaining)
        : path_(std::move(path)), fd_(std::move(fd)), remaining_(remaining) {}
    Status readRaw(std::span<std::byte> bytes);

    std::filesystem::path path_;
    UniqueFd fd_;
    uint64_t remaining_;
    Hasher hasher_;
};

} // namespace fusefind
