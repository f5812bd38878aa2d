// What evidence is signed with, and by whom: no input is signed by a key that signed nothing.
#include <string>

#include "app/proof/policy.h"
#include "app/proof/signers.h"
#include "app/sealing/folder_sums.h"
#include "app/sealing/statement.h"
#include "core/keys/dsse.h"
#include "core/keys/ssh_text.h"
#include "tests/fuzz/refusal.h"
#include "tests/fuzz/targets/targets.h"

namespace gonogo::fuzz {
namespace {

constexpr std::size_t kPublicKeySize = 32;

const PublicKey& StrangersKey() {
  static const PublicKey key = PrivateKey::New().public_key();
  return key;
}

void ReadStatement(const std::string& payload) {
  IsTaken([&] { RequireStatement(payload, std::string(64, '0'), PredicatesOf({}, {})); },
          Refuses::kInWords);
}

void ReadSignatureFiles(std::string_view input) {
  Envelope envelope;
  if (IsTaken([&] { envelope = ParseEnvelope(input, kStatementType); }, Refuses::kInWords)) {
    Require(!IsSigned(envelope, StrangersKey()), "a key signed what it didn't sign");
    ReadStatement(envelope.payload);
  }
  SshSignature signature;
  if (IsTaken([&] { signature = ParseSshSignature(input); })) {
    Require(signature.key != StrangersKey(), "a signature is by a key that made none");
    IsSigned(signature, "message");
  }
}

void ReadSigners(const std::string& text) {
  std::vector<Signer> signers;
  IsTaken([&] { signers = ParseAllowedSigners(text, "allowed_signers"); });
  IsTaken([&] { signers.push_back(ParsePublicKey(text, "key.pub")); });
  for (const Signer& signer : signers) {
    Require(signer.key.bytes.size() == kPublicKeySize, "a signer's key hasn't 32 bytes");
    Require(!signer.name.empty(), "a signer has no name");
  }
}

}  // namespace

void FeedSignatures(std::string_view input) {
  const std::string text(input);
  ReadSignatureFiles(input);
  ReadStatement(text);
  ReadSigners(text);
  FileSums sums;
  if (IsTaken([&] { sums = ParseSums(input); })) {
    Require(SumsText(sums) == input, "sums are read that gonogo would write otherwise");
  }
  Policy policy;
  if (IsTaken([&] { policy = ParsePolicy(text); })) {
    Require(policy.signers > 0, "a policy requires no signature");
  }
  IsTaken([&] { PrivateKey::FromPem(text); });
}

}  // namespace gonogo::fuzz
