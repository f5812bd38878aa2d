// A waiver: somebody accepts findings of a case, with a reason and an expiry date.
// It is part of the plan, or was recorded for one version of it. It says which findings it accepts,
// because a case of a whole database may find anything later.
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
  // The findings: a pattern with * for their texts, or else those that a run had. Records of
  // earlier versions have neither, and accept nothing.
  std::string finding{};
  std::string seen_in{};            // the id of that run
  std::vector<std::string> seen{};  // their digests, sorted
  // Of a recorded waiver; all empty if it is part of the plan.
  std::string at;
  std::string plan;
  std::string plan_digest;

  // Returns "rows.public.*".
  std::string name() const { return check + "." + subject; }

  // Returns an id that is equal for waivers that accept the same, whoever gave them until when.
  std::string id() const;

  bool operator==(const Waiver&) const = default;
};

// Returns "accepted by the platform team until 2026-12-31: rebuilt every night".
std::string Describe(const Waiver& waiver);

// Returns "rows.public.*, findings like *1 row*", or "rows.public.*, 3 findings of run 2026...".
std::string WhatItAccepts(const Waiver& waiver);

// Returns "reason" and "owner", the parameters of every kind of waiver.
std::vector<Parameter> ReasonAndOwner();

// Throws PlanError (without file and line) if check, subject, reason or owner is blank, if `until`
// isn't a date, or if it has both kinds of findings.
void RequireComplete(const Waiver& waiver);

// Returns whether the waiver is for that case. A * in its subject matches any characters.
bool Covers(const Waiver& waiver, const std::string& check, const std::string& subject);

// Returns the digest by which a waiver knows a finding of that case again.
std::string FindingDigest(const std::string& check, const std::string& subject,
                          const std::string& text);

// Returns whether the waiver is for that case, and accepts a finding with that text.
bool Accepts(const Waiver& waiver, const std::string& check, const std::string& subject,
             const std::string& text);

// Returns true if the waiver doesn't say which findings it accepts.
bool AcceptsNothing(const Waiver& waiver);

// Returns whether the waiver was recorded for another version of the plan.
bool IsOfAnotherPlan(const Waiver& waiver, const std::string& plan_digest);

// Returns whether the waiver's last day was over at `time`, a text of UtcNow. A waiver counts as
// expired if `time` can't be parsed.
bool IsExpired(const Waiver& waiver, const std::string& time);

// Returns the waivers in force: all of the plan, and the recorded ones for a plan of this name. For
// one check, subject and pattern the newest record wins, and so it does for the findings of a run.
// But a record for this version of the plan beats those for other versions.
std::vector<Waiver> EffectiveWaivers(const std::vector<Waiver>& of_plan,
                                     const std::vector<Waiver>& recorded, const std::string& plan,
                                     const std::string& plan_digest);

Json ToJson(const Waiver& waiver);
// Returns the same without digests: there may be thousands, and a waiver stands in many lines.
Json ToBriefJson(const Waiver& waiver);
// Reads what ToJson wrote. Throws PlanError, or an exception of the JSON library.
Waiver WaiverFrom(const Json& json);

// Parses waivers.jsonl. Throws PlanError with `file` and line.
std::vector<Waiver> ParseWaivers(const std::string& lines, const std::string& file);

}  // namespace gonogo
