// The signature is checked before anything else is read: what nobody signed says nothing.
#include "app/proof/go_token.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "core/json/json.h"
#include "core/json/json_error.h"
#include "core/keys/dsse.h"
#include "core/record/clocks.h"
#include "core/record/freshness.h"
#include "core/text/base64.h"
#include "core/text/digest.h"
#include "core/text/text.h"
#include "core/text/utc.h"
#include "fixtures/system/clock.h"

namespace gonogo {
namespace {

// A statement about evidence is no token: it has no end.
constexpr const char* kTokenType = "application/vnd.gonogo.go-token+json";

constexpr const char* kGrant =
    "as superuser there, GRANT EXECUTE ON FUNCTION pg_control_system() TO the role";

Json AsJson(const GoToken& token) {
  return {{"run", token.run},
          {"plan", token.plan},
          {"plan_digest", token.plan_digest},
          {"evidence", token.evidence},
          {"rehearsal", token.rehearsal},
          {"address", token.address},
          {"system_identifier", token.target.system_identifier},
          {"database_oid", token.target.database_oid},
          {"from", token.from},
          {"until", token.until}};
}

GoToken TokenIn(const std::string& payload) {
  const Json json = ParseRecord(payload);
  GoToken token{.run = json.at("run"),
                .plan = json.at("plan"),
                .plan_digest = json.at("plan_digest"),
                .evidence = json.at("evidence"),
                .rehearsal = json.at("rehearsal"),
                .address = json.at("address"),
                .target = {.system_identifier = json.at("system_identifier"),
                           .database_oid = json.at("database_oid")},
                .from = json.at("from"),
                .until = json.at("until")};
  if (payload != ToText(AsJson(token))) throw PlanError("gonogo would write it otherwise");
  return token;
}

std::string Describe(const DatabaseId& database) {
  return fmt::format("system {}, database {}", Printable(database.system_identifier),
                     Printable(database.database_oid));
}

class TokenCheck {
 public:
  explicit TokenCheck(const TokenRequest& request) : request_(request) {}

  Checklist Run(const std::string& text) {
    try {
      const auto token = Signed(text);
      if (!token) return std::move(list_);
      CheckRun(*token);
      CheckTime(*token);
      CheckTarget(*token);
    } catch (const std::exception& error) {
      list_.Add(PointState::kWrong, "the token: " + WhatIsWrong(error));
    }
    return std::move(list_);
  }

 private:
  void Require(bool is_met, const std::string& met, const std::string& unmet) {
    list_.Add(is_met ? PointState::kGood : PointState::kWrong, is_met ? met : unmet);
  }

  // Returns nothing if no given key signed it.
  std::optional<GoToken> Signed(const std::string& text) {
    const auto envelope_text = FromBase64(Trim(text));
    if (!envelope_text) throw PlanError("it isn't what gonogo go prints");
    const Envelope envelope = ParseEnvelope(*envelope_text, kTokenType);
    const auto signer =
        std::find_if(request_.signers.begin(), request_.signers.end(),
                     [&](const Signer& one) { return one.key.id() == envelope.key; });
    if (signer == request_.signers.end()) {
      list_.Add(PointState::kOpen,
                request_.signers.empty()
                    ? "no key is given: nobody's signature counts (--key, --allowed-signers)"
                    : "the token is by a key that isn't given");
      return std::nullopt;
    }
    if (!IsSigned(envelope, signer->key)) {
      throw PlanError(
          fmt::format("the key of {} didn't make its signature", Printable(signer->name)));
    }
    const Signer entry = EntriesOf(signer->key, request_.signers, request_.now).front();
    const std::string invalid = WhyNotValid(entry, request_.now);
    if (!invalid.empty()) throw PlanError(invalid);
    GoToken token = TokenIn(envelope.payload);
    list_.Add(PointState::kGood,
              fmt::format("signed by {}: GO of run {}, which began at {}", Printable(entry.name),
                          Printable(token.run), Printable(token.from)));
    return token;
  }

  void CheckRun(const GoToken& token) {
    Require(!token.rehearsal || request_.rehearsal,
            token.rehearsal ? "of a rehearsal, which will do here" : "of a production run",
            "it is of a rehearsal, which says nothing of production");
    if (!request_.plan_digest.empty()) {
      Require(
          token.plan_digest == request_.plan_digest,
          fmt::format("of this plan, sha256 {}", token.plan_digest.substr(0, 12)),
          fmt::format(
              "it is of plan {}, sha256 {}, and this plan is {}: it was edited, or it is another",
              Printable(token.plan), token.plan_digest.substr(0, 12),
              request_.plan_digest.substr(0, 12)));
    }
    if (request_.sums) {
      Require(token.evidence == Sha256(*request_.sums), "of this evidence",
              "it is of other evidence: the run's SHA256SUMS has another digest");
    }
  }

  void CheckTime(const GoToken& token) {
    const auto ago = TimeBetween(token.from, request_.now);
    const auto left = TimeBetween(request_.now, token.until);
    Require(ago >= -kMostClockSkew, fmt::format("the run began {} ago", DurationText(ago)),
            fmt::format("its run began at {}, but it is {} now: a clock is wrong", token.from,
                        request_.now));
    Require(left.count() > 0, fmt::format("valid until {}", token.until),
            fmt::format("it expired at {}: run the gates again", token.until));
  }

  void CheckTarget(const GoToken& token) {
    const DatabaseId& here = request_.target;
    if (here.system_identifier.empty()) {
      list_.Add(PointState::kOpen,
                fmt::format("the role may not read which server the target is: {}", kGrant));
      return;
    }
    Require(token.target == here, fmt::format("for this target: {}", Describe(here)),
            fmt::format("it is for {} ({}), and the target here is {}", Printable(token.address),
                        Describe(token.target), Describe(here)));
  }

  const TokenRequest& request_;
  Checklist list_;
};

}  // namespace

GoToken TokenOf(const Verification& verified, std::chrono::minutes valid) {
  const RunHeader& run = verified.evidence.run;
  const auto target = std::find_if(run.servers.begin(), run.servers.end(),
                                   [](const Server& one) { return one.side == "target"; });
  if (target == run.servers.end() || target->system_identifier.empty()) {
    throw PlanError(
        fmt::format("the evidence doesn't tell which server the target is, so a token would be "
                    "good for any: {}",
                    kGrant));
  }
  const std::string until = UtcText(ParseUtc(run.started).value() + valid);
  const std::string counts_until = CountsUntil(verified.evidence);
  return {.run = run.run,
          .plan = run.plan,
          .plan_digest = run.plan_digest,
          .evidence = Sha256(verified.sums),
          .rehearsal = run.rehearsal(),
          .address = target->address,
          .target = {target->system_identifier, target->database_oid},
          .from = run.started,
          .until = counts_until.empty() ? until : std::min(until, counts_until)};
}

std::string TokenText(const PrivateKey& key, const GoToken& token) {
  return Base64(EnvelopeText(key, kTokenType, ToText(AsJson(token))));
}

Checklist CheckToken(const std::string& text, const TokenRequest& request) {
  return TokenCheck(request).Run(text);
}

}  // namespace gonogo
