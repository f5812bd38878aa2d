// Envelopes of DSSE: a payload, its type, and signatures of both.
#pragma once

#include <string>
#include <string_view>

#include "core/keys/ed25519.h"

namespace gonogo {

inline constexpr const char* kStatementType = "application/vnd.in-toto+json";

// Nothing of it is verified.
struct Envelope {
  std::string type;       // what the payload is
  std::string payload;    // bytes
  std::string key;        // the id of the key that is said to have signed
  std::string signature;  // of type and payload
};

// Returns the envelope of a payload as text, signed by one key.
std::string EnvelopeText(const PrivateKey& key, std::string_view type, std::string_view payload);

// Reads an envelope in the form that EnvelopeText writes and no other. Throws PlanError that says
// what is wrong: its payload is of another type, or it hasn't exactly one signature.
Envelope ParseEnvelope(std::string_view text, std::string_view type);

// Returns whether the key made the signature, whatever key the envelope names: nobody signed that
// name.
bool IsSigned(const Envelope& envelope, const PublicKey& key);

}  // namespace gonogo
