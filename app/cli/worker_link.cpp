#include "app/cli/worker_link.h"

#include "core/protocol/endpoint.h"

#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace fusefind {

namespace {

Error gone() {
    return {ErrorCode::io, "the worker ended before it answered", {}, "run the same command again"};
}

// Nobody there is no error: the command then runs by itself.
bool nobodyListens(int errnoValue) {
    return errnoValue == ENOENT || errnoValue == ECONNREFUSED || errnoValue == ENOTDIR;
}

} // namespace

Result<std::optional<WorkerLink>> WorkerLink::connect(const std::filesystem::path& dataDir) {
    const auto path = workerSocket(dataDir);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.native().size() >= sizeof address.sun_path) return std::nullopt;
    std::memcpy(address.sun_path, path.c_str(), path.native().size());
    UniqueFd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!socket) return fail(systemError("cannot make a socket", path, errno));
    if (::connect(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        if (nobodyListens(errno)) return std::nullopt;
        return fail(systemError("cannot reach the worker", path, errno));
    }
    WorkerLink link(std::move(socket));
    FUSEFIND_TRY(link.shakeHands());
    return link;
}

Status WorkerLink::shakeHands() {
    FUSEFIND_TRY(send(Hello{kProtocolVersion, FUSEFIND_VERSION, ::getpid()}));
    FUSEFIND_TRY_ASSIGN(const Message first, receive());
    const auto* hello = std::get_if<Hello>(&first);
    if (hello == nullptr) return fail(ErrorCode::io, "what listens at the worker's socket is no worker");
    if (hello->protocol == kProtocolVersion) return {};
    return fail(ErrorCode::unsupported,
                fmt::format("the worker that runs is version {}, this is {}", hello->version, FUSEFIND_VERSION), {},
                "close the window and run the same command again");
}

Status WorkerLink::send(const Message& message) const {
    FUSEFIND_TRY_ASSIGN(const std::string frame, encodeFrame(message));
    for (size_t sent = 0; sent < frame.size();) {
        const ssize_t count = ::send(socket_.get(), frame.data() + sent, frame.size() - sent, MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return fail(gone());
        sent += static_cast<size_t>(count);
    }
    return {};
}

Result<Message> WorkerLink::receive() {
    std::array<char, 1 << 16> bytes{};
    while (true) {
        FUSEFIND_TRY_ASSIGN(auto message, reader_.next());
        if (message) return std::move(*message);
        const ssize_t count = ::recv(socket_.get(), bytes.data(), bytes.size(), 0);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return fail(gone());
        reader_.feed({bytes.data(), static_cast<size_t>(count)});
    }
}

Result<Json> WorkerLink::call(const char* method, Json params, const ProgressSink& progress,
                              const std::stop_token& stop) {
    constexpr uint64_t kId = 1; // one request a connection
    FUSEFIND_TRY(send(Request{kId, method, std::move(params)}));
    const std::stop_callback cancel(stop, [&] {                    // the only one who sends from here on
        [[maybe_unused]] const Status ignored = send(Cancel{kId}); // a worker that is gone shows below
    });
    while (true) {
        FUSEFIND_TRY_ASSIGN(Message message, receive());
        if (const auto* note = std::get_if<ProgressNote>(&message); note != nullptr && progress)
            progress(note->progress);
        if (auto* reply = std::get_if<Reply>(&message)) return std::move(reply->result);
    }
}

} // namespace fusefind
