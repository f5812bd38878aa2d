// What people sign: the items of a plan's `signoff` checks, the signatures, and how an item stands
// by them. A signature holds for one version of a plan, byte for byte, and for a time.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "core/text/json.h"

namespace gonogo {

// The gate whose checks hold the items.
inline constexpr const char* kSignoffGate = "signoff";

struct SignoffItem {
  std::string id;
  std::string check;
  Phase phase = Phase::kGate;  // the first that its check belongs to
  std::string text;            // what is signed
  std::string role;            // who may
  std::int64_t valid_hours = 0;
};

// A line of signoffs.jsonl.
struct Signoff {
  std::string item;
  std::string by;
  std::string note;
  std::string at;  // UTC, as UtcText writes it
  std::string plan;
  std::string plan_digest;
};

enum class SignoffState {
  kSigned,
  kOpen,  // nobody has
  kExpired,
  kOfAnotherPlan,  // or of another version of it
  kFromTheFuture,  // some clock is wrong, and so it says nothing
};

// "signed", "open", "expired", "of another plan", "from the future".
const std::string& SignoffStateName(SignoffState state);

struct SignoffStanding {
  SignoffState state = SignoffState::kOpen;
  Signoff signoff;      // the one that decides; of an open item none
  std::string expires;  // when it does, or did
};

// The items of a plan, phase by phase in runbook order.
std::vector<SignoffItem> SignoffItemsOf(const Plan& plan);

// How the item stands at `now`: the last signature under this version of the plan decides.
SignoffStanding StandingOf(const SignoffItem& item, const std::vector<Signoff>& signoffs,
                           const std::string& plan_digest, const std::string& now);

Json ToJson(const Signoff& signoff);

// Reads what ToJson wrote, a line each. Throws PlanError naming `file` and line.
std::vector<Signoff> ParseSignoffs(const std::string& lines, const std::string& file);

}  // namespace gonogo
