// A waiver: somebody accepts the findings of a case, with a reason and an expiry date.
// It is part of the plan, or was recorded for one version of it.
#pragma once

#include <string>
#include <vector>

#include "core/json/json.h"
#include "core/values/parameter.h"

namespace gonogo {

struct Waiver {
  std::string check;
  std::string subject;  // a subject of the check, or a pattern with *
  std::string reason;
  std::string owner;  // who is responsible for it
  std::string until;  // the last day on which it is in force, UTC: YYYY-MM-DD
  // Of a recorded waiver; all empty if it is part of the plan.
  std::string at;
  std::string plan;
  std::string plan_digest;

  // Returns "rows.public.*".
  std::string name() const { return check + "." + subject; }

  bool operator==(const Waiver&) const = default;
};

// Returns "accepted by the platform team until 2026-12-31: rebuilt every night".
std::string Describe(const Waiver& waiver);

// Returns "reason" and "owner", the parameters of every kind of waiver.
std::vector<Parameter> ReasonAndOwner();

// Throws PlanError (without file and line) if check, subject, reason or owner is blank, or if
// `until` isn't a date.
void RequireComplete(const Waiver& waiver);

// Returns whether the waiver is for that case. A * in its subject matches any characters.
bool Covers(const Waiver& waiver, const std::string& check, const std::string& subject);

// Returns whether the waiver was recorded for another version of the plan.
bool IsOfAnotherPlan(const Waiver& waiver, const std::string& plan_digest);

// Returns whether the waiver's last day was over at `time`, a text of UtcNow. A waiver counts as
// expired if `time` can't be parsed.
bool IsExpired(const Waiver& waiver, const std::string& time);

// Returns the waivers in force: all of the plan, and the recorded ones for a plan of this name. For
// one check and subject the newest record wins, but a record for this version of the plan beats
// those for other versions.
std::vector<Waiver> EffectiveWaivers(const std::vector<Waiver>& of_plan,
                                     const std::vector<Waiver>& recorded, const std::string& plan,
                                     const std::string& plan_digest);

Json ToJson(const Waiver& waiver);
// Reads what ToJson wrote. Throws PlanError, or an exception of the JSON library.
Waiver WaiverFrom(const Json& json);

// Parses waivers.jsonl. Throws PlanError with `file` and line.
std::vector<Waiver> ParseWaivers(const std::string& lines, const std::string& file);

}  // namespace gonogo
