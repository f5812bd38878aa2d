// The line format of waivers.jsonl is defined here and nowhere else.
#include "core/values/waiver.h"

#include <algorithm>

#include "core/error.h"
#include "core/text/glob.h"
#include "core/text/json_lines.h"
#include "core/text/text.h"
#include "core/text/utc.h"

namespace gonogo {
namespace {

Waiver Recorded(const Json& line) {
  Waiver waiver = WaiverFrom(line);
  waiver.plan = FilledText(line, "plan");
  if (!line.contains("plan_digest") || !ParseUtc(waiver.at)) {
    throw PlanError("a recorded waiver has \"at\", \"plan\" and \"plan_digest\"");
  }
  return waiver;
}

}  // namespace

std::string Describe(const Waiver& waiver) {
  return "accepted by " + waiver.owner + " until " + waiver.until + ": " + waiver.reason;
}

void RequireComplete(const Waiver& waiver) {
  const auto demand = [](const char* key, const std::string& value) {
    if (Trim(value).empty()) throw PlanError(std::string("a waiver needs its \"") + key + "\"");
  };
  demand("check", waiver.check);
  demand("subject", waiver.subject);
  demand("reason", waiver.reason);
  demand("owner", waiver.owner);
  if (!IsDate(waiver.until)) {
    throw PlanError("\"until\" of a waiver is a date, YYYY-MM-DD, not \"" + waiver.until + "\"");
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
  std::vector<Waiver> last;
  for (const Waiver& waiver : recorded) {
    if (waiver.plan != plan) continue;
    const auto same = std::find_if(last.begin(), last.end(), [&](const Waiver& other) {
      return other.name() == waiver.name() && other.check == waiver.check;
    });
    if (same == last.end()) {
      last.push_back(waiver);
    } else if (!IsOfAnotherPlan(waiver, plan_digest) || IsOfAnotherPlan(*same, plan_digest)) {
      *same = waiver;
    }
  }
  std::vector<Waiver> counting = of_plan;
  counting.insert(counting.end(), last.begin(), last.end());
  return counting;
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
                [&](const Json& line) { waivers.push_back(Recorded(line)); });
  return waivers;
}

}  // namespace gonogo
