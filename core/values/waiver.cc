// The text of a waiver, and the line format of waivers.jsonl.
#include "core/values/waiver.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "core/json/json_lines.h"
#include "core/text/digest.h"
#include "core/text/glob.h"
#include "core/text/text.h"
#include "core/text/utc.h"

namespace gonogo {
namespace {

Waiver RecordedWaiverFrom(const Json& line) {
  Waiver waiver = WaiverFrom(line);
  waiver.plan = RequiredText(line, "plan");
  if (!line.contains("plan_digest")) {
    throw PlanError("the waiver has no \"plan_digest\"; write it with `gonogo waive`");
  }
  if (!ParseUtc(waiver.at)) {
    throw PlanError(fmt::format("\"at\" of the waiver must be a UTC time, not \"{}\"", waiver.at));
  }
  return waiver;
}

// Whether the newer record takes the other's place.
bool IsAboutTheSame(const Waiver& one, const Waiver& other) {
  return one.check == other.check && one.subject == other.subject && one.finding == other.finding &&
         one.seen_in.empty() == other.seen_in.empty();
}

}  // namespace

std::string Waiver::id() const {
  return Sha256(ToText(Json{check, subject, finding, seen})).substr(0, 16);
}

std::string Describe(const Waiver& waiver) {
  return fmt::format("accepted by {} until {}: {}", waiver.owner, waiver.until, waiver.reason);
}

std::string WhatItAccepts(const Waiver& waiver) {
  if (!waiver.finding.empty()) return waiver.name() + ", findings like " + waiver.finding;
  if (waiver.seen_in.empty()) return waiver.name() + ", no finding";
  const std::string findings =
      waiver.seen.empty() ? "the findings" : Counted(waiver.seen.size(), "finding");
  return fmt::format("{}, {} of run {}", waiver.name(), findings, waiver.seen_in);
}

std::vector<Parameter> ReasonAndOwner() {
  return {TextParameter("reason", "why it is accepted").Required().Literal(),
          TextParameter("owner", "who is responsible for it").Required().Literal()};
}

void RequireComplete(const Waiver& waiver) {
  const auto require = [](const char* key, const std::string& value) {
    if (Trim(value).empty()) throw PlanError(fmt::format("\"{}\" of the waiver is empty", key));
  };
  require("check", waiver.check);
  require("subject", waiver.subject);
  require("reason", waiver.reason);
  require("owner", waiver.owner);
  if (!IsDate(waiver.until)) {
    throw PlanError(fmt::format("\"until\" of the waiver must be a date (YYYY-MM-DD), not \"{}\"",
                                waiver.until));
  }
  if (!waiver.finding.empty() && !waiver.seen_in.empty()) {
    throw PlanError("the waiver has a pattern of findings, and those of a run: give one of them");
  }
}

bool Covers(const Waiver& waiver, const std::string& check, const std::string& subject) {
  return waiver.check == check && MatchesGlob(waiver.subject, subject);
}

// Texts that aren't valid UTF-8 have the same digest as what the evidence makes of them.
std::string FindingDigest(const std::string& check, const std::string& subject,
                          const std::string& text) {
  return Sha256(ToText(Json{check, subject, text}));
}

bool Accepts(const Waiver& waiver, const std::string& check, const std::string& subject,
             const std::string& text) {
  if (!Covers(waiver, check, subject)) return false;
  if (!waiver.finding.empty()) return MatchesGlob(waiver.finding, text);
  return std::binary_search(waiver.seen.begin(), waiver.seen.end(),
                            FindingDigest(check, subject, text));
}

bool AcceptsNothing(const Waiver& waiver) {
  return waiver.finding.empty() && waiver.seen_in.empty();
}

bool IsOfAnotherPlan(const Waiver& waiver, const std::string& plan_digest) {
  const bool is_recorded = !waiver.at.empty() || !waiver.plan_digest.empty();
  return is_recorded && waiver.plan_digest != plan_digest;
}

bool IsExpired(const Waiver& waiver, const std::string& time) {
  const std::string day = time.substr(0, waiver.until.size());
  return !IsDate(day) || waiver.until < day;
}

std::vector<Waiver> EffectiveWaivers(const std::vector<Waiver>& of_plan,
                                     const std::vector<Waiver>& recorded, const std::string& plan,
                                     const std::string& plan_digest) {
  std::vector<Waiver> newest;
  for (const Waiver& waiver : recorded) {
    if (waiver.plan != plan) continue;
    const auto same = std::find_if(newest.begin(), newest.end(), [&](const Waiver& other) {
      return IsAboutTheSame(waiver, other);
    });
    if (same == newest.end()) {
      newest.push_back(waiver);
    } else if (!IsOfAnotherPlan(waiver, plan_digest) || IsOfAnotherPlan(*same, plan_digest)) {
      *same = waiver;
    }
  }
  std::vector<Waiver> effective = of_plan;
  effective.insert(effective.end(), newest.begin(), newest.end());
  return effective;
}

Json ToBriefJson(const Waiver& waiver) {
  Json json = {{"check", waiver.check},
               {"subject", waiver.subject},
               {"reason", waiver.reason},
               {"owner", waiver.owner},
               {"until", waiver.until}};
  if (!waiver.finding.empty()) json["finding"] = waiver.finding;
  if (!waiver.seen_in.empty()) json["seen_in"] = waiver.seen_in;
  if (!waiver.at.empty()) {
    json["at"] = waiver.at;
    json["plan"] = waiver.plan;
    json["plan_digest"] = waiver.plan_digest;
  }
  return json;
}

Json ToJson(const Waiver& waiver) {
  Json json = ToBriefJson(waiver);
  if (!waiver.seen_in.empty()) json["seen"] = waiver.seen;
  return json;
}

Waiver WaiverFrom(const Json& json) {
  Waiver waiver{.check = json.at("check"),
                .subject = json.at("subject"),
                .reason = json.at("reason"),
                .owner = json.at("owner"),
                .until = json.at("until"),
                .finding = json.value("finding", ""),
                .seen_in = json.value("seen_in", ""),
                .seen = json.value("seen", std::vector<std::string>()),
                .at = json.value("at", ""),
                .plan = json.value("plan", ""),
                .plan_digest = json.value("plan_digest", "")};
  std::sort(waiver.seen.begin(), waiver.seen.end());
  RequireComplete(waiver);
  return waiver;
}

std::vector<Waiver> ParseWaivers(const std::string& lines, const std::string& file) {
  std::vector<Waiver> waivers;
  ReadJsonLines(lines, file, "waiver",
                [&](const Json& line) { waivers.push_back(RecordedWaiverFrom(line)); });
  return waivers;
}

}  // namespace gonogo
