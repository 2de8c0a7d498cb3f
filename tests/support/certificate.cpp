#include "support/certificate.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <cstdlib>

namespace fusefind {

namespace {

void addExtension(X509* certificate, int kind, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str());
    if (extension == nullptr || X509_add_ext(certificate, extension, -1) != 1) std::abort();
    X509_EXTENSION_free(extension);
}

} // namespace

void Certificate::Free::operator()(EVP_PKEY* key) const {
    EVP_PKEY_free(key);
}
void Certificate::Free::operator()(X509* certificate) const {
    X509_free(certificate);
}

Certificate::Certificate(const std::string& host) : key_(EVP_EC_gen("P-256")), certificate_(X509_new()) {
    constexpr long kHour = 3600;
    constexpr long kVersion3 = 2;
    X509* made = certificate_.get();
    X509_set_version(made, kVersion3);
    ASN1_INTEGER_set(X509_get_serialNumber(made), 1);
    X509_gmtime_adj(X509_getm_notBefore(made), -kHour);
    X509_gmtime_adj(X509_getm_notAfter(made), kHour);
    X509_set_pubkey(made, key_.get());
    X509_NAME* name = X509_get_subject_name(made);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>(host.c_str()), -1, -1,
                               0);
    X509_set_issuer_name(made, name);
    addExtension(made, NID_subject_alt_name, "DNS:" + host);
    addExtension(made, NID_basic_constraints, "critical,CA:TRUE");
    if (X509_sign(made, key_.get(), EVP_sha256()) == 0) std::abort();
}

std::string Certificate::pem() const {
    const std::unique_ptr<BIO, decltype(&BIO_free)> memory(BIO_new(BIO_s_mem()), BIO_free);
    PEM_write_bio_X509(memory.get(), certificate_.get());
    char* data = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &data);
    return {data, static_cast<size_t>(size)};
}

bool Certificate::use(SSL_CTX* context) const {
    return SSL_CTX_use_certificate(context, certificate_.get()) == 1 &&
           SSL_CTX_use_PrivateKey(context, key_.get()) == 1;
}

} // namespace fusefind
