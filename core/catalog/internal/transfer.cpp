#include "core/catalog/internal/transfer.h"

#include "core/base/atomic_file.h"
#include "core/base/text.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cinttypes>
#include <cstdio>

namespace fusefind {

namespace {

constexpr const char* kRunAgain = "run the same command again: it goes on where it stopped";

constexpr const char* kElsewhere = "try again later, or from another mirror (HF_ENDPOINT)";

struct CurlDeleter {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct ListDeleter {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

struct Words {
    CURLcode code;
    bool mayPass; // as broken connections do
    const char* what;
    const char* advice;
};

constexpr const char* kCheckNetwork = "check the connection to the internet, and HTTPS_PROXY if it needs a proxy";
constexpr std::array kWords{
    Words{CURLE_COULDNT_RESOLVE_HOST, false, "the server's name cannot be found", kCheckNetwork},
    Words{CURLE_COULDNT_RESOLVE_PROXY, false, "the proxy's name cannot be found", kCheckNetwork},
    Words{CURLE_COULDNT_CONNECT, false, "the server cannot be reached", kCheckNetwork},
    Words{CURLE_OPERATION_TIMEDOUT, true, "the server stopped sending", kRunAgain},
    Words{CURLE_PARTIAL_FILE, true, "the connection broke", kRunAgain},
    Words{CURLE_RECV_ERROR, true, "the connection broke", kRunAgain},
    Words{CURLE_SEND_ERROR, true, "the connection broke", kRunAgain},
    Words{CURLE_GOT_NOTHING, true, "the connection broke", kRunAgain},
    Words{CURLE_HTTP2, true, "the connection broke", kRunAgain},
    Words{CURLE_HTTP2_STREAM, true, "the connection broke", kRunAgain},
    Words{CURLE_PEER_FAILED_VERIFICATION, false, "the server cannot prove that it is the one it should be",
          "try another network, or name the certificates of a mirror of your own in SSL_CERT_FILE"},
    Words{CURLE_SSL_CACERT_BADFILE, false, "the certificates to know the server by cannot be read",
          "look at SSL_CERT_FILE, or install ca-certificates"},
    Words{CURLE_UNSUPPORTED_PROTOCOL, false, "the server sends on to an address without HTTPS, which is refused",
          kElsewhere},
    Words{CURLE_TOO_MANY_REDIRECTS, false, "the server sends on in a circle", kElsewhere}};

// "bytes 100-199/200" (RFC 9110, 14.4), where the first byte and the length of the whole are of interest.
struct Range {
    uint64_t start = 0;
    std::optional<uint64_t> whole; // not said: "*"
};

std::optional<Range> parseContentRange(const std::string& text) {
    Range range;
    uint64_t end = 0;
    uint64_t whole = 0;
    const int found = std::sscanf(text.c_str(), "bytes %" SCNu64 "-%" SCNu64 "/%" SCNu64, &range.start, &end, &whole);
    constexpr int kWithoutWhole = 2;
    if (found < kWithoutWhole) return std::nullopt;
    if (found > kWithoutWhole) range.whole = whole;
    return range;
}

} // namespace

struct Transfer::Handles {
    std::unique_ptr<CURL, CurlDeleter> curl{curl_easy_init()};
    std::unique_ptr<curl_slist, ListDeleter> headers;
};

Transfer::Transfer(const DownloadRequest& request, const DownloadOptions& options, PartFile& part,
                   const std::string& tag, std::filesystem::path tagFile)
    : request_(request),
      options_(options),
      part_(part),
      tag_(tag),
      tagFile_(std::move(tagFile)),
      handles_(std::make_unique<Handles>()),
      curl_(handles_->curl.get()) {}
Transfer::~Transfer() = default;

Error Transfer::problem(ErrorCode code, std::string what, std::string advice) const {
    return {code, std::move(what), request_.address, std::move(advice)};
}

Status Transfer::run() {
    if (options_.stop.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
    if (curl_ == nullptr) return fail(ErrorCode::outOfMemory, "no memory for a connection");
    configure();
    const CURLcode code = curl_easy_perform(curl_);
    if (!status_) return status_;
    return outcome(code);
}

void Transfer::configure() {
    constexpr long kSlowest = 1000; // bytes a second
    constexpr long kMostRedirects = 5;
    const auto set = [this](CURLoption option, auto value) { curl_easy_setopt(curl_, option, value); };
    set(CURLOPT_URL, request_.address.c_str());
    set(CURLOPT_PROTOCOLS_STR, "https");
    set(CURLOPT_REDIR_PROTOCOLS_STR, "https");
    set(CURLOPT_FOLLOWLOCATION, 1L);
    set(CURLOPT_MAXREDIRS, kMostRedirects);
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_USERAGENT, "FuseFind");
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options_.connectTimeout.count()));
    set(CURLOPT_LOW_SPEED_LIMIT, kSlowest);
    set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(options_.stallTimeout.count()));
    if (!options_.authorities.empty()) set(CURLOPT_CAINFO, options_.authorities.c_str());
    set(CURLOPT_WRITEFUNCTION, &Transfer::onBytes);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_XFERINFOFUNCTION, &Transfer::onTick);
    set(CURLOPT_XFERINFODATA, this);
    set(CURLOPT_NOPROGRESS, 0L);
    if (part_.size() == 0) return;
    set(CURLOPT_RANGE, fmt::format("{}-", part_.size()).c_str()); // copied by libcurl
    if (tag_.empty()) return;
    handles_->headers.reset(curl_slist_append(nullptr, fmt::format("If-Range: {}", tag_).c_str()));
    set(CURLOPT_HTTPHEADER, handles_->headers.get());
}

// What libcurl's code means here.
Status Transfer::outcome(int code) {
    if (code == CURLE_OK) {
        if (!begun_) FUSEFIND_TRY(begin()); // an empty file
        if (!total_ || part_.size() == *total_) return {};
        code = CURLE_PARTIAL_FILE; // a server that did not say how long it is
    }
    const auto* known = std::ranges::find(kWords, code, &Words::code);
    if (known == kWords.end())
        return fail(problem(ErrorCode::io,
                            fmt::format("it cannot be loaded ({})", curl_easy_strerror(static_cast<CURLcode>(code)))));
    broken_ = known->mayPass && received_ > 0;
    return fail(problem(ErrorCode::io, known->what, known->advice));
}

std::string Transfer::header(const char* name) const {
    constexpr int kLastAnswer = -1;
    curl_header* found = nullptr;
    return curl_easy_header(curl_, name, 0, CURLH_HEADER, kLastAnswer, &found) == CURLHE_OK ? found->value : "";
}

Status Transfer::begin() {
    constexpr long kOk = 200;
    constexpr long kPartial = 206;
    constexpr long kNotFound = 404;
    constexpr long kNotThatRange = 416;
    begun_ = true;
    long status = 0;
    curl_easy_getinfo(curl_, CURLINFO_RESPONSE_CODE, &status);
    if (status == kNotThatRange && part_.size() > 0) {
        broken_ = true; // the part is of something else: from the beginning
        FUSEFIND_TRY(part_.clear());
    }
    if (status == kNotFound)
        return fail(problem(ErrorCode::notFound, "the server has no such file",
                            "look whether the model is still there, and at HF_ENDPOINT if it is set"));
    if (status != kOk && status != kPartial)
        return fail(
            problem(ErrorCode::io, fmt::format("the server refused with status {}", status), "try again later"));
    if (status == kPartial) FUSEFIND_TRY(checkRange());
    if (status == kOk) FUSEFIND_TRY(part_.clear());
    FUSEFIND_TRY(checkLength());
    const std::string tag = header("ETag");
    if (tag == tag_) return {};
    return writeFileAtomically(tagFile_, isStrongTag(tag) ? tag : "");
}

// An answer with a part of the file must be the rest of this one, all of it.
Status Transfer::checkRange() {
    const auto range = parseContentRange(header("Content-Range"));
    const std::string tag = header("ETag");
    const bool same = tag_.empty() || !isStrongTag(tag) || tag == tag_;
    const uint64_t end = part_.size() + lengthOfAnswer().value_or(0);
    if (range && range->start == part_.size() && same && range->whole.value_or(end) == end) return {};
    broken_ = part_.size() > 0; // from the beginning, then
    FUSEFIND_TRY(part_.clear());
    return fail(problem(ErrorCode::io, "the server sends another part of the file than it was asked for", kElsewhere));
}

std::optional<uint64_t> Transfer::lengthOfAnswer() const {
    curl_off_t length = -1;
    curl_easy_getinfo(curl_, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
    return length < 0 ? std::nullopt : std::optional(static_cast<uint64_t>(length));
}

// What the server says of its length is held against what is known, and against the disk.
Status Transfer::checkLength() {
    total_ = request_.size;
    const auto rest = lengthOfAnswer();
    if (!rest) return {};
    const uint64_t announced = part_.size() + *rest;
    if (request_.size && announced != *request_.size)
        return fail(problem(ErrorCode::invalidInput,
                            fmt::format("the server has {} bytes instead of {}", announced, *request_.size),
                            "it is another file than the catalogue means: use a newer catalogue or another mirror"));
    if (!request_.size && announced > request_.limit) return fail(tooLong());
    total_ = announced;
    return requireFreeSpace(request_.to.parent_path(), *rest);
}

Error Transfer::tooLong() const {
    if (request_.size)
        return problem(ErrorCode::invalidInput, fmt::format("the server sends more than the file's {} bytes", *total_),
                       kElsewhere);
    return problem(ErrorCode::limit,
                   fmt::format("it is longer than {} bytes, the most that is taken where the catalogue gives no size",
                               request_.limit));
}

Status Transfer::take(std::span<const std::byte> bytes) {
    if (!begun_) FUSEFIND_TRY(begin());
    if (part_.size() + bytes.size() > total_.value_or(request_.limit)) {
        FUSEFIND_TRY(part_.clear());
        return fail(tooLong());
    }
    FUSEFIND_TRY(part_.append(bytes));
    received_ += bytes.size();
    if (options_.progress) options_.progress(part_.size(), total_.value_or(0));
    return {};
}

size_t Transfer::onBytes(const char* data, size_t size, size_t count, void* self) {
    auto& transfer = *static_cast<Transfer*>(self);
    transfer.status_ = transfer.take(std::as_bytes(std::span(data, size * count)));
    return transfer.status_ ? size * count : CURL_WRITEFUNC_ERROR;
}

int Transfer::onTick(void* self, int64_t, int64_t, int64_t, int64_t) {
    auto& transfer = *static_cast<Transfer*>(self);
    if (!transfer.options_.stop.stop_requested()) return 0;
    transfer.status_ = fail(ErrorCode::cancelled, "cancelled");
    return 1;
}

bool isStrongTag(std::string_view tag) {
    constexpr size_t kLongest = 256;
    return tag.size() > 2 && tag.size() <= kLongest && tag.front() == '"' && tag.back() == '"' &&
           std::ranges::all_of(tag, [](char c) { return c > ' ' && c < '\x7f'; });
}

} // namespace fusefind
