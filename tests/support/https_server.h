#pragma once

#include "support/temp_dir.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace fusefind {

// One request to an HttpsServer, and the connection it came by, on which a test may misbehave as it likes.
class HttpsExchange {
public:
    virtual ~HttpsExchange() = default;
    [[nodiscard]] virtual const std::string& request() const = 0; // the head, in lower case
    virtual void send(std::string_view bytes) = 0;                // nothing, if the client is gone
    [[nodiscard]] virtual bool clientIsThere() const = 0;
    virtual void waitForClient() = 0; // to go away

    // An answer's head (with its length) and its body.
    void answer(const std::string& status, const std::string& body, const std::string& headers = {});
    // A file as servers hand it out: the rest of it alone where that is asked for and `tag` is still its ETag.
    void answerFile(const std::string& body, const std::string& tag);
};

// A server on this machine with a certificate made for it. What lies under a path answers for itself; the rest is 404.
class HttpsServer {
public:
    using Handler = std::function<void(HttpsExchange&)>;

    HttpsServer(); // aborts the test where it cannot listen
    ~HttpsServer();

    void serve(const std::string& path, Handler handler);
    void serveFile(const std::string& path, const std::string& body); // with an ETag

    [[nodiscard]] std::string address() const; // "https://localhost:4711"
    [[nodiscard]] std::filesystem::path authority() const { return folder_ / "authority.pem"; }
    // The heads of all requests for a path so far, in lower case.
    [[nodiscard]] std::vector<std::string> requestsFor(const std::string& path) const;

private:
    struct Tls;
    class Connection;
    void run();
    void talk(int socket);

    TempDir folder_;
    std::unique_ptr<Tls> tls_;
    int listening_ = -1;
    int port_ = 0;
    mutable std::mutex mutex_; // of what follows
    std::map<std::string, std::shared_ptr<Handler>> handlers_;
    std::map<std::string, std::vector<std::string>> requests_;
    int talking_ = -1; // the socket of the connection
    bool closing_ = false;
    std::thread thread_;
};

} // namespace fusefind
