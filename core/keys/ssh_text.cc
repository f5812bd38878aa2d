// PROTOCOL.sshsig of OpenSSH. Every string has its length before it, in four bytes.
#include "core/keys/ssh_text.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>

#include "core/error.h"
#include "core/text/base64.h"

namespace gonogo {
namespace {

constexpr std::string_view kKind = "ssh-ed25519";
constexpr std::string_view kMagic = "SSHSIG";
constexpr std::string_view kBegin = "-----BEGIN SSH SIGNATURE-----\n";
constexpr std::string_view kEnd = "-----END SSH SIGNATURE-----\n";
constexpr std::size_t kLineLength = 70;
constexpr std::size_t kSshKeySize = 32;

std::string Number(std::size_t number) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8)
    bytes += static_cast<char>((number >> shift) & 0xFFU);
  return bytes;
}

std::string Field(std::string_view text) { return Number(text.size()) + std::string(text); }

std::string KeyBytes(const PublicKey& key) { return Field(kKind) + Field(key.bytes); }

// Takes fields off the front of bytes.
class Fields {
 public:
  explicit Fields(std::string_view bytes) : rest_(bytes) {}

  std::string_view Take(std::size_t size) {
    if (rest_.size() < size) throw PlanError("it is cut off");
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }
  std::size_t Number() {
    std::size_t number = 0;
    for (const char one : Take(4)) number = number << 8U | static_cast<unsigned char>(one);
    return number;
  }
  std::string_view Next() { return Take(Number()); }
  void RequireEnd() const {
    if (!rest_.empty()) throw PlanError("there are bytes after its end");
  }

 private:
  std::string_view rest_;
};

PublicKey KeyIn(std::string_view bytes) {
  Fields fields(bytes);
  const std::string kind(fields.Next());
  if (kind != kKind) {
    throw PlanError(
        fmt::format("it is by a key of kind {}: gonogo verifies ssh-ed25519 only", kind));
  }
  const std::string_view key = fields.Next();
  fields.RequireEnd();
  if (key.size() != kSshKeySize) throw PlanError("its key hasn't 32 bytes");
  return {.bytes = std::string(key)};
}

std::string Hashed(const std::string& hash, std::string_view message) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  const EVP_MD* const kind = hash == "sha512" ? EVP_sha512() : EVP_sha256();
  if (EVP_Digest(message.data(), message.size(), digest.data(), &size, kind, nullptr) != 1) {
    throw std::runtime_error("OpenSSL can't compute " + hash);
  }
  return {digest.begin(), digest.begin() + size};
}

std::string SignedBytes(const std::string& hash, std::string_view message) {
  return std::string(kMagic) + Field(kSshNamespace) + Field("") + Field(hash) +
         Field(Hashed(hash, message));
}

// Returns the bytes between the two lines.
std::string WithoutArmour(std::string_view text) {
  if (!text.starts_with(kBegin) || !text.ends_with(kEnd) ||
      text.size() < kBegin.size() + kEnd.size()) {
    throw PlanError("it isn't an SSH signature, as ssh-keygen -Y sign writes it");
  }
  text.remove_prefix(kBegin.size());
  text.remove_suffix(kEnd.size());
  std::string base64(text);
  std::erase(base64, '\n');
  auto bytes = FromBase64(base64);
  if (!bytes) throw PlanError("it isn't base64");
  return *std::move(bytes);
}

}  // namespace

std::string SshText(const PublicKey& key) {
  return std::string(kKind) + " " + Base64(KeyBytes(key));
}

std::optional<PublicKey> SshKey(std::string_view kind, std::string_view base64) {
  const auto bytes = FromBase64(base64);
  if (kind != kKind || !bytes) return std::nullopt;
  try {
    return KeyIn(*bytes);
  } catch (const PlanError&) {
    return std::nullopt;
  }
}

SshSignature ParseSshSignature(std::string_view text) {
  const std::string bytes = WithoutArmour(text);
  Fields fields(bytes);
  if (fields.Take(kMagic.size()) != kMagic || fields.Number() != 1) {
    throw PlanError("it isn't an SSH signature of version 1");
  }
  SshSignature signature{.key = KeyIn(fields.Next()), .hash = {}, .signature = {}};
  const std::string space(fields.Next());
  if (space != kSshNamespace) {
    throw PlanError(
        fmt::format("it was made for \"{}\", not for gonogo: sign with -n gonogo", space));
  }
  fields.Next();  // reserved
  signature.hash = fields.Next();
  if (signature.hash != "sha512" && signature.hash != "sha256") {
    throw PlanError("its hash is neither sha512 nor sha256");
  }
  Fields inner(fields.Next());
  fields.RequireEnd();
  if (inner.Next() != kKind) throw PlanError("its signature isn't of kind ssh-ed25519");
  signature.signature = inner.Next();
  inner.RequireEnd();
  return signature;
}

bool IsSigned(const SshSignature& signature, std::string_view message) {
  return IsSignedBy(signature.key, SignedBytes(signature.hash, message), signature.signature);
}

std::string SshSignatureText(const PrivateKey& key, std::string_view message) {
  const std::string hash = "sha512";
  const std::string signature = Field(kKind) + Field(key.Sign(SignedBytes(hash, message)));
  const std::string base64 =
      Base64(std::string(kMagic) + Number(1) + Field(KeyBytes(key.public_key())) +
             Field(kSshNamespace) + Field("") + Field(hash) + Field(signature));
  std::string text(kBegin);
  for (std::size_t at = 0; at < base64.size(); at += kLineLength) {
    text += base64.substr(at, kLineLength) + "\n";
  }
  return text + std::string(kEnd);
}

}  // namespace gonogo
