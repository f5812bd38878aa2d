// Ed25519 keys and signatures, by OpenSSL.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace gonogo {

struct PublicKey {
  std::string bytes;  // 32

  bool operator==(const PublicKey&) const = default;
  auto operator<=>(const PublicKey&) const = default;

  // Returns the SHA-256 of the key as X.509 has it (SubjectPublicKeyInfo), in hexadecimal digits.
  std::string id() const;
};

// Returns whether the key signed exactly these bytes.
bool IsSignedBy(const PublicKey& key, std::string_view message, std::string_view signature);

class PrivateKey {
 public:
  // Makes a new key.
  static PrivateKey New();
  // Reads what Pem returned. Throws PlanError if it isn't an unencrypted Ed25519 key in PKCS #8
  // PEM.
  static PrivateKey FromPem(const std::string& pem);

  std::string Pem() const;
  const PublicKey& public_key() const { return public_key_; }
  std::string Sign(std::string_view message) const;

 private:
  explicit PrivateKey(void* key);

  std::shared_ptr<void> key_;  // OpenSSL's, which no other header needs to know
  PublicKey public_key_;
};

}  // namespace gonogo
