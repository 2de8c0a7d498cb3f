#pragma once

#include <memory>
#include <string>

using EVP_PKEY = struct evp_pkey_st;
using SSL_CTX = struct ssl_ctx_st;
using X509 = struct x509_st;

namespace fusefind {

// A certificate for a host's name, made here and signed by itself: whoever is told to trust it does.
class Certificate {
public:
    explicit Certificate(const std::string& host);
    [[nodiscard]] std::string pem() const;
    [[nodiscard]] bool use(SSL_CTX* context) const;

private:
    struct Free {
        void operator()(EVP_PKEY* key) const;
        void operator()(X509* certificate) const;
    };
    std::unique_ptr<EVP_PKEY, Free> key_;
    std::unique_ptr<X509, Free> certificate_;
};

} // namespace fusefind
