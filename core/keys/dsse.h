// Envelopes of DSSE: a payload, its type, and signatures of both.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/keys/ed25519.h"

namespace gonogo {

inline constexpr const char* kStatementType = "application/vnd.in-toto+json";

// Nothing of it is verified.
struct Envelope {
  std::string payload;                  // the bytes that are signed, with the type
  std::vector<std::string> signatures;  // of SignedBytes
};

// Returns the envelope of a statement as text, signed by one key.
std::string EnvelopeText(const PrivateKey& key, std::string_view payload);

// Reads an envelope of a statement. Throws PlanError that says what is wrong; an envelope of
// another type is wrong, and one without a signature.
Envelope ParseEnvelope(std::string_view text);

// Returns whether the key made one of the signatures. Names of keys in the envelope don't matter:
// nobody signed them.
bool IsSigned(const Envelope& envelope, const PublicKey& key);

}  // namespace gonogo
