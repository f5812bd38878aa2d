// Keys and signatures in the forms of OpenSSH: a line of a public key, and what ssh-keygen -Y sign
// writes (SSHSIG).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/keys/ed25519.h"

namespace gonogo {

// The namespace of signatures of evidence: one made for another purpose isn't one.
inline constexpr const char* kSshNamespace = "gonogo";

// Returns "ssh-ed25519 AAAA...".
std::string SshText(const PublicKey& key);

// Returns the key of "ssh-ed25519" and the second word of that text, or nothing if it is of another
// kind or damaged.
std::optional<PublicKey> SshKey(std::string_view kind, std::string_view base64);

// A signature as the file has it: nothing of it is verified.
struct SshSignature {
  PublicKey key;
  std::string hash;       // of the message: sha512 or sha256
  std::string signature;  // of what SignedBytes returns
};

// Reads a file that ssh-keygen -Y sign -n gonogo wrote. Throws PlanError that says what is wrong.
SshSignature ParseSshSignature(std::string_view text);

// Returns whether the signature's own key signed that message.
bool IsSigned(const SshSignature& signature, std::string_view message);

// Returns the file that ssh-keygen -Y verify reads.
std::string SshSignatureText(const PrivateKey& key, std::string_view message);

}  // namespace gonogo
