#include "core/base/hash.h"

#include "core/base/unique_fd.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <cerrno>

namespace fusefind {

struct Hasher::State {
    struct Free {
        void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    };
    std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};
};

Hasher::Hasher() : state_(std::make_unique<State>()) {
    EVP_DigestInit_ex(state_->context.get(), EVP_sha256(), nullptr);
}
Hasher::~Hasher() = default;
Hasher::Hasher(Hasher&&) noexcept = default;
Hasher& Hasher::operator=(Hasher&&) noexcept = default;

void Hasher::update(std::span<const std::byte> bytes) {
    EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size());
}

Sha256 Hasher::finish() {
    Sha256 hash{};
    EVP_DigestFinal_ex(state_->context.get(), reinterpret_cast<unsigned char*>(hash.data()), nullptr);
    return hash;
}

Sha256 hashBytes(std::span<const std::byte> bytes) {
    Hasher hasher;
    hasher.update(bytes);
    return hasher.finish();
}

Result<Sha256> hashFile(const std::filesystem::path& path, const std::stop_token& stop) {
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file) return fail(systemError("cannot open", path, errno));
    Hasher hasher;
    constexpr size_t kBlock = 1 << 18;
    const auto block = std::make_unique_for_overwrite<std::byte[]>(kBlock); // not zeroed: most files are far smaller
    while (true) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
        const ssize_t count = ::read(file.get(), block.get(), kBlock);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return fail(systemError("cannot read", path, errno));
        if (count == 0) return hasher.finish();
        hasher.update({block.get(), static_cast<size_t>(count)});
    }
}

std::string toHex(const Sha256& hash) {
    std::string hex;
    hex.reserve(2 * hash.size());
    for (const std::byte byte : hash)
        fmt::format_to(std::back_inserter(hex), "{:02x}", std::to_integer<unsigned>(byte));
    return hex;
}

} // namespace fusefind
