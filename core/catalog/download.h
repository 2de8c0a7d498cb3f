#pragma once

#include "core/base/hash.h"
#include "core/base/result.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>

namespace fusefind {

struct DownloadRequest {
    std::string address;          // https://…
    std::filesystem::path to;     // in a folder that exists
    std::optional<uint64_t> size; // the file is refused if it has another
    std::optional<Sha256> hash;   // or another content
    uint64_t limit = 0;           // bytes, where the size is not known
};

struct DownloadOptions {
    std::filesystem::path authorities; // certificates (PEM) that servers are trusted by; empty: the system's
    std::chrono::milliseconds connectTimeout{20'000};
    std::chrono::seconds stallTimeout{30}; // with less than a kilobyte a second
    int attempts = 5;                      // connections that may break before it is given up
    std::stop_token stop;
    // Bytes of the file so far and in all (0: not known yet).
    std::function<void(uint64_t done, uint64_t total)> progress;
};

// Loads one file, which appears whole and checked or not at all. What came before a failure or a stop waits beside it
// as NAME.part for the next call, which goes on there if the server still has the same file. HTTPS only, redirects
// included; proxies as the environment says (HTTPS_PROXY, NO_PROXY). Errors: invalidInput (not the file that was asked
// for), notFound, limit (no room on the disk, or longer than allowed), io (the connection, the server or the disk),
// cancelled.
Status download(const DownloadRequest& request, const DownloadOptions& options);

// Errors: limit, with both numbers.
Status requireFreeSpace(const std::filesystem::path& folder, uint64_t bytes);

} // namespace fusefind
