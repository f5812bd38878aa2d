// A waiver: a finding that somebody accepts, by name, with a reason and a date. It stands in the
// plan, or was recorded for one version of it.
#pragma once

#include <string>
#include <vector>

#include "core/text/json.h"

namespace gonogo {

struct Waiver {
  std::string check;
  std::string subject;  // a subject of the check, or a pattern with *
  std::string reason;
  std::string owner;  // who answers for it
  std::string until;  // the last day on which it holds, UTC: YYYY-MM-DD
  // Of one that was recorded; all empty where it stands in the plan.
  std::string at;
  std::string plan;
  std::string plan_digest;

  // "rows.public.*".
  std::string name() const { return check + "." + subject; }

  bool operator==(const Waiver&) const = default;
};

// "accepted by the platform team until 2026-12-31: rebuilt every night".
std::string Describe(const Waiver& waiver);

// Throws PlanError (without place) where something of check, subject, reason, owner is missing, or
// `until` is no date.
void RequireComplete(const Waiver& waiver);

// Whether it was written for that case; * stands for any characters.
bool Covers(const Waiver& waiver, const std::string& check, const std::string& subject);

// Whether it was recorded under another version of the plan than that.
bool IsOfAnotherPlan(const Waiver& waiver, const std::string& plan_digest);

// Whether its last day was over at `time`, which UtcNow wrote. A time that cannot be read is after
// every date.
bool IsExpired(const Waiver& waiver, const std::string& time);

// Those of a plan's waivers and of the recorded ones that count. Of recorded ones for the same
// check and subject that is the last one, one under this version of the plan before all others;
// those of plans with another name are left out.
std::vector<Waiver> EffectiveWaivers(const std::vector<Waiver>& of_plan,
                                     const std::vector<Waiver>& recorded, const std::string& plan,
                                     const std::string& plan_digest);

Json ToJson(const Waiver& waiver);
// Reads what ToJson wrote. Throws PlanError, or what the JSON library throws.
Waiver WaiverFrom(const Json& json);

// waivers.jsonl. Throws PlanError naming `file` and line.
std::vector<Waiver> ParseWaivers(const std::string& lines, const std::string& file);

}  // namespace gonogo
