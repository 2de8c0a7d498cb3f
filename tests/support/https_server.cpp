#include "support/https_server.h"

#include "core/base/text.h"
#include "support/certificate.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <optional>

namespace fusefind {

namespace {

void require(bool done) {
    if (!done) std::abort();
}

std::optional<size_t> rangeOf(const std::string& request) {
    constexpr std::string_view kName = "\r\nrange: bytes=";
    const size_t found = request.find(kName);
    if (found == std::string::npos) return std::nullopt;
    size_t start = 0;
    const char* from = request.data() + found + kName.size();
    std::from_chars(from, request.data() + request.size(), start);
    return start;
}

} // namespace

void HttpsExchange::answer(const std::string& status, const std::string& body, const std::string& headers) {
    send(fmt::format("HTTP/1.1 {}\r\nContent-Length: {}\r\nConnection: close\r\n{}\r\n", status, body.size(), headers));
    send(body);
}

void HttpsExchange::answerFile(const std::string& body, const std::string& tag) {
    const std::string tagHeader = fmt::format("ETag: {}\r\n", tag);
    const auto start = rangeOf(request());
    const bool conditional = request().find("\r\nif-range: ") != std::string::npos;
    const bool same = !conditional || request().find("\r\nif-range: " + asciiLower(tag)) != std::string::npos;
    if (!start || !same) return answer("200 OK", body, tagHeader);
    if (*start >= body.size())
        return answer("416 Range Not Satisfiable", "", fmt::format("Content-Range: bytes */{}\r\n", body.size()));
    answer("206 Partial Content", body.substr(*start),
           fmt::format("{}Content-Range: bytes {}-{}/{}\r\n", tagHeader, *start, body.size() - 1, body.size()));
}

struct HttpsServer::Tls {
    struct Free {
        void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
    };
    std::unique_ptr<SSL_CTX, Free> context{SSL_CTX_new(TLS_server_method())};
};

class HttpsServer::Connection : public HttpsExchange {
public:
    Connection(SSL_CTX* context, int socket) : ssl_(SSL_new(context)) {
        SSL_set_fd(ssl_.get(), socket);
        there_ = SSL_accept(ssl_.get()) == 1;
        while (there_ && request_.find("\r\n\r\n") == std::string::npos)
            request_ += receive();
        request_ = asciiLower(request_);
    }
    ~Connection() override {
        if (there_) SSL_shutdown(ssl_.get());
    }

    [[nodiscard]] const std::string& request() const override { return request_; }
    [[nodiscard]] bool clientIsThere() const override { return there_; }
    void send(std::string_view bytes) override {
        size_t written = 0;
        if (there_ && !bytes.empty()) there_ = SSL_write_ex(ssl_.get(), bytes.data(), bytes.size(), &written) == 1;
    }
    void waitForClient() override {
        while (there_)
            receive();
    }
    // "/a/b" of "get /a/b http/1.1"
    [[nodiscard]] std::string path() const {
        const size_t from = request_.find(' ');
        if (from == std::string::npos) return {};
        return request_.substr(from + 1, request_.find(' ', from + 1) - from - 1);
    }

private:
    struct Free {
        void operator()(SSL* ssl) const { SSL_free(ssl); }
    };
    std::string receive() {
        std::array<char, 4096> bytes{};
        size_t count = 0;
        there_ = SSL_read_ex(ssl_.get(), bytes.data(), bytes.size(), &count) == 1;
        return {bytes.data(), count};
    }

    std::unique_ptr<SSL, Free> ssl_;
    std::string request_;
    bool there_ = false;
};

HttpsServer::HttpsServer() : tls_(std::make_unique<Tls>()) {
    const Certificate certificate("localhost");
    require(certificate.use(tls_->context.get()));
    (void)folder_.write("authority.pem", certificate.pem());
    listening_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    require(::bind(listening_, generic, length) == 0 && ::listen(listening_, SOMAXCONN) == 0);
    require(::getsockname(listening_, generic, &length) == 0);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { run(); });
}

HttpsServer::~HttpsServer() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
        if (talking_ >= 0) ::shutdown(talking_, SHUT_RDWR);
    }
    ::shutdown(listening_, SHUT_RDWR); // ends accept()
    thread_.join();
    ::close(listening_);
}

void HttpsServer::serve(const std::string& path, Handler handler) {
    const std::lock_guard lock(mutex_);
    handlers_[asciiLower(path)] = std::make_shared<Handler>(std::move(handler));
}

void HttpsServer::serveFile(const std::string& path, const std::string& body) {
    serve(path, [body](HttpsExchange& exchange) {
        exchange.answerFile(body, fmt::format("\"{}\"", std::hash<std::string>()(body)));
    });
}

std::string HttpsServer::address() const {
    return fmt::format("https://localhost:{}", port_);
}

std::vector<std::string> HttpsServer::requestsFor(const std::string& path) const {
    const std::lock_guard lock(mutex_);
    const auto found = requests_.find(asciiLower(path));
    return found == requests_.end() ? std::vector<std::string>() : found->second;
}

void HttpsServer::run() {
    sigset_t brokenPipe;
    ::sigemptyset(&brokenPipe);
    ::sigaddset(&brokenPipe, SIGPIPE); // clients go away when they like
    ::pthread_sigmask(SIG_BLOCK, &brokenPipe, nullptr);
    while (true) {
        const int socket = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
        {
            const std::lock_guard lock(mutex_);
            if (closing_ || socket < 0) break;
            talking_ = socket;
        }
        talk(socket);
        const std::lock_guard lock(mutex_);
        talking_ = -1;
        ::close(socket);
    }
}

void HttpsServer::talk(int socket) {
    Connection connection(tls_->context.get(), socket);
    if (!connection.clientIsThere()) return;
    std::shared_ptr<Handler> handler; // not a copy: it may count
    {
        const std::lock_guard lock(mutex_);
        requests_[connection.path()].push_back(connection.request());
        const auto found = handlers_.find(connection.path());
        if (found != handlers_.end()) handler = found->second;
    }
    if (handler)
        (*handler)(connection);
    else
        connection.answer("404 Not Found", "there is no such file");
}

} // namespace fusefind
