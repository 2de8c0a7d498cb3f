#pragma once

#include "core/base/atomic_file.h"
#include "core/catalog/download.h"
#include "support/https_server.h"

#include <fmt/format.h>

#include <QtTest/QTest>

namespace fusefind {

inline constexpr size_t kSize = 300'000; // many times what comes at once
inline constexpr auto kFile = "/model/weights";

inline std::string someBytes(size_t size = kSize, char first = 'a') {
    std::string bytes(size, '\0');
    for (size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<char>(first + i % 23 + i / 1000 % 3);
    return bytes;
}

inline Sha256 hashOf(const std::string& bytes) {
    return hashBytes(std::as_bytes(std::span(bytes)));
}

// A server with one file, and a folder for it: what the tests of downloads share.
struct DownloadFixture {
    HttpsServer server;
    TempDir folder;
    std::filesystem::path to = folder / "weights";
    std::string bytes = someBytes();
    DownloadRequest request{server.address() + kFile, to, std::nullopt, std::nullopt, 10 * kSize};
    DownloadOptions options;

    DownloadFixture() {
        server.serveFile(kFile, bytes);
        options.authorities = server.authority();
        options.stallTimeout = std::chrono::seconds(1);
    }

    void know() { // as a catalogue that knows everything
        request.size = bytes.size();
        request.hash = hashOf(bytes);
    }
    [[nodiscard]] Status load() const { return download(request, options); }
    [[nodiscard]] bool arrived() const { return readFile(to).value_or("") == bytes && folder.entries().size() == 1; }
    [[nodiscard]] bool nothingIsLeft() const { return folder.entries().empty(); }
    [[nodiscard]] std::vector<std::string> requests() const { return server.requestsFor(kFile); }
};

// The beginning of the file, called "one", with the promise of all of it.
inline void sendSome(HttpsExchange& exchange, const std::string& bytes, size_t count) {
    exchange.send(fmt::format("HTTP/1.1 200 OK\r\nETag: \"one\"\r\nContent-Length: {}\r\n\r\n", bytes.size()));
    exchange.send(bytes.substr(0, count));
}
inline void sendHalf(HttpsExchange& exchange, const std::string& bytes) {
    sendSome(exchange, bytes, bytes.size() / 2);
}

// The first connection breaks, later ones do not.
inline HttpsServer::Handler breakingOnce(const std::string& bytes) {
    return [=, first = true](HttpsExchange& exchange) mutable {
        if (std::exchange(first, false))
            sendHalf(exchange, bytes);
        else
            exchange.answerFile(bytes, "\"one\"");
    };
}

inline bool has(const std::string& request, const std::string& text) {
    return request.find(text) != std::string::npos;
}

// True for a failure of this kind with these words and the file's address.
inline bool says(const Status& status, ErrorCode code, std::string_view words) {
    if (status) return false;
    const std::string text = status.error().text();
    if (status.error().code == code && has(text, std::string(words)) && has(text, kFile)) return true;
    qWarning("%s", text.c_str());
    return false;
}

} // namespace fusefind
