// The GO token: a line of text by which a deploy knows, without the evidence, that a run was a GO,
// of which plan and for which database, and until when.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "app/proof/checklist.h"
#include "app/proof/signers.h"
#include "app/proof/verification.h"
#include "core/keys/ed25519.h"

namespace gonogo {

// A database, as its cluster names it.
struct DatabaseId {
  std::string system_identifier;
  std::string database_oid;

  bool operator==(const DatabaseId&) const = default;
};

struct GoToken {
  std::string run;
  std::string plan;
  std::string plan_digest;
  std::string evidence;  // the SHA-256 of its SHA256SUMS
  bool rehearsal = false;
  std::string address;  // of the target, for people
  DatabaseId target;
  std::string from;   // when the run began, UTC
  std::string until;  // UTC
};

// Returns the token of a run that was verified. It is valid for that long after the run began, so
// that a new token doesn't make an old run newer, and no longer than any check's result counts.
// Throws PlanError if the evidence doesn't tell which database the target is.
GoToken TokenOf(const Verification& verified, std::chrono::minutes valid);

// Returns the token as one line without blanks: a DSSE envelope in base64.
std::string TokenText(const PrivateKey& key, const GoToken& token);

// What a deploy knows, with which a token is compared.
struct TokenRequest {
  std::vector<Signer> signers;
  std::string now;                    // UTC
  bool rehearsal = false;             // a rehearsal's token will do
  DatabaseId target;                  // of the deploy; "" where its role may not read it
  std::string plan_digest{};          // "": any plan
  std::optional<std::string> sums{};  // the bytes of SHA256SUMS of the evidence, if it is there
};

Checklist CheckToken(const std::string& text, const TokenRequest& request);

}  // namespace gonogo
