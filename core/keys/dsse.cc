// The bytes that are verified are those that are read afterwards: the payload is decoded once.
#include "core/keys/dsse.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "core/json/json.h"
#include "core/keys/base64.h"

namespace gonogo {
namespace {

std::string SignedBytesOf(std::string_view payload) {
  const std::string_view type = kStatementType;
  return fmt::format("DSSEv1 {} {} {} {}", type.size(), type, payload.size(), payload);
}

std::string BytesOf(const Json& text, const char* what) {
  auto bytes = FromBase64(text.get<std::string>());
  if (!bytes) throw PlanError(fmt::format("{} isn't base64", what));
  return *std::move(bytes);
}

}  // namespace

std::string EnvelopeText(const PrivateKey& key, std::string_view payload) {
  const Json envelope = {
      {"payloadType", kStatementType},
      {"payload", Base64(payload)},
      {"signatures",
       {{{"keyid", key.public_key().id()}, {"sig", Base64(key.Sign(SignedBytesOf(payload)))}}}}};
  return ToText(envelope) + "\n";
}

Envelope ParseEnvelope(std::string_view text) {
  if (!text.starts_with('{')) throw PlanError("there are bytes before the object");
  const Json json = ParseRecord(text);
  if (json.at("payloadType") != kStatementType) {
    throw PlanError(fmt::format("its payload is of type {}, not {}", ToText(json.at("payloadType")),
                                kStatementType));
  }
  Envelope envelope{.payload = BytesOf(json.at("payload"), "its payload"), .signatures = {}};
  for (const Json& one : json.at("signatures")) {
    envelope.signatures.push_back(BytesOf(one.at("sig"), "a signature in it"));
  }
  if (envelope.signatures.empty()) throw PlanError("it has no signature");
  return envelope;
}

bool IsSigned(const Envelope& envelope, const PublicKey& key) {
  const std::string bytes = SignedBytesOf(envelope.payload);
  return std::any_of(envelope.signatures.begin(), envelope.signatures.end(),
                     [&](const std::string& one) { return IsSignedBy(key, bytes, one); });
}

}  // namespace gonogo
