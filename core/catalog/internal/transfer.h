#pragma once

#include "core/base/part_file.h"
#include "core/catalog/download.h"

#include <memory>
#include <string>

namespace fusefind {

// One HTTPS request for what is still missing of a file, appended to its part. Use once.
class Transfer {
public:
    // `tag`: what the server called the file that the part is of; empty: unknown. `tagFile`: where its new name is
    // kept, before anything else is.
    Transfer(const DownloadRequest& request, const DownloadOptions& options, PartFile& part, const std::string& tag,
             std::filesystem::path tagFile);
    ~Transfer();
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;

    // Errors: as download.
    Status run();
    // Whether the failure is one that another request may get past.
    [[nodiscard]] bool worthAnotherTry() const { return broken_; }

private:
    struct Handles;

    static size_t onBytes(const char* data, size_t size, size_t count, void* self);
    static int onTick(void* self, int64_t, int64_t, int64_t, int64_t);
    void configure();
    Status outcome(int code);
    Status begin(); // once the answer's head is there
    Status checkRange();
    Status checkLength();
    Status take(std::span<const std::byte> bytes);
    [[nodiscard]] std::optional<uint64_t> lengthOfAnswer() const;
    [[nodiscard]] std::string header(const char* name) const; // empty: not there
    [[nodiscard]] Error tooLong() const;
    [[nodiscard]] Error problem(ErrorCode code, std::string what, std::string advice = {}) const;

    const DownloadRequest& request_;
    const DownloadOptions& options_;
    PartFile& part_;
    std::string tag_;
    std::filesystem::path tagFile_;
    std::unique_ptr<Handles> handles_;
    void* curl_; // of the handles
    bool begun_ = false;
    bool broken_ = false;
    uint64_t received_ = 0;
    std::optional<uint64_t> total_; // of the file
    Status status_;                 // what a callback stopped the transfer for
};

// Whether a server's name for a version of a file (ETag) may be used to go on with it (RFC 9110, 8.8.3: not a weak
// one).
bool isStrongTag(std::string_view tag);

} // namespace fusefind
