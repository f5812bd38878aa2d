// The bytes that are verified are those that are read afterwards: the payload is decoded once.
#include "core/keys/dsse.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/json/json.h"
#include "core/text/base64.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

constexpr std::string_view kPayload = "\"payload\":\"";

std::string SignedBytesOf(std::string_view type, std::string_view payload) {
  return fmt::format("DSSEv1 {} {} {} {}", type.size(), type, payload.size(), payload);
}

std::string BytesOf(std::string_view text, const char* what) {
  auto bytes = FromBase64(text);
  if (!bytes) throw PlanError(fmt::format("{} isn't base64", what));
  return *std::move(bytes);
}

// Returns the text of the envelope without its payload.
std::string RestOf(const Envelope& envelope) {
  const Json json = {
      {"payloadType", envelope.type},
      {"payload", ""},
      {"signatures", {{{"keyid", envelope.key}, {"sig", Base64(envelope.signature)}}}}};
  return ToText(json) + "\n";
}

// The payload may be long, and base64 needs no reader of JSON.
struct CutEnvelope {
  std::string rest;  // with an empty payload
  std::string_view payload;
};

CutEnvelope Cut(std::string_view text) {
  const std::size_t at = text.find(kPayload);
  if (at == std::string_view::npos) return {.rest = std::string(text), .payload = ""};
  const std::size_t begin = at + kPayload.size();
  const std::string_view payload = text.substr(begin, text.find('"', begin) - begin);
  std::string rest(text.substr(0, begin));
  rest += text.substr(begin + payload.size());
  return {.rest = std::move(rest), .payload = payload};
}

}  // namespace

std::string EnvelopeText(const PrivateKey& key, std::string_view type, std::string_view payload) {
  std::string text = RestOf({.type = std::string(type),
                             .payload = "",
                             .key = key.public_key().id(),
                             .signature = key.Sign(SignedBytesOf(type, payload))});
  return text.insert(text.find(kPayload) + kPayload.size(), Base64(payload));
}

Envelope ParseEnvelope(std::string_view text, std::string_view type) {
  if (!text.starts_with('{')) throw PlanError("there are bytes before the object");
  const CutEnvelope cut = Cut(text);
  const Json json = ParseRecord(cut.rest);
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
                    .payload = BytesOf(cut.payload, "its payload"),
                    .key = one.at("keyid"),
                    .signature = BytesOf(one.at("sig").get<std::string>(), "its signature")};
  // A member more, or a name in other case, would be read by other programs. The payload is as
  // gonogo writes it, because FromBase64 takes no other.
  if (cut.rest != RestOf(envelope)) throw PlanError("gonogo would write the envelope otherwise");
  return envelope;
}

bool IsSigned(const Envelope& envelope, const PublicKey& key) {
  return IsSignedBy(key, SignedBytesOf(envelope.type, envelope.payload), envelope.signature);
}

}  // namespace gonogo
