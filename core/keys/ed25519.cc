// The only file that calls OpenSSL's functions for keys. Ed25519 signs in one call, without a
// digest of its own.
#include "core/keys/ed25519.h"

#include <openssl/evp.h>
#include <openssl/pem.h>

#include <array>
#include <stdexcept>

#include "core/error.h"
#include "core/text/digest.h"

namespace gonogo {
namespace {

constexpr std::size_t kKeySize = 32;
constexpr std::size_t kSignatureSize = 64;
// What X.509 writes before the bytes of each Ed25519 key.
constexpr std::string_view kKeyInfo{"\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00", 12};

struct KeyFree {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
struct ContextFree {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
struct BioFree {
  void operator()(BIO* bio) const { BIO_free(bio); }
};
using Context = std::unique_ptr<EVP_MD_CTX, ContextFree>;
using Bio = std::unique_ptr<BIO, BioFree>;

const unsigned char* Bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

void Require(bool succeeded) {
  if (!succeeded) throw std::runtime_error("OpenSSL can't work with an Ed25519 key");
}

PublicKey PublicKeyOf(EVP_PKEY* key) {
  PublicKey result{.bytes = std::string(kKeySize, '\0')};
  std::size_t size = kKeySize;
  Require(EVP_PKEY_get_raw_public_key(key, reinterpret_cast<unsigned char*>(result.bytes.data()),
                                      &size) == 1 &&
          size == kKeySize);
  return result;
}

// Nobody is asked for a password.
int NoPassword(char*, int, int, void*) { return -1; }

}  // namespace

std::string PublicKey::id() const { return Sha256(std::string(kKeyInfo) + bytes); }

bool IsSignedBy(const PublicKey& key, std::string_view message, std::string_view signature) {
  if (key.bytes.size() != kKeySize || signature.size() != kSignatureSize) return false;
  const std::unique_ptr<EVP_PKEY, KeyFree> public_key(
      EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, Bytes(key.bytes), kKeySize));
  const Context context(EVP_MD_CTX_new());
  return public_key && context &&
         EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, public_key.get()) == 1 &&
         EVP_DigestVerify(context.get(), Bytes(signature), signature.size(), Bytes(message),
                          message.size()) == 1;
}

PrivateKey::PrivateKey(void* key)
    : key_(key, [](void* one) { EVP_PKEY_free(static_cast<EVP_PKEY*>(one)); }),
      public_key_(PublicKeyOf(static_cast<EVP_PKEY*>(key))) {}

PrivateKey PrivateKey::New() {
  EVP_PKEY* const key = EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
  Require(key != nullptr);
  return PrivateKey(key);
}

PrivateKey PrivateKey::FromPem(const std::string& pem) {
  const Bio bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  std::unique_ptr<EVP_PKEY, KeyFree> key(
      PEM_read_bio_PrivateKey(bio.get(), nullptr, NoPassword, nullptr));
  if (!key || EVP_PKEY_get_id(key.get()) != EVP_PKEY_ED25519) {
    throw PlanError(
        "it isn't an Ed25519 key without a password in PEM, as gonogo keygen writes it; with a key of "
        "OpenSSH, sign by ssh-keygen -Y sign -n gonogo");
  }
  return PrivateKey(key.release());
}

std::string PrivateKey::Pem() const {
  const Bio bio(BIO_new(BIO_s_mem()));
  Require(PEM_write_bio_PKCS8PrivateKey(bio.get(), static_cast<EVP_PKEY*>(key_.get()), nullptr,
                                        nullptr, 0, nullptr, nullptr) == 1);
  char* text = nullptr;
  const long size = BIO_get_mem_data(bio.get(), &text);
  return {text, static_cast<std::size_t>(size)};
}

std::string PrivateKey::Sign(std::string_view message) const {
  const Context context(EVP_MD_CTX_new());
  std::array<unsigned char, kSignatureSize> signature{};
  std::size_t size = signature.size();
  Require(context &&
          EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr,
                             static_cast<EVP_PKEY*>(key_.get())) == 1 &&
          EVP_DigestSign(context.get(), signature.data(), &size, Bytes(message), message.size()) ==
              1 &&
          size == kSignatureSize);
  return {signature.begin(), signature.end()};
}

}  // namespace gonogo
