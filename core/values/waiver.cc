// The text of a waiver, and the line format of waivers.jsonl.
#include "core/values/waiver.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "core/json/json_lines.h"
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

}  // namespace

std::string Describe(const Waiver& waiver) {
  return fmt::format("accepted by {} until {}: {}", waiver.owner, waiver.until, waiver.reason);
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
}

bool Covers(const Waiver& waiver, const std::string& check, const std::string& subject) {
  return waiver.check == check && MatchesGlob(waiver.subject, subject);
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
      return other.name() == waiver.name() && other.check == waiver.check;
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

Json ToJson(const Waiver& waiver) {
  Json json = {{"check", waiver.check},
               {"subject", waiver.subject},
               {"reason", waiver.reason},
               {"owner", waiver.owner},
               {"until", waiver.until}};
  if (!waiver.at.empty()) {
    json["at"] = waiver.at;
    json["plan"] = waiver.plan;
    json["plan_digest"] = waiver.plan_digest;
  }
  return json;
}

Waiver WaiverFrom(const Json& json) {
  Waiver waiver{.check = json.at("check"),
                .subject = json.at("subject"),
                .reason = json.at("reason"),
                .owner = json.at("owner"),
                .until = json.at("until"),
                .at = json.value("at", ""),
                .plan = json.value("plan", ""),
                .plan_digest = json.value("plan_digest", "")};
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
