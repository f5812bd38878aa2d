// The bytes that are verified are those that are read afterwards: the payload is decoded once.
#include "core/keys/dsse.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/json/json.h"
#include "core/text/base64.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

std::string SignedBytesOf(std::string_view type, std::string_view payload) {
  return fmt::format("DSSEv1 {} {} {} {}", type.size(), type, payload.size(), payload);
}

std::string BytesOf(const Json& text, const char* what) {
  auto bytes = FromBase64(text.get<std::string>());
  if (!bytes) throw PlanError(fmt::format("{} isn't base64", what));
  return *std::move(bytes);
}

std::string TextOf(const Envelope& envelope) {
  const Json json = {
      {"payloadType", envelope.type},
      {"payload", Base64(envelope.payload)},
      {"signatures", {{{"keyid", envelope.key}, {"sig", Base64(envelope.signature)}}}}};
  return ToText(json) + "\n";
}

}  // namespace

std::string EnvelopeText(const PrivateKey& key, std::string_view type, std::string_view payload) {
  return TextOf({.type = std::string(type),
                 .payload = std::string(payload),
                 .key = key.public_key().id(),
                 .signature = key.Sign(SignedBytesOf(type, payload))});
}

Envelope ParseEnvelope(std::string_view text, std::string_view type) {
  if (!text.starts_with('{')) throw PlanError("there are bytes before the object");
  const Json json = ParseRecord(text);
  if (json.at("payloadType") != type) {
    throw PlanError(
        fmt::format("its payload is of type {}, not {}", ToText(json.at("payloadType")), type));
  }
  const Json& signatures = json.at("signatures");
  if (!signatures.is_array() || signatures.size() != 1) {
    throw PlanError(fmt::format("it has {} instead of one signature by one key",
                                Counted(signatures.size(), "signature")));
  }
  const Json& one = signatures.front();
  Envelope envelope{.type = std::string(type),
                    .payload = BytesOf(json.at("payload"), "its payload"),
                    .key = one.at("keyid"),
                    .signature = BytesOf(one.at("sig"), "its signature")};
  // A member more, or a name in other case, would be read by other programs.
  if (text != TextOf(envelope)) throw PlanError("gonogo would write the envelope otherwise");
  return envelope;
}

bool IsSigned(const Envelope& envelope, const PublicKey& key) {
  return IsSignedBy(key, SignedBytesOf(envelope.type, envelope.payload), envelope.signature);
}

}  // namespace gonogo
