// The bytes that are verified are those that are read afterwards: the payload is decoded once.
#include "core/keys/dsse.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/json/json.h"
#include "core/text/base64.h"
#include "core/text/text.h"

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

std::string TextOf(std::string_view payload, const std::string& key, std::string_view signature) {
  const Json envelope = {{"payloadType", kStatementType},
                         {"payload", Base64(payload)},
                         {"signatures", {{{"keyid", key}, {"sig", Base64(signature)}}}}};
  return ToText(envelope) + "\n";
}

}  // namespace

std::string EnvelopeText(const PrivateKey& key, std::string_view payload) {
  return TextOf(payload, key.public_key().id(), key.Sign(SignedBytesOf(payload)));
}

Envelope ParseEnvelope(std::string_view text) {
  if (!text.starts_with('{')) throw PlanError("there are bytes before the object");
  const Json json = ParseRecord(text);
  if (json.at("payloadType") != kStatementType) {
    throw PlanError(fmt::format("its payload is of type {}, not {}", ToText(json.at("payloadType")),
                                kStatementType));
  }
  const Json& signatures = json.at("signatures");
  if (!signatures.is_array() || signatures.size() != 1) {
    throw PlanError(fmt::format("it has {} instead of one signature by one key",
                                Counted(signatures.size(), "signature")));
  }
  const Json& one = signatures.front();
  Envelope envelope{.payload = BytesOf(json.at("payload"), "its payload"),
                    .key = one.at("keyid"),
                    .signature = BytesOf(one.at("sig"), "its signature")};
  // A member more, or a name in other case, would be read by other programs.
  if (text != TextOf(envelope.payload, envelope.key, envelope.signature))
    throw PlanError("gonogo would write the envelope otherwise");
  return envelope;
}

bool IsSigned(const Envelope& envelope, const PublicKey& key) {
  return IsSignedBy(key, SignedBytesOf(envelope.payload), envelope.signature);
}

}  // namespace gonogo
