// Sign-offs: the items of a plan's `signoff` checks, the signatures, and the status of each item.
// A signature is valid for one version of a plan, byte for byte, and for a limited time.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/json/json.h"
#include "core/plan/plan.h"

namespace gonogo {

// The gate whose checks have the items.
inline constexpr const char* kSignoffGate = "signoff";

struct SignoffItem {
  std::string id;
  std::string check;
  Phase phase = Phase::kGate;  // the check's first
  std::string text;            // what is signed
  std::string role;            // who may sign it
  std::int64_t valid_hours = 0;
  std::string not_by{};  // the item that another person must have signed; "": none
  std::string ticket{};  // a pattern with * for the number of the ticket; "": it needs none
};

// A line of signoffs.jsonl.
struct Signoff {
  std::string item;
  std::string by;
  std::string note;
  std::string at;  // UTC, as UtcText writes it
  std::string plan;
  std::string plan_digest;
  Json files = Json::object();  // digests of the files that the plan named, by name
  std::string ticket{};         // its number; "" if none was given
};

enum class SignoffState {
  kSigned,
  kOpen,  // nobody has signed it
  kExpired,
  kOfAnotherPlan,  // or of another version of the plan
  kFromTheFuture,  // a clock is wrong, so the signature proves nothing
  kOfSamePerson,   // who signed the item that another person must have signed
  kWithoutTicket,  // or with the number of a ticket that isn't like those that the plan wants
};

// Returns "signed", "open", "expired", "of another plan", "from the future", "of the same person"
// or "without a ticket".
const std::string& SignoffStateName(SignoffState state);

struct SignoffStatus {
  SignoffState state = SignoffState::kOpen;
  Signoff signoff;      // the signature that decides; empty for an open item
  std::string expires;  // when the signature expires or expired
};

// Returns the item of a `signoff` check with these arguments, without the check and its phase.
SignoffItem SignoffItemOf(const Arguments& arguments, const std::string& id);

// Returns the items of a plan, sorted by phase, in runbook order.
std::vector<SignoffItem> SignoffItemsOf(const Plan& plan);

// Returns the item's status at `now`. The last signature for this version of the plan decides.
SignoffStatus SignoffStatusOf(const SignoffItem& item, const std::vector<Signoff>& signoffs,
                              const std::string& plan_digest, const std::string& now);

// Returns why a signature of that state doesn't count, as what follows "signed it at ...": for
// those that the item's rules refuse.
std::string WhyRefused(const SignoffItem& item, SignoffState state);

Json ToJson(const Signoff& signoff);

// Parses signoffs.jsonl, which has one ToJson per line. Throws PlanError with `file` and line.
std::vector<Signoff> ParseSignoffs(const std::string& lines, const std::string& file);

}  // namespace gonogo
